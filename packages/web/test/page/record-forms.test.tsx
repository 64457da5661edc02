// @vitest-environment happy-dom
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { part, stage } from './stage.tsx'

const { lay, open, user } = stage()
const path = join(import.meta.dirname, '../../../../docs/method/plan-example/case.yaml')
const hill = `${readFileSync(path, 'utf8')}
channels:
  - {id: line, title: The line, ends: [east, west], acknowledge-within: PT10M, source: own}
`

/** Opens the room of a case, begins an exercise there, and writes for a side. */
async function begin(id: string): Promise<void> {
  await lay(id, [{ name: 'case.yaml', text: hill }])
  await open(`#/case/${id}/record`)
  fireEvent.change(await screen.findByRole('textbox', { name: /^Title/ }), {
    target: { value: 'Drill' }
  })
  await user.click(screen.getByRole('button', { name: 'Begin the record' }))
  await screen.findByText('Exercise')
  await writeAs('East, head of delegation')
}

const view = async (name: string): Promise<void> => {
  const views = within(screen.getByRole('navigation', { name: 'Views of the record' }))
  await user.click(views.getByRole('link', { name }))
}

const writeAs = async (who: string): Promise<void> =>
  user.selectOptions(screen.getByRole('combobox', { name: 'Write as' }), who)

/** The form behind a line that unfolds it. */
async function form(summary: string): Promise<ReturnType<typeof within>> {
  const line = await screen.findByText(summary, { selector: 'summary' })
  await user.click(line)
  const details = line.closest('details')
  if (!details) throw new Error(`nothing unfolds below ${summary}`)
  return within(details)
}

type Form = ReturnType<typeof within>

const choose = (at: Form, label: string, option: string): Promise<void> =>
  user.selectOptions(at.getByRole('combobox', { name: label }), option)

/** Labels of what is needed end with a star. */
const named = (label: string | RegExp): RegExp =>
  typeof label === 'string' ? new RegExp(`^${label}( \\*)?$`) : label

const write = (at: Form, label: string | RegExp, value: string): boolean =>
  fireEvent.change(at.getByLabelText(named(label)), { target: { value } })

async function send(at: Form, button = 'Sign and send'): Promise<void> {
  await user.click(at.getByRole('button', { name: button }))
  await at.findByText('In the record.')
}

describe('the forms of the room Record', () => {
  test('file equipment seen, holdings and an inspection without access, and list them in words', async () => {
    await begin('ground')
    await view('Withdrawals')
    const seen = await form('Equipment seen')
    await choose(seen, 'Class of weapon', 'tanks')
    write(seen, 'How many', '3')
    await choose(seen, 'Whose, as you take it', 'West')
    write(seen, 'Place', 'the quarry')
    await send(seen)
    const holdings = await form('Holdings declared')
    await choose(holdings, 'Class of weapon', 'mortars')
    write(holdings, 'How many', '12')
    write(holdings, 'Unit', 'third brigade')
    await send(holdings)
    const site = await form('Inspection')
    await choose(site, 'What came of it', 'no access given')
    expect(site.queryByLabelText('How many were counted')).toBeNull()
    await choose(site, 'Whose site', 'West')
    write(site, 'Name of the site', 'depot 4')
    await send(site)
    const filed = await part(/^Equipment seen, holdings declared/)
    expect(filed.getByText('tanks')).toBeTruthy()
    expect(filed.getByText('How many: 12, Unit: third brigade')).toBeTruthy()
    expect(filed.getByText('no access given')).toBeTruthy()
  })

  test('say at the field what is wrong with it', async () => {
    await begin('wrong')
    await view('Withdrawals')
    const seen = await form('Equipment seen')
    await choose(seen, 'Class of weapon', 'tanks')
    write(seen, 'How many', '3')
    write(seen, 'Latitude', '48.5')
    await user.click(seen.getByRole('button', { name: 'Sign and send' }))
    const alert = await seen.findByText('Give both latitude and longitude, or neither.')
    expect(alert.closest('fieldset')?.querySelector('legend')?.textContent).toBe('Where')
    write(seen, 'Longitude', '37.9')
    write(seen, /^When \(/, '2099-01-01T10:00')
    await user.click(seen.getByRole('button', { name: 'Sign and send' }))
    const early = await seen.findByText(/would be at 2099-01-01T10:00:00\.000Z/)
    expect(early.closest('[data-path]')?.getAttribute('data-path')).toBe('occurred.at')
  })

  test('correct an entry: another stands instead, and the old one stays, struck', async () => {
    await begin('correct')
    await view('Withdrawals')
    const seen = await form('Equipment seen')
    await choose(seen, 'Class of weapon', 'tanks')
    write(seen, 'How many', '3')
    write(seen, 'Place', 'the quarry')
    const shot = new File(['a photograph'], 'quarry.jpg')
    const input = seen.getByLabelText('Files that show it', { selector: 'input' })
    await user.upload(input, shot)
    const hash = createHash('sha256').update('a photograph').digest('hex')
    await seen.findByText(hash)
    await send(seen)
    const filed = await part(/^Equipment seen, holdings declared/)
    expect(filed.getByText(hash)).toBeTruthy()
    await user.click(filed.getByRole('button', { name: 'Correct it' }))
    write(filed, 'How many', '5')
    await user.click(filed.getByRole('button', { name: 'Sign the correction' }))
    await filed.findByText(/instead of/)
    const struck = document.querySelector('article del dl')
    expect(struck?.textContent).toMatch(/How many3/)
    expect(filed.getAllByText('5')).toHaveLength(1)
    expect(filed.getAllByText(hash)).toHaveLength(2)
    await writeAs('West, head of delegation')
    expect(filed.queryByRole('button', { name: 'Correct it' })).toBeNull()
  })

  test('tell of a signal, correct a message and take it back', async () => {
    await begin('signals')
    await view('Signals')
    const signal = await form('Signal')
    await choose(signal, 'Who gave it', 'West')
    write(signal, 'What was done', 'two aircraft along the river')
    await send(signal)
    await screen.findByText('two aircraft along the river', { selector: 'dd' })
    await view('Hotline')
    const message = await form('Send a message')
    write(message, 'Text', 'a convoy at noon')
    await send(message)
    const corrected = await form('Correct the message')
    write(corrected, 'The message as it should be', 'a convoy at one')
    await user.click(corrected.getByRole('button', { name: 'Sign and send' }))
    await screen.findByText('Its sender corrected it:')
    await screen.findByText('a convoy at one', { selector: 'dd' })
    const back = await form('Take the message back')
    write(back, 'Why', 'it was called off')
    await user.click(back.getByRole('button', { name: 'Sign and send' }))
    await screen.findByText('Its sender took it back:')
  })

  test('cosign the head that was verified here, which the list of heads then tells', async () => {
    await begin('heads')
    await view('All entries')
    await user.click(await screen.findByRole('button', { name: 'Verify and cosign for East' }))
    await screen.findByText('Verified here, and cosigned over one entry.')
    const heads = await part(/^Signed heads/)
    await heads.findByText(/cosigned by/)
    expect(heads.getByRole('listitem').textContent).toMatch(/Over one entry: cosigned by \S* ?East/)
  })

  test('have two incidents found to be one by whoever keeps the record', async () => {
    await begin('joined')
    for (const place of ['the ford', 'the mill']) {
      await view('Incidents')
      const report = await form('Report an incident')
      await choose(report, 'What', 'Fire')
      write(report, 'Place', place)
      await send(report)
      await user.click(report.getByText('Report an incident'))
    }
    const keeper = screen.getByRole('option', { name: /keeps the record/ })
    await writeAs(keeper.textContent ?? '')
    await user.click(screen.getByRole('button', { name: 'Fire, the ford' }))
    const next = await part('What can be done next')
    await choose(next, 'Step', 'Two incidents found to be one')
    await user.selectOptions(
      next.getByRole('combobox', { name: 'The other incident' }),
      next.getByRole('option', { name: /Fire, the mill/ })
    )
    write(next, 'Why', 'seen from both banks')
    await user.click(next.getByRole('button', { name: 'Sign and send' }))
    const done = await part(/^What was done/)
    await done.findByText(/Two incidents found to be one/)
  })
})
