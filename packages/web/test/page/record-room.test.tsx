import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { GATE } from './record-hands.ts'
import { part, stage } from './stage.tsx'

const { lay, open, user } = stage()
const path = join(import.meta.dirname, '../../../../docs/method/plan-example/case.yaml')
const hill = `${readFileSync(path, 'utf8')}
channels:
  - {id: line, title: The line, ends: [east, west], acknowledge-within: PT10M, source: own}
`

/** Opens the room of a case, and begins an exercise there. */
async function begin(id: string): Promise<void> {
  await lay(id, [{ name: 'case.yaml', text: hill }])
  await open(`#/case/${id}/record`)
  await user.type(await screen.findByRole('textbox', { name: /^Title/ }), 'Drill')
  await user.click(screen.getByRole('button', { name: 'Begin the record' }))
  await screen.findByText('Exercise')
}

const view = async (name: string): Promise<void> => {
  const views = within(screen.getByRole('navigation', { name: 'Views of the record' }))
  await user.click(views.getByRole('link', { name }))
}

const writeAs = async (who: string): Promise<void> =>
  user.selectOptions(screen.getByRole('combobox', { name: 'Write as' }), who)

const choose = async (label: string, option: string): Promise<void> =>
  user.selectOptions(screen.getByRole('combobox', { name: label }), option)

describe('the room Record', () => {
  test('begins a record with a key for each side, and writes as one of them', async () => {
    await begin('drill')
    const writers = screen.getByRole('combobox', { name: 'Write as' })
    const names = within(writers)
      .getAllByRole('option')
      .map(({ textContent }) => textContent)
    expect(names).toContain('East, head of delegation')
    expect(names).toContain('West, head of delegation')
    await writeAs('East, head of delegation')
    await user.click(screen.getByText('Report an incident'))
    await choose('What', 'Fire')
    await user.type(screen.getByRole('textbox', { name: 'Place' }), 'the ford')
    await user.click(screen.getByRole('button', { name: 'Sign and send' }))
    await screen.findByText('In the record.')
    const today = await part(/^Incidents of the last 24 hours/)
    expect(today.getByRole('button', { name: 'Fire, the ford' })).toBeTruthy()
  })

  test('says before anything is signed why an entry would not be taken', async () => {
    await begin('early')
    await writeAs('East, head of delegation')
    await user.click(screen.getByText('Report an incident'))
    await choose('What', 'Fire')
    const when = screen.getByLabelText(/^When \(/)
    fireEvent.change(when, { target: { value: '2099-01-01T10:00' } })
    await user.click(screen.getByRole('button', { name: 'Sign and send' }))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toMatch(/2099-01-01T10:00:00\.000Z/)
    const today = await part(/^Incidents of the last 24 hours/)
    expect(today.getByText('None was reported.')).toBeTruthy()
  })

  test('shows nobody a form for what their role does not write, and says so', async () => {
    await begin('roles')
    const writers = screen.getByRole('combobox', { name: 'Write as' })
    const keeper = within(writers).getByRole('option', { name: /keeps the record/ })
    await writeAs(keeper.textContent ?? '')
    await user.click(screen.getByText('Report an incident'))
    await screen.findByText(/does not write this: Incident reported/)
    expect(screen.queryByRole('button', { name: 'Sign and send' })).toBeNull()
  })

  test('of a case without meetings, gates and withdrawals says where they are written', async () => {
    await begin('bare')
    for (const [name, text] of [
      ['Meetings', 'The case has no standing meeting. Write one in the room Case.'],
      ['Gates', 'The case has no gates. Write one in the room Case.'],
      ['Withdrawals', 'The case withdraws nothing. Write a withdrawal in the room Case.']
    ] as const) {
      await view(name)
      await screen.findByText(text)
    }
  })

  test('tells the day with what was reported, and a gate as the record shows it', async () => {
    await lay('told', [{ name: 'case.yaml', text: `${hill}${GATE}` }])
    await open('#/case/told/record')
    await user.type(await screen.findByRole('textbox', { name: /^Title/ }), 'Drill')
    await user.click(screen.getByRole('button', { name: 'Begin the record' }))
    await screen.findByText('Exercise')
    await writeAs('East, head of delegation')
    await user.click(screen.getByText('Report an incident'))
    await choose('What', 'Fire')
    await user.type(screen.getByRole('textbox', { name: 'Place' }), 'the ford')
    await user.click(screen.getByRole('button', { name: 'Sign and send' }))
    await screen.findByText('In the record.')
    await view('Gates')
    await screen.findByText('What the record shows of each gate, test by test')
    await screen.findByText(/0 days in a row so far/)
    await view('Daily report')
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    fireEvent.change(screen.getByLabelText(/^The day that ends at 19:30/), {
      target: { value: tomorrow }
    })
    await screen.findByRole('heading', { name: 'Ceasefire violations by area' })
    fireEvent.change(screen.getByLabelText(/^The day that ends at 19:30/), {
      target: { value: '' }
    })
    await screen.findByText('There is no such day.')
  })
})
