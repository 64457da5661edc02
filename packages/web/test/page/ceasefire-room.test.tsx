import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { part, stage } from './stage.tsx'

const { lay, open, text, user } = stage()

const BARE = `truce: 1
title: Ford and weir
as-of: 2024-06-01
sources:
  own: {title: Made up for this test, kind: assumption}
parties:
  upland: {name: Upland, kind: state, role: belligerent, clock: Europe/Vienna}
  lowland: {name: Lowland, kind: state, role: belligerent, clock: Europe/Kyiv}
issues:
  ford: {title: The ford, options: {open: Open, shut: Shut}, if-silent: shut}
stances:
  upland:
    interests: {ford: {weight: 1, values: {open: 100, shut: 0}, source: own}}
    no-deal: {base: {terms: {ford: shut}}, source: own}
  lowland:
    interests: {ford: {weight: 1, values: {open: 0, shut: 100}, source: own}}
    no-deal: {base: {terms: {ford: shut}}, source: own}
proposals:
  way: {title: A way across, terms: {ford: open}}
`

const WRITTEN = `${BARE}ceasefire:
  class: preliminary
  enters-into-force: "2024-07-01T00:00[Europe/Vienna]"
  signatories: [upland, lowland]
  source: own
lines:
  weir: {kind: contact, as-of: 2024-05-01, claimed-by: upland, title: The weir, source: own}
withdrawals:
  - id: guns
    title: Guns
    weapon: {class: artillery, at-least-mm: 100}
    measure: {distance-from-line-km: 10}
    baseline: {upland: lines.weir, lowland: lines.weir}
    starts: {after: ceasefire, days: 2}
    ends: {after: ceasefire, days: 1}
    source: own
`

const files = (written: string) => [{ name: 'case.yaml', text: written }]

/** The heading of the review that a question belongs to. */
const clause = (name: RegExp) => part(name)

describe('the room Ceasefire', () => {
  test('begins a ceasefire where there is none, and says what is still to be said', async () => {
    await lay('bare', files(BARE))
    await open('#/case/bare/ceasefire')
    await screen.findByText('This case has no ceasefire yet')
    await user.click(screen.getByRole('button', { name: 'Begin a ceasefire' }))
    const entry = await clause(/^\d+\. Entry into force/)
    expect(entry.getByText('CF001')).toBeTruthy()
    await waitFor(async () => expect(await text('bare/case.yaml')).toMatch(/class: preliminary/))
  })

  test('opens the form of what is open, and the finding goes once it is said', async () => {
    await lay('open', files(WRITTEN))
    await open('#/case/open/ceasefire')
    const prohibited = await clause(/^\d+\. Return of fire/)
    const asked = prohibited.getByRole('button', { name: /^Say it here/ })
    await user.click(asked)
    const form = within(await screen.findByRole('form'))
    // the field of the key alone, and the whole form behind it
    expect(form.getAllByRole('textbox')).toHaveLength(1)
    await user.type(form.getByRole('textbox'), 'Only at what fires, and no further')
    await user.click(form.getByRole('button', { name: 'Keep' }))
    await waitFor(() =>
      expect(prohibited.queryByRole('button', { name: /^Say it here/ })).toBeNull()
    )
    expect(prohibited.getByRole('button', { name: /ceasefire.return-fire/ })).toBeTruthy()
    await waitFor(async () =>
      expect(await text('open/case.yaml')).toMatch(/return-fire: .?Only at what fires/)
    )
  })

  test('asks for a channel where a ceasefire has none', async () => {
    await lay('channel', files(WRITTEN))
    await open('#/case/channel/ceasefire')
    const liaison = await clause(/^\d+\. Liaison/)
    const [asked] = liaison.getAllByRole('button', { name: /^Say it here/ })
    if (asked) await user.click(asked)
    const form = within(await screen.findByRole('form'))
    expect(form.getByRole('button', { name: 'Add' })).toBeTruthy()
    expect(form.getByLabelText(/^Tried every day at/)).toBeTruthy()
  })

  test('shows the draft with its gaps marked, and hands it over', async () => {
    await lay('draft', files(WRITTEN))
    await open('#/case/draft/ceasefire/draft')
    const counted = await screen.findByText(/^What is left to be agreed \((\d+)\)/)
    const n = Number(/\((\d+)\)/.exec(counted.textContent ?? '')?.[1])
    const paper = within(screen.getByRole('article'))
    const marked = [...screen.getByRole('article').querySelectorAll('mark')]
    expect(marked).toHaveLength(n)
    expect(marked.every((one) => one.textContent?.startsWith('[to be agreed: '))).toBe(true)
    expect(paper.getAllByRole('button', { name: /^Fill in clause/ }).length).toBeGreaterThan(5)
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:made')
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    const kept = async (button: string): Promise<string> => {
      made.mockClear()
      await user.click(screen.getByRole('button', { name: button }))
      await waitFor(() => expect(made).toHaveBeenCalled())
      const [file] = made.mock.calls[0] ?? []
      return file instanceof Blob ? file.text() : ''
    }
    expect(await kept('Markdown')).toMatch(/^# /)
    // as many gaps in the file as on the page; the list at its end names each once more
    const plain = (await kept('Text (TXT)')).replace(/\s+/g, ' ')
    expect(plain.split('[to be agreed: ').length - 1).toBeGreaterThanOrEqual(2 * n)
    made.mockRestore()
    click.mockRestore()
  })

  test('lays out the days on both clocks, says what cannot be kept, and supposes another moment', async () => {
    await lay('days', files(WRITTEN))
    await open('#/case/days/ceasefire/days')
    const wrong = await part('What cannot be kept, or is not clear')
    expect(wrong.getByText(/Count the end from the start/)).toBeTruthy()
    const days = await part('Timetable')
    const heads = days.getAllByRole('columnheader').map((one: HTMLElement) => one.textContent)
    expect(heads.slice(0, 3)).toEqual(['day', 'Upland', 'Lowland'])
    const row = days.getByRole('row', { name: /withdrawal begins: Guns/ })
    // two days after midnight in Vienna, where Kyiv is an hour ahead
    expect(row.textContent).toContain('2024-07-03EIF+2')
    expect(row.textContent).toContain('00:0001:00')
    const [moment] = screen.getAllByLabelText('It enters into force at')
    if (moment) await user.type(moment, '2024-08-01T00:00')
    await screen.findByText(/^The ceasefire is supposed to enter into force at 2024-08-01 00:00/)
    await screen.findByText('2024-08-03')
  })
})
