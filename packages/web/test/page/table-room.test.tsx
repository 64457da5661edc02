import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, within } from '@testing-library/react'
import { words } from '@truce/core/report/words'
import { beforeAll, describe, expect, test } from 'vitest'
import { STARTING_CASE } from '../../../cli/src/commands/new.ts'
import { Answers } from '../../src/engine/answers.ts'
import type { Terms } from '../../src/engine/protocol.ts'
import { numbersIn } from '../../src/ui/numbers.ts'
import { stage } from './stage.tsx'

const { lay, open, text, user } = stage()
const files = Object.entries(STARTING_CASE).map(([name, whole]) => ({ name, text: whole }))
const CHICKEN = join(import.meta.dirname, '../../../../cases/classics/chicken/case.yaml')
const answers = new Answers()
const patience = { progress: () => {}, pause: async () => {} }

beforeAll(async () => void (await answers.answer('read', { files }, patience)))

/** The verdict and the chance as the engine gives them over all draws, as the head says them. */
async function judged(terms: Terms): Promise<string> {
  const ask = { draft: { terms }, draws: 10_000 }
  const { verdict, joint } = await answers.answer('judge', ask, patience)
  const chance = numbersIn('en').chance(joint.p, joint.standardError)
  return `${words().say(`verdict.${verdict}`)} ${chance}`
}

async function enter(id: string): Promise<void> {
  await lay(id, files)
  await open(`#/case/${id}/table`)
  await screen.findByRole('columnheader', { name: /^Half the water/ })
}

const head = (name: RegExp): HTMLElement => screen.getByRole('columnheader', { name })
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })
const option = (name: RegExp): HTMLInputElement => screen.getByRole('radio', { name })
const settled = (name: RegExp, said: string): Promise<void> =>
  expect.poll(() => head(name).textContent, { timeout: 30_000 }).toContain(said)

describe('a draft on the table', () => {
  const half = { water: 'half', dam: 'lower' }
  const draft = /^Draft of Half the water/

  test('has the verdict of its options: another option gives another, undo the first again', async () => {
    await enter('choosing')
    await user.click(button('Make a draft of it: Half the water and a lower dam'))
    await settled(draft, await judged(half))
    await user.click(option(/^A third/))
    const third = await judged({ ...half, water: 'third' })
    expect(third).not.toBe(await judged(half))
    await settled(draft, third)
    await user.click(button(/^Undo: /))
    expect(option(/^One half/).checked).toBe(true)
    await settled(draft, await judged(half))
    await user.click(button(/^Redo: /))
    expect(option(/^A third/).checked).toBe(true)
    await settled(draft, third)
    expect(await text('choosing/case.yaml')).toBe(STARTING_CASE['case.yaml'])
  })

  test('says whose redline an option crosses, and who would walk over it', async () => {
    await enter('crossing')
    await user.click(button('Make a draft of it: Half the water and a lower dam'))
    await user.click(option(/^A third/))
    const row = await screen.findByRole('row', { name: /^Who walks/ })
    await within(row).findByRole('button', {
      name: 'over its redline on Water let through in summer'
    })
    expect(within(row).getByText(/Lowland/)).toBeTruthy()
    expect(
      screen.getByRole('button', {
        name: /Lowland: “A third is not enough to drink”.*firmness .* · case's figure; claim: /
      })
    ).toBeTruthy()
  })

  test('is kept over a reload, renamed as one step, and thrown away', async () => {
    await enter('keeping')
    await user.click(button('Start an empty draft'))
    const title = screen.getByRole('textbox', { name: 'Title of the draft' })
    await user.type(title, ' of ours')
    expect(head(/^New draft of ours/)).toBeTruthy()
    expect(localStorage.getItem('truce.drafts.keeping')).toContain('New draft of ours')
    await user.click(button(/^Undo: /))
    expect(screen.queryByRole('columnheader', { name: /of ours/ })).toBeNull()
    await user.click(button(/^Discard: New draft/))
    expect(screen.queryByRole('columnheader', { name: /^New draft/ })).toBeNull()
    expect(localStorage.getItem('truce.drafts.keeping')).toBeNull()
    await user.click(button(/^Undo: /))
    expect(head(/^New draft/)).toBeTruthy()
  })

  test('is kept in the case under a title, by the authors of the file unless somebody is named', async () => {
    await enter('kept')
    await user.click(button('Make a draft of it: Half the water and a lower dam'))
    await user.click(option(/^A third/))
    await user.click(button('Keep in the case: Draft of Half the water and a lower dam'))
    expect(screen.getByRole('combobox', { name: 'Who puts it forward' })).toBeTruthy()
    const title = screen.getByRole('textbox', { name: 'Title of the proposal' })
    await user.clear(title)
    await user.type(title, 'A third and a lower dam')
    await user.click(button('Keep'))
    expect(
      await screen.findByRole('columnheader', { name: /^A third and a lower dam/ })
    ).toBeTruthy()
    expect(screen.queryByRole('columnheader', { name: draft })).toBeNull()
    await expect
      .poll(() => text('kept/case.yaml'), { timeout: 10_000 })
      .toMatch(
        /\n {2}a-third-and-a-lower:\n {4}title: A third and a lower dam\n {4}note: .*\n {4}terms:\n {6}water: third\n {6}dam: lower\n/
      )
    expect(localStorage.getItem('truce.drafts.kept')).toBeNull()
    await user.click(button(/^Undo: “A third and a lower dam” kept/))
    expect(await screen.findByRole('columnheader', { name: draft })).toBeTruthy()
    await expect
      .poll(() => text('kept/case.yaml'), { timeout: 10_000 })
      .toBe(STARTING_CASE['case.yaml'])
  })

  test('takes the place of the proposal it was made of, where that is chosen', async () => {
    await enter('replaced')
    await user.click(button('Make a draft of it: Half the water and a lower dam'))
    await user.click(option(/^A third/))
    await user.click(button(/^Keep in the case: /))
    await user.click(screen.getByRole('radio', { name: /^In the place of/ }))
    await user.click(button('Keep'))
    await expect
      .poll(() => text('replaced/case.yaml'), { timeout: 10_000 })
      .toBe(
        STARTING_CASE['case.yaml']?.replace(
          '{water: half, dam: lower}',
          '{water: third, dam: lower}'
        )
      )
  })

  test('once kept is a version of the case, which says what it added and leads back', async () => {
    await enter('versions')
    await user.click(button('Start an empty draft'))
    await user.click(option(/^A third/))
    await user.click(button('Keep in the case: New draft'))
    await user.click(button('Keep'))
    const kept = () => text('versions/case.yaml')
    await expect.poll(kept, { timeout: 10_000 }).toContain('title: New draft')
    await user.click(button('Versions'))
    expect(await screen.findByText('added: New draft')).toBeTruthy()
    expect(screen.getByText('This is what the case says now.')).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: 'Go back to version 1' }))
    await expect.poll(kept, { timeout: 10_000 }).toBe(STARTING_CASE['case.yaml'])
    await user.click(await screen.findByRole('button', { name: 'Undo: back to version 1' }))
    await expect.poll(kept, { timeout: 10_000 }).toContain('title: New draft')
  })

  test('beside it, the proposals of the case are doubled, and removed as in their form', async () => {
    await enter('own')
    const more = () => user.click(button('More: Half the water and a lower dam'))
    await more()
    await user.click(await screen.findByRole('menuitem', { name: 'Duplicate in the case' }))
    expect(await screen.findByRole('columnheader', { name: /^Copy of Half/ })).toBeTruthy()
    await more()
    await user.click(await screen.findByRole('menuitem', { name: 'Remove from the case' }))
    await user.click(await screen.findByRole('button', { name: 'Remove it' }))
    await expect.poll(() => screen.queryByRole('columnheader', { name: /^Half the/ })).toBeNull()
    await user.click(button('Undo: removal of proposal Half the water and a lower dam'))
    expect(await screen.findByRole('columnheader', { name: /^Half the/ })).toBeTruthy()
  })

  test('takes a repair that was looked for', async () => {
    await enter('mending')
    await user.click(button('Look for repairs: All of the water and a lower dam'))
    const [apply] = await screen.findAllByRole('button', { name: /^Apply to a draft: / })
    const [, change = ''] =
      /^Apply to a draft: (.*)$/.exec(apply?.getAttribute('aria-label') ?? '') ?? []
    const [, to = ''] = change.split(', ')[0]?.split(' – ') ?? []
    await user.click(apply as HTMLElement)
    expect(head(/^Draft of All of the water/)).toBeTruthy()
    // What was found stays: another may be applied as well.
    expect(
      screen.queryByRole('button', { name: /^Look for repairs: All of the water and/ })
    ).toBeNull()
    expect(option(new RegExp(`^${to}`)).checked).toBe(true)
    await user.click(screen.getByRole('checkbox', { name: 'All of the water and a lower dam' }))
    expect(screen.queryByRole('button', { name: /^Apply to a draft: / })).toBeNull()
    await user.click(screen.getByRole('checkbox', { name: 'All of the water and a lower dam' }))
    expect(screen.getAllByRole('button', { name: /^Apply to a draft: / })[0]).toBeTruthy()
  })
})

describe('a table with nothing to show', () => {
  const without = (cut: RegExp, put = '') =>
    files.map(({ name, text: whole }) => ({ name, text: whole.replace(cut, put) }))

  test('without proposals asks for a draft and makes one', async () => {
    await lay('bare', without(/\nproposals:[\s\S]*/, '\nproposals: {}\n'))
    await open('#/case/bare/table')
    expect(await screen.findByRole('heading', { name: 'No proposal yet' })).toBeTruthy()
    await user.click(button('Start an empty draft'))
    expect(await screen.findByRole('columnheader', { name: /^New draft/ })).toBeTruthy()
  })

  test('of a case with errors judges nothing and leads to them', async () => {
    await lay('faulty', without(/dam: lower\}\}/, 'dam: deeper}}'))
    await open('#/case/faulty/table')
    expect(await screen.findByRole('heading', { name: 'The case has errors' })).toBeTruthy()
    expect(screen.queryByRole('columnheader')).toBeNull()
    await user.click(button('Go to the room “Case”'))
    expect(location.hash).toBe('#/case/faulty/case')
  })

  test('of a case without issues leads to where they are written', async () => {
    const bare = readFileSync(CHICKEN, 'utf8')
    await lay('empty', [{ name: 'case.yaml', text: bare }])
    await open('#/case/empty/table')
    await user.click(await screen.findByRole('button', { name: 'Open the text at the issues' }))
    expect(location.hash).toBe('#/case/empty/case/text%3Aissues')
  })
})
