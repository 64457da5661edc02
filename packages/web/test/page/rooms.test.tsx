import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { STARTING_CASE } from '../../../cli/src/commands/new.ts'
import { part, stage } from './stage.tsx'

const { lay, open, text, user } = stage()
const river = Object.entries(STARTING_CASE).map(([name, whole]) => ({ name, text: whole }))
const path = join(import.meta.dirname, '../../../../cases/classics/chicken/case.yaml')
const chicken = [{ name: 'case.yaml', text: readFileSync(path, 'utf8') }]
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })

describe('the deal space', () => {
  test('draws few times by itself, many when asked, and tells how far it is', async () => {
    await lay('draws', river)
    await open('#/case/draws/deals')
    await screen.findByText(/packages? (are|is) efficient within the redlines/)
    await user.click(await screen.findByRole('button', { name: /10,000/ }))
    expect(await screen.findByText(/of 10,000 draws/)).toBeTruthy()
    expect(await screen.findByText('From 10,000 draws.')).toBeTruthy()
  })

  test('answers to a judgement that is moved, and writes it only when told', async () => {
    await lay('moved', river)
    await open('#/case/moved/deals')
    await screen.findByText(/packages? (are|is) efficient within the redlines/)
    const sliders = await part('The judgements that matter most')
    const [slider] = await sliders.findAllByRole('slider')
    const input = slider as HTMLInputElement
    const before = await text('moved/stances.yaml')
    fireEvent.change(input, { target: { value: input.max } })
    await sliders.findByText(/^All accept “Half the water and a lower dam” with chance/)
    expect(await text('moved/stances.yaml')).toBe(before)
    await user.click(sliders.getByRole('button', { name: 'Write it into the case' }))
    await expect.poll(() => text('moved/stances.yaml'), { timeout: 20_000 }).not.toBe(before)
    expect(sliders.queryByRole('button', { name: 'Back to the case' })).toBeNull()
    await user.click(button(/^Undo: /))
    await expect.poll(() => text('moved/stances.yaml'), { timeout: 20_000 }).toBe(before)
  })

  const faulty = river.map(({ name, text: whole }) => ({
    name,
    text: whole.replace('if-silent: built', 'if-silent: deeper')
  }))
  test.each([
    ['issues', chicken, 'The case has no issues, so there is nothing to agree.'],
    ['soundness', faulty, 'The case has errors, so nothing can be worked out from it yet.']
  ])('of a case that wants %s says so and leads to the case', async (want, files, sentence) => {
    await lay(`wants-${want}`, files)
    await open(`#/case/wants-${want}/deals`)
    expect(await screen.findByText(sentence)).toBeTruthy()
    await user.click(within(screen.getByRole('main')).getByRole('button'))
    expect(location.hash).toBe(`#/case/wants-${want}/case`)
  })
})

describe('stability', () => {
  test('says which states hold, and keeps to the party and the concept that are asked about', async () => {
    await lay('chicken', chicken)
    await open('#/case/chicken/stability')
    await screen.findByText(/^4 states can be/)
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Holds in the sense that' }),
      'nash'
    )
    expect(await screen.findByText(/^2 states hold in the sense asked: .*\(Nash\)/)).toBeTruthy()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Party' }), 'First driver')
    expect(
      await screen.findByText(
        /^First driver stays in 2 states of 4, in the sense asked: .*\(Nash\)/
      )
    ).toBeTruthy()
  })

  test('of a case without a graph says what to write, and leads there', async () => {
    await lay('graphless', river)
    await open('#/case/graphless/stability')
    expect(await screen.findByRole('heading', { name: 'This case has no graph yet' })).toBeTruthy()
    await user.click(button('Write the graph'))
    expect(location.hash).toBe('#/case/graphless/case/text%3Agraph')
  })

  test('of a case with errors analyses nothing', async () => {
    const wrong = chicken.map(({ name, text: whole }) => ({
      name,
      text: whole.replace('status-quo: crash', 'status-quo: crush')
    }))
    await lay('crush', wrong)
    await open('#/case/crush/stability')
    expect(await screen.findByRole('heading', { name: 'The case has errors' })).toBeTruthy()
    expect(screen.queryByText(/states can be/)).toBeNull()
  })
})

describe('the frame', () => {
  test('settings change the look, which is remembered, and offer no language without rooms', async () => {
    await lay('settings', river)
    await open('#/case/settings/table')
    await user.click(await screen.findByRole('button', { name: 'Settings' }))
    await screen.findByRole('menuitem', { name: 'Dark' })
    expect(
      screen.queryByRole('menuitem', { name: /Українська|Русский|Français|English/ })
    ).toBeNull()
    await user.click(screen.getByRole('menuitem', { name: 'Dark' }))
    expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark')
    expect(localStorage.getItem('mantine-color-scheme-value')).toBe('dark')
  })

  test('keys undo and redo across edits of text and drafts, but not while someone types', async () => {
    await lay('keyed', river)
    await open('#/case/keyed/table')
    await user.click(await screen.findByRole('button', { name: 'Start an empty draft' }))
    await screen.findByRole('columnheader', { name: /^New draft/ })
    await user.click(screen.getByRole('textbox', { name: 'Title of the draft' }))
    await user.keyboard('{Control>}z{/Control}')
    expect(screen.getByRole('columnheader', { name: /^New draft/ })).toBeTruthy()
    screen.getByRole('main').focus()
    await user.keyboard('{Control>}z{/Control}')
    expect(screen.queryByRole('columnheader', { name: /^New draft/ })).toBeNull()
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(screen.getByRole('columnheader', { name: /^New draft/ })).toBeTruthy()
  })

  test('a case that is not there says so, and leads back', async () => {
    await open('#/case/nowhere/case')
    expect(await screen.findByRole('heading', { name: 'This case cannot be opened' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Library' }).getAttribute('href')).toBe('#/')
  })
})
