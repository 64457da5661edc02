import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { FILES } from '../case-fixture.ts'
import { part, stage } from './stage.tsx'

const { lay, open, text, user } = stage()

/** Opens a case of its own in a room of its own, so that no test sees another's changes. */
async function enter(id: string): Promise<void> {
  await lay(id, FILES)
  await open(`#/case/${id}/case`)
  await screen.findByRole('heading', { level: 3, name: /Upland/ })
}

const named = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })
const stance = (id: string): Promise<string> => text(`${id}/stances/up.yaml`)
const field = (name: string | RegExp): HTMLInputElement => screen.getByRole('textbox', { name })

async function fill(name: string | RegExp, value: string): Promise<void> {
  await user.clear(field(name))
  if (value !== '') await user.type(field(name), value)
}

describe('adding a redline', () => {
  test('writes it behind the others, shows it, and undo takes it out of the text again', async () => {
    await enter('adding')
    const before = await stance('adding')
    await user.click(named('Add a redline: Upland'))
    const form = within(await screen.findByRole('form', { name: 'Add a redline: Upland' }))
    await user.type(form.getByRole('textbox', { name: 'What it says' }), 'No water, no deal')
    await user.selectOptions(form.getByRole('combobox', { name: 'Kind of redline' }), 'Must have')
    const issue = form.getByRole('combobox', { name: 'Crossed by, or needed, part 1' })
    await user.selectOptions(issue, 'Water')
    await user.click(form.getByRole('checkbox', { name: 'A third' }))
    await user.click(form.getByRole('checkbox', { name: 'All of it' }))
    await fill('Firmness (0 to 1, or %): lowest', '0.4')
    await fill('Firmness (0 to 1, or %): highest', '80%')
    await user.selectOptions(form.getByRole('combobox', { name: 'Source' }), 'Minutes')
    await user.click(form.getByRole('button', { name: 'Add' }))
    await screen.findByText('Must have: Water: anything but One half')
    await expect.poll(() => stance('adding'), { timeout: 20_000 }).not.toBe(before)
    const written = await stance('adding')
    // Nothing but its own lines has come.
    const lines = `      - id: no-water-no-deal
        must: {water: [third, full]}
        says: "No water, no deal"
        firmness: [0.4, 0.8]
        source: talks
`
    expect(written.replace(lines, '')).toBe(before)
    expect(screen.queryByRole('form')).toBeNull()
    expect(document.activeElement).toBe(named('Add a redline: Upland'))

    await user.click(named(/^Undo: /))
    expect(screen.queryByText('Must have: Water: anything but One half')).toBeNull()
    await expect.poll(() => stance('adding'), { timeout: 20_000 }).toBe(before)
    await user.click(named(/^Redo: /))
    await expect.poll(() => stance('adding'), { timeout: 20_000 }).toBe(written)
  })
})

test('no source stands beside a figure without saying whose the figure is', async () => {
  const stated = FILES.map(({ name, text: whole }) => ({
    name,
    text: whole.replace('none: 0}, source: ours', 'none: 0}, source: ours, numbers: talks')
  }))
  await lay('whose', stated)
  await open('#/case/whose/case')
  await screen.findByRole('heading', { level: 3, name: /Upland/ })
  const cites = screen
    .getAllByRole('button', { name: /^(Minutes|Ours)$/ })
    .map((link) => ({ link, entry: link.closest('li, section') }))
    .filter(({ entry }) => entry?.querySelector('[aria-haspopup="dialog"][id]'))
  expect(cites.length).toBeGreaterThan(5)
  for (const { link, entry } of cites)
    expect(entry?.textContent, link.textContent ?? '').toMatch(
      /case's figure; claim: (Minutes|Ours)|figure: Minutes; claim: Ours/
    )
  const entryOf = (at: string): string => document.getElementById(at)?.textContent ?? ''
  expect(entryOf('stances/up/redlines/0')).toContain("case's figure; claim: Minutes")
  expect(entryOf('stances/up/interests/dam')).toContain('figure: Minutes; claim: Ours')
})

describe('a range', () => {
  const openFirmness = async (): Promise<void> => user.click(named(/^Firmness of “A dam”/))
  const handle = (which: string): HTMLElement =>
    screen.getByRole('slider', { name: `Firmness of “A dam”: ${which}` })

  test('moved by keys is written once the key is let go, as one step to undo', async () => {
    await enter('keys')
    await openFirmness()
    handle('lowest').focus()
    await user.keyboard('{ArrowUp}')
    await expect
      .poll(() => stance('keys'), { timeout: 20_000 })
      .toContain('firmness: [0.81, 0.9, 1]')
    const said = screen.getAllByRole('button').map((one) => one.textContent ?? '')
    expect(said.some((one) => one.endsWith('0.81–1'))).toBe(true)
  })

  test('dragged is written where it was let go, and never past its neighbour', async () => {
    await enter('dragged')
    await openFirmness()
    const low = handle('lowest')
    const track = low.parentElement as HTMLElement
    track.getBoundingClientRect = () => ({ left: 100, width: 200 }) as DOMRect
    const at = (x: number) => ({ pointerId: 1, clientX: x })
    fireEvent.pointerDown(low, at(260))
    fireEvent.pointerMove(low, at(200))
    expect(low.getAttribute('aria-valuenow')).toBe('0.5')
    expect(await stance('dragged')).toBe(FILES[1]?.text)
    fireEvent.pointerMove(low, at(299))
    fireEvent.pointerUp(low, at(299))
    await expect
      .poll(() => stance('dragged'), { timeout: 20_000 })
      .toContain('firmness: [0.9, 0.9, 1]')
  })

  test('typed says what is wrong, and is written only once it is right', async () => {
    await enter('typed')
    await openFirmness()
    await fill('Lowest', '2')
    expect(screen.getByRole('alert').textContent).toMatch(/rising order/)
    await fill('Most likely', '')
    await fill('Highest', '3')
    expect(screen.getByRole('alert').textContent).toBe('This number lies between 0 and 1.')
    expect((named('Set') as HTMLButtonElement).disabled).toBe(true)
    await fill('Lowest', '0.2')
    await fill('Highest', '0.6')
    await user.click(named('Set'))
    await expect.poll(() => stance('typed'), { timeout: 20_000 }).toContain('firmness: [0.2, 0.6]')
    await user.click(named(/^Undo: /))
    await expect.poll(() => stance('typed'), { timeout: 20_000 }).toBe(FILES[1]?.text)
  })
})

describe('the words of the case', () => {
  test('are shown and changed in the language of the reader', async () => {
    await enter('names')
    const english = await screen.findByRole('heading', { level: 3, name: /Lowland/ })
    await user.click(within(english).getByRole('button'))
    await fill(/./, 'Low ground')
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { level: 3, name: /Low ground/ })
    const party = /low: \{name: \{en: Low ground, fr: Aval\}/
    await expect.poll(() => text('names/case.yaml'), { timeout: 20_000 }).toMatch(party)
  })
})

describe('a case with errors', () => {
  test('is shown with how many there are, and leads to where they are told', async () => {
    const [head, stances] = FILES.map(({ text: whole }) => whole)
    await lay('wrong', [
      { name: 'case.yaml', text: head ?? '' },
      { name: 'stances/up.yaml', text: (stances ?? '').replace('dam: none}', 'dam: nowhere}') }
    ])
    await open('#/case/wrong/case')
    await screen.findByRole('heading', { level: 3, name: /Upland/ })
    await user.click(named(/1 error/))
    const findings = await part('What was found in the case')
    expect(await findings.findByText(/nowhere/)).toBeTruthy()
  })
})
