import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { part, stage } from './stage.tsx'

const { lay, open, user } = stage()
const path = join(import.meta.dirname, '../../../../docs/method/plan-example/case.yaml')
const hill = readFileSync(path, 'utf8')
const files = (text: string) => [{ name: 'case.yaml', text }]

/** The case without one of its top-level parts. */
function without(name: string): string {
  const lines = hill.split('\n')
  const from = lines.indexOf(`${name}:`)
  const next = lines.findIndex((line, place) => place > from && /^\S/.test(line))
  return [...lines.slice(0, from), ...(next < 0 ? [] : lines.slice(next))].join('\n')
}

const gated = `${hill}
gates:
  - {id: quiet, title: The hill is quiet, opens: deliverable.descent, when: {verified: [arms]}, decided-by: [watch], source: own}
`

/** The text of the file that a press of the button hands over. */
async function handedOver(button: string): Promise<string> {
  const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:made')
  // a browser would save it; here the page would be left for it
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  await user.click(screen.getByRole('button', { name: button }))
  await waitFor(() => expect(made).toHaveBeenCalled())
  const [file] = made.mock.calls[0] ?? []
  made.mockRestore()
  click.mockRestore()
  return file instanceof Blob ? file.text() : ''
}

describe('the room Path', () => {
  test('says what each gate waits for, who decides, and by when', async () => {
    await lay('gated', files(gated))
    await open('#/case/gated/path')
    const gates = await part('The gates')
    const cells = [...gates.getByRole('row', { name: /^quiet/ }).children]
    // from 1 July on, ten days a step: arms are verified after the first
    expect(cells.map((cell) => cell.textContent)).toEqual([
      'quiet',
      'step 2 (descent)',
      '2024-07-11',
      'arms, verified',
      'Watch'
    ])
  })

  test('hands over its days as a calendar, and the whole as a text', async () => {
    await lay('kept', files(gated))
    await open('#/case/kept/path')
    await part('Take it along')
    const calendar = await handedOver('Calendar (ICS)')
    expect(calendar).toMatch(/^BEGIN:VCALENDAR/)
    expect(calendar.match(/DTSTART;VALUE=DATE:\d+/g)?.toSorted()).toEqual([
      'DTSTART;VALUE=DATE:20240711',
      'DTSTART;VALUE=DATE:20240721',
      'DTSTART;VALUE=DATE:20240721'
    ])
    const text = await handedOver('Markdown')
    expect(text).toMatch(/^# /)
    expect(text).toContain('In no order does the path enforce itself')
  })

  test('says whether the order enforces itself, where breaking pays, and what would mend it', async () => {
    await lay('hill', files(hill))
    await open('#/case/hill/path')
    await screen.findByText(/^In no order does the path enforce itself/)
    const drawn = await part('Step by step')
    const texts = [...drawn.getByRole('img').querySelectorAll('text')].map((one) => one.textContent)
    expect(texts).toContain('1. arms (West)')
    expect(texts).toContain('2. descent (East)')
    expect(texts.filter((one) => one?.startsWith('breaking pays'))).toEqual([
      'breaking pays for East'
    ])
    const [, first, second] = (await part('Who gains by keeping to it')).getAllByRole('row')
    expect(within(first as HTMLElement).queryByText('breaking pays')).toBeNull()
    expect(within(second as HTMLElement).getByText('-18.5')).toBeTruthy()
    expect(within(second as HTMLElement).getByText('breaking pays')).toBeTruthy()
    const mends = await part('What would mend it')
    expect(mends.getByText('A bond of 30.8 points put down by East')).toBeTruthy()
  })

  test.each([
    ['deliverables', 'Write the deliverables'],
    ['plan', 'Write the plan']
  ])('of a case without %s says what to write, and leads there', async (name, step) => {
    await lay(`no-${name}`, files(without(name)))
    await open(`#/case/no-${name}/path`)
    expect(await screen.findByRole('heading', { name: 'This case has no path yet' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: step }))
    expect(location.hash).toBe(`#/case/no-${name}/case/text%3A${name}`)
  })

  test('where several proposals fit alike, lets one be chosen, and keeps it in the address', async () => {
    const twin =
      '  twin: {title: The same again, terms: {arms: laid-down, front: plain}}\nceasefire:'
    await lay('twin', files(hill.replace('ceasefire:', twin)))
    await open('#/case/twin/path')
    await screen.findByText(/^In no order does the path enforce itself/)
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Carrying out' }),
      'The same again'
    )
    expect(location.hash).toBe('#/case/twin/path/twin')
    expect(await screen.findByText(/^In no order does the path enforce itself/)).toBeTruthy()
  })
})
