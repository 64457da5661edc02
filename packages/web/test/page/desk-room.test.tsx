import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, within } from '@testing-library/react'
import { words } from '@truce/core/report/words'
import { beforeAll, describe, expect, test } from 'vitest'
import { STARTING_CASE } from '../../../cli/src/commands/new.ts'
import { Answers } from '../../src/engine/answers.ts'
import type { Draft } from '../../src/engine/protocol.ts'
import { nearest } from '../../src/judged/nearest.ts'
import { numbersIn } from '../../src/ui/numbers.ts'
import { part, stage } from './stage.tsx'

const { lay, open, text, user } = stage()
const files = Object.entries(STARTING_CASE).map(([name, whole]) => ({ name, text: whole }))
const CHICKEN = join(import.meta.dirname, '../../../../cases/classics/chicken/case.yaml')
const HILL = join(import.meta.dirname, '../../../../docs/method/plan-example/case.yaml')
const answers = new Answers()
const patience = { progress: () => {}, pause: async () => {} }
const PROPOSALS = {
  half: 'Half the water and a lower dam',
  all: 'All of the water and a lower dam'
} as const

beforeAll(async () => void (await answers.answer('read', { files }, patience)))

const judged = (draft: Draft) => answers.answer('judge', { draft, draws: 10_000 }, patience)

/** The verdict and the chance as the engine gives them over all draws, as the desk says them. */
async function said(draft: Draft): Promise<string> {
  const { verdict, joint } = await judged(draft)
  return `${words().say(`verdict.${verdict}`)} ${numbersIn('en').percent(joint.p)}`
}

async function enter(id: string, room = 'desk'): Promise<void> {
  await lay(id, files)
  await open(`#/case/${id}/${room}`)
  await screen.findByRole('region', { name: 'What can be agreed' })
}

const verdict = (wanted: string): Promise<void> =>
  expect
    .poll(() => document.querySelector('p[data-verdict]')?.textContent, { timeout: 30_000 })
    .toBe(wanted)
const option = (name: RegExp): HTMLInputElement => screen.getByRole('radio', { name })
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })

describe('the desk', () => {
  test('opens on the proposal nearest to agreement, with its verdict, without a click', async () => {
    await enter('opening')
    const all = await answers.answer('check', { draws: 10_000, repairs: 0 }, patience)
    const ids = Object.keys(all.proposals)
    const standings = await Promise.all(
      ids.map(async (proposal) => ({ answer: await judged({ proposal }) }))
    )
    const best = ids[nearest(standings)] ?? ''
    await verdict(await said({ proposal: best }))
    // Once more by the document's own figures: no other proposal has a greater chance.
    const chances = ids.map((id) => all.proposals[id]?.joint.p ?? 0)
    expect(all.proposals[best]?.joint.p).toBe(Math.max(...chances))
  })

  test('a first choice makes a draft of it, the next goes on with it, undo goes back to the proposal', async () => {
    await enter('choosing')
    await user.click(await screen.findByRole('button', { name: new RegExp(`^${PROPOSALS.half}`) }))
    await user.click(option(/^A third/))
    const draft = await part(`Draft of ${PROPOSALS.half}`)
    expect(draft.getByText(/one issue differs/)).toBeTruthy()
    expect(draft.getByText('before: One half')).toBeTruthy()
    await verdict(await said({ terms: { water: 'third', dam: 'lower' } }))
    await user.click(option(/^Not built/))
    await verdict(await said({ terms: { water: 'third', dam: 'none' } }))
    expect(await screen.findAllByRole('option', { name: /^Draft of/ })).toHaveLength(1)
    await user.click(button(/^Undo: /))
    await user.click(button(/^Undo: /))
    await part(PROPOSALS.half)
    await verdict(await said({ proposal: 'halves' }))
  })

  test('says at an option who welcomes it, who minds it and whose redline it crosses', async () => {
    await enter('marks')
    const told = (name: RegExp): string => {
      const id = option(name).getAttribute('aria-describedby') ?? ''
      return document.getElementById(id)?.textContent ?? ''
    }
    await user.click(await screen.findByRole('button', { name: new RegExp(`^${PROPOSALS.half}`) }))
    expect(told(/^A third/)).toMatch(/Lowland: it crosses the redline “A third is not enough/)
    expect(told(/^All of it|^All/)).toMatch(/Lowland welcomes it \(\+\d+ points\)/)
  })

  test('says why: each crossed redline once, with a way to where it can be read', async () => {
    await enter('why')
    await user.click(option(/^A third/))
    const answer = await part('What would come of it')
    const links = await answer.findAllByRole('link', { name: /A third is not enough to drink/ })
    expect(links).toHaveLength(1)
    expect(links[0]?.getAttribute('href')).toMatch(
      /^#\/case\/why\/case\/stances\/lowland\/redlines\//
    )
  })

  test('says what it hangs on, whether it would hold, and makes the change that helps', async () => {
    await enter('helping')
    await user.click(await screen.findByRole('button', { name: new RegExp(`^${PROPOSALS.all}`) }))
    const answer = await part('What would come of it')
    await answer.findAllByText(/share in favour in the parliament of Lowland where no poll speaks/)
    await answer.findByText(/the verdict is the same in \d+% of [\d,]+ readings/)
    expect(answer.getByRole('heading', { name: 'Whether it would hold' })).toBeTruthy()
    await verdict(await said({ proposal: 'more-water' }))
    const { list } = await answers.answer(
      'repairs',
      { draft: { proposal: 'more-water' } },
      patience
    )
    const [first] = list
    await user.click(await answer.findByRole('button', { name: /^Make this change: / }))
    const terms = { water: 'full', dam: 'lower', ...first?.changes }
    await part(`Draft of ${PROPOSALS.all}`)
    await verdict(await said({ terms }))
    expect((await judged({ terms })).joint.p).toBeGreaterThan(
      (await judged({ proposal: 'more-water' })).joint.p
    )
  })

  test('keeps a draft in the case, and shows the proposal that it has become', async () => {
    await enter('keeping')
    await user.click(await screen.findByRole('button', { name: new RegExp(`^${PROPOSALS.half}`) }))
    await user.click(option(/^A third/))
    const draft = await part(`Draft of ${PROPOSALS.half}`)
    expect(draft.getByText(/Not kept yet/)).toBeTruthy()
    await user.click(button(/^Keep in the case: /))
    await user.click(await screen.findByRole('button', { name: 'Keep' }))
    const kept = await part(`${PROPOSALS.half}, changed`)
    expect(kept.queryByText(/Not kept yet/)).toBeNull()
    await verdict(await said({ terms: { water: 'third', dam: 'lower' } }))
    await expect
      .poll(() => text('keeping/case.yaml'), { timeout: 10_000 })
      .toContain(`${PROPOSALS.half}, changed`)
  })

  test('makes a draft of a proposal, copies it, and discards it so that undo brings it back', async () => {
    await enter('discarding')
    await user.click(await screen.findByRole('button', { name: new RegExp(`^${PROPOSALS.half}`) }))
    await user.click(button(`Make a draft of it: ${PROPOSALS.half}`))
    const draft = await part(`Draft of ${PROPOSALS.half}`)
    expect(draft.getByText(/it says the same/)).toBeTruthy()
    await user.click(button(`Copy it: Draft of ${PROPOSALS.half}`))
    await part(`Draft of Draft of ${PROPOSALS.half}`)
    const named = location.hash
    await user.click(button(`Discard: Draft of Draft of ${PROPOSALS.half}`))
    await part(PROPOSALS.half)
    // The address names what is shown, and not what is gone.
    expect(location.hash).toMatch(/\/desk\/halves$/)
    await user.click(button(/^Undo: /))
    await part(`Draft of Draft of ${PROPOSALS.half}`)
    expect(location.hash).toBe(named)
  })

  test('prices changes, and makes those that are asked for', async () => {
    await enter('pricing')
    await user.click(await screen.findByRole('button', { name: new RegExp(`^${PROPOSALS.all}`) }))
    const answer = await part('What would come of it')
    await answer.findByRole('heading', { name: 'What each change buys' }, { timeout: 60_000 })
    const { prices } = await answers.answer(
      'acceptance',
      { only: 'best', proposals: ['more-water'] },
      patience
    )
    const [start, ...points] = prices['more-water']?.points ?? []
    const point = points.find(({ rises }) => rises)
    const { percent } = numbersIn('en')
    expect(answer.getByRole('img', { name: /^The best chance by how many issues/ })).toBeTruthy()
    expect(start && percent(start.chance.p)).toBe(
      percent((await judged({ proposal: 'more-water' })).joint.p)
    )
    const made = answer.getAllByRole('button', { name: /^Make th(is|ese) changes?: / })
    await user.click(made[0] as HTMLElement)
    await part(`Draft of ${PROPOSALS.all}`)
    const changed = point?.changes.map(({ issue, to }) => [issue, to.option] as const) ?? []
    const terms = { water: 'full', dam: 'lower', ...Object.fromEntries(changed) }
    await verdict(await said({ terms }))
    expect((await judged({ terms })).joint.p).toBeCloseTo(point?.chance.p ?? 0, 10)
  })

  test('a draft is priced as the proposal that says the same', async () => {
    const terms = { water: 'full', dam: 'lower' }
    const asked = { only: 'best', draws: 500, proposals: ['more-water', 'draft-1'] } as const
    const drafts = [{ id: 'draft-1', title: '', terms }]
    const { prices } = await answers.answer('acceptance', { ...asked, drafts }, patience)
    expect(prices['draft-1']).toBeDefined()
    expect(prices['draft-1']).toEqual(prices['more-water'])
    // The desk asks for no more than that.
    const alone = await answers.answer('acceptance', { ...asked, only: 'prices', drafts }, patience)
    expect([alone.best, alone.prices]).toEqual([null, prices])
  })

  test('says how far any text can go once that is opened, by titles and never by ids', async () => {
    await enter('far')
    const answer = await part('What would come of it')
    expect(answer.queryByText(/is the most any of/)).toBeNull()
    await user.click(answer.getByText('How far any text can go'))
    await answer.findByText(/is the most any of 9 packages can reach/, {}, { timeout: 60_000 })
    await answer.findByText(/would have to change in the world/, {}, { timeout: 60_000 })
    const { ceilings } = await answers.answer('acceptance', { only: 'ceilings' }, patience)
    const first = ceilings?.rows.find(({ differs }) => differs)
    const lines = answer
      .getAllByText(/^without .*: \d+%$/)
      .map((line: HTMLElement) => line.textContent)
    expect(lines[0]).toContain(numbersIn('en').percent(first?.best.chance.p ?? 0))
    expect(answer.getByText(/How far any/).closest('details')?.textContent).not.toMatch(
      /(upland|lowland)\./
    )
  })

  test('says beside a verdict that everybody would sign who would not carry it out', async () => {
    await lay('hill', [{ name: 'case.yaml', text: readFileSync(HILL, 'utf8') }])
    await open('#/case/hill/desk')
    const answer = await part('What would come of it')
    await answer.findByText('Whether it would be carried out', {}, { timeout: 30_000 })
    expect(answer.getByText(/In no order of its steps .* for East at descent/)).toBeTruthy()
  })

  test('a room that is not there is the desk, and the address says so', async () => {
    await enter('lost', 'nowhere')
    expect(location.hash).toBe('#/case/lost/desk')
    const rooms = within(screen.getByRole('navigation', { name: 'Rooms' }))
    expect(rooms.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Negotiate',
      'Case',
      'Table',
      'Deal space',
      'Stability',
      'Strategy',
      'Path',
      'Ceasefire',
      'Map',
      'Record'
    ])
  })

  test('a case that is only a graph leads to the room of graphs', async () => {
    await lay('graph', [{ name: 'case.yaml', text: readFileSync(CHICKEN, 'utf8') }])
    await open('#/case/graph')
    await user.click(await screen.findByRole('button', { name: 'Go to the room “Stability”' }))
    expect(location.hash).toBe('#/case/graph/stability')
  })
})
