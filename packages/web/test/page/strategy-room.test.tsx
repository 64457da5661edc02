import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { STARTING_CASE } from '../../../cli/src/commands/new.ts'
import { part, stage } from './stage.tsx'

const { lay, open, user } = stage()
const river = Object.entries(STARTING_CASE).map(([name, whole]) => ({ name, text: whole }))
const path = join(import.meta.dirname, '../../../../cases/classics/chicken/case.yaml')
const chicken = [{ name: 'case.yaml', text: readFileSync(path, 'utf8') }]

/** Two who share a town; whom to ask first, who would climb, and a third state that sent arms. */
const town = [
  {
    name: 'case.yaml',
    text: `
truce: 1
title: A town
as-of: 2024-06-15
required: [north, south]
sources: {own: {title: Our own, kind: assumption}}
parties:
  north: {name: North, kind: state, role: belligerent}
  south: {name: South, kind: state, role: belligerent}
  west: {name: West, kind: state, role: third}
issues:
  town: {title: The town, options: {held: held, shared: shared}}
stances:
  north:
    interests: {town: {weight: 1, values: {held: 20, shared: 70}, source: own}}
    no-deal: {base: 40, source: own}
    types:
      open: {p: 0.5}
      closed: {p: 0.5, changes: {no-deal.base: 90}}
  south:
    interests: {town: {weight: 1, values: {held: 80, shared: 60}, source: own}}
    no-deal: {base: 45, source: own}
proposals:
  share: {title: Share it, terms: {town: shared}}
overtures:
  - {id: talk, by: south, to: north, text: Would you talk of the town?, welcomes: {open: 0.75, closed: 0.25}, leak-cost: 0.01, source: own}
channels:
  - {id: embassy, ends: [north, south], acknowledge-within: PT10M, answer-within: PT2H, line-check: ["09:30"], kinds: [escalation]}
conduct:
  - {by: west, toward: south, act: state-arms-supply, since: 2024-03, source: own}
escalation:
  sides: [north, south]
  ladder:
    - id: shells
      title: Shells on the town
      risk: 0.1
      source: own
      values:
        north: {win: 80, yield: 20, disaster: -100}
        south: {win: 60, yield: 50, disaster: -100}
  signals:
    - {by: north, at: 2024-05-01, rung: shells, kind: statement, notified: {channel: embassy, lead: PT2H}}
`
  }
]

/** The same, where South votes on sharing it, was asked of it twice, and the town lies on a line. */
const voting = town.map(({ name, text }) => ({
  name,
  text: text
    .replace('name: North, kind: state,', 'name: North, kind: state, capability: 60,')
    .replace('name: South, kind: state,', 'name: South, kind: state, capability: 40,')
    .replace('title: The town,', 'title: The town, ordered: true,')
    .replace(
      '    no-deal: {base: 45, source: own}',
      `    no-deal: {base: 45, source: own}
    ratification:
      - body: vote
        title: A vote
        threshold: 0.5
        support: [{when: {town: shared}, poll: june, answers: [yes], fit: direct}]
        otherwise: [0.8, 0.9, 1]
        source: own`
    )
    .replace(
      'proposals:',
      `polls:
  june: {population: South, field: 2024-05, n: 1000, question: May it be shared?, answers: {yes: 60, no: 40}, source: own}
  winter: {population: South, field: 2024-01, n: 1000, question: May it be shared?, answers: {yes: 30, no: 70}, source: own}
proposals:`
    )
}))

/** How far down the points of a picture stand, line by line in their order. */
const downs = (picture: HTMLElement): readonly number[] =>
  [...picture.querySelectorAll('circle')].map((point) => Number(point.getAttribute('cy')))

describe('strategy', () => {
  test('says what decides, and shows each part or that the case lacks it', async () => {
    await lay('town', town)
    await open('#/case/town/strategy')
    // as a headline, and at its rung as the reason
    expect(
      await screen.findAllByText(/On the rung "Shells on the town" North would climb/)
    ).toHaveLength(2)
    const worth = await part('What going on is worth')
    expect(worth.getByText(/^To North no deal is worth 40\.0, as things stand/)).toBeTruthy()
    const [row] = worth.getAllByRole('row', { name: /^Share it/ })
    expect(row?.textContent).toMatch(/\+30\.0.*\+15\.0/)
    const ladder = await part('The ladder')
    expect(ladder.getByText('announced through embassy 2 hours before')).toBeTruthy()
    expect(screen.getByText(/^Trust is left out/)).toBeTruthy()
  })

  test('asks the law one question at a time', async () => {
    await lay('lawful', town)
    await open('#/case/lawful/strategy')
    const law = await part('Third states and the law')
    const row = (): string => law.getByRole('row', { name: /West toward South/ }).textContent ?? ''
    expect(row()).toMatch(/a breach.*since 2024-03/)
    await user.selectOptions(law.getByRole('combobox', { name: 'Question' }), 'party')
    expect(law.getByText('Does the state become a party to the conflict?')).toBeTruthy()
    expect(row()).toMatch(/no party/)
    expect(row()).not.toMatch(/a breach/)
  })

  test('supposes an answer to an overture, by Bayes’ rule, and goes back', async () => {
    await lay('asked', town)
    await open('#/case/asked/strategy')
    const overtures = await part('Overtures to North')
    expect(overtures.getByText('open: 50%')).toBeTruthy()
    await user.click(
      overtures.getByRole('button', {
        name: 'Suppose it was welcomed: Would you talk of the town?'
      })
    )
    // 0.5 × 0.75 against 0.5 × 0.25
    expect(await overtures.findByText('open: 75%, 50% before')).toBeTruthy()
    await user.click(overtures.getByRole('button', { name: 'Back to before any answer' }))
    expect(await overtures.findByText('open: 50%')).toBeTruthy()
  })

  test('says what a body at home would refuse, and draws how opinion moved', async () => {
    await lay('voting', voting)
    await open('#/case/voting/strategy')
    const home = await part('South, A vote: what would pass at home')
    // both ways are likelier than not: 60 in 100 for sharing it, and what holds otherwise
    expect(home.getByText(/passes? it|2 of them|in 2 ways/i)).toBeTruthy()
    expect(home.getByText(/rising by .* points a month/)).toBeTruthy()
    const points = downs(home.getByRole('img', { name: 'May it be shared?' }))
    expect(points).toHaveLength(2)
    // the later share is the greater one, and so stands higher
    expect(points[1]).toBeLessThan(points[0] ?? 0)
  })

  test('shows a forecast as a challenger: places from round to round, and who moved whom', async () => {
    await lay('foretold', voting)
    await open('#/case/foretold/strategy')
    const forecast = await part('A challenger: who would move whom')
    expect(forecast.getByText(/No verdict of Truce rests on it/)).toBeTruthy()
    const picture = forecast.getByRole('img', { name: 'Places from round to round: The town' })
    const points = downs(picture)
    // North's best is the last option of the line, South's the first: at the start they stand at its ends
    const [north, south] = [points[0], points[points.length / 2]]
    expect(north).toBeLessThan(30)
    expect(south).toBeGreaterThan(130)
    expect(forecast.getAllByText(/Round 1: median/).length).toBe(1)
  })

  test('of a case without an ordered issue says why there is no forecast', async () => {
    await lay('unordered', town)
    await open('#/case/unordered/strategy')
    expect(
      await screen.findByText(/^The forecast is left out: the case has no ordered issue/)
    ).toBeTruthy()
  })

  test('of a case that says nothing of it, or has errors, says what to do', async () => {
    await lay('bare', chicken)
    await open('#/case/bare/strategy')
    expect(
      await screen.findByRole('heading', { name: 'This case says nothing of strategy yet' })
    ).toBeTruthy()
    await user.click(
      within(screen.getByRole('main')).getByRole('button', { name: 'Go to the case' })
    )
    expect(location.hash).toBe('#/case/bare/case')
  })

  test('of a case with errors works out nothing', async () => {
    const faulty = river.map(({ name, text }) => ({
      name,
      text: text.replace('if-silent: built', 'if-silent: deeper')
    }))
    await lay('faulty', faulty)
    await open('#/case/faulty/strategy')
    expect(await screen.findByRole('heading', { name: 'The case has errors' })).toBeTruthy()
  })
})
