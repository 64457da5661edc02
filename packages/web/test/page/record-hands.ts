import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Stage } from './stage.tsx'

const path = join(import.meta.dirname, '../../../../docs/method/plan-example/case.yaml')
const hill = `${readFileSync(path, 'utf8')}
channels:
  - {id: line, title: The line, ends: [east, west], acknowledge-within: PT10M, source: own}
`

/** A gate that one side decides, as a case has it. */
export const GATE = `gates:
  - id: quiet
    opens: track.table
    when: {violations-per-day: {at-most: 3, for-days: 2}}
    decided-by: [east]
    source: own
    because: a drill
tracks:
  table: {kind: 1, format: direct, seats: {east: party, west: party}, source: own, because: a drill}
`

/** A form of the room, or another part of it. */
export type Form = ReturnType<typeof within>

/** What somebody does in the room Record. */
export interface RecordHands {
  /** Opens the room of a case, with more text in it than it has, begins an exercise there, and writes for a side. */
  readonly begin: (id: string, more?: string) => Promise<void>
  readonly view: (name: string) => Promise<void>
  readonly writeAs: (who: string) => void
  /** The form behind a line that unfolds it. */
  readonly form: (summary: string) => Promise<Form>
}

/** Hands for the room Record on a stage. What has a label is found by it: to ask for roles takes ten times as long. */
export function recordHands({ lay, open }: Stage): RecordHands {
  const view = async (name: string): Promise<void> => {
    const views = within(screen.getByRole('navigation', { name: 'Views of the record' }))
    const link = views.getByText(name)
    fireEvent.click(link)
    await waitFor(() => {
      if (!link.matches('[aria-current]')) throw new Error(`${name} is not open`)
    })
  }
  const writeAs = (who: string): void => choose(within(document.body), 'Write as', who)
  return {
    view,
    writeAs,
    begin: async (id, more = '') => {
      await lay(id, [{ name: 'case.yaml', text: hill + more }])
      await open(`#/case/${id}/record`)
      const title = await screen.findByRole('textbox', { name: /^Title/ })
      fireEvent.change(title, { target: { value: 'Drill' } })
      press(within(document.body), 'Begin the record')
      await screen.findByText('Exercise')
      writeAs('East, head of delegation')
    },
    form: async (summary) => {
      const line = await screen.findByText(summary, { selector: 'summary' })
      fireEvent.click(line)
      const details = line.closest('details')
      if (!details) throw new Error(`nothing unfolds below ${summary}`)
      details.open = true
      return within(details)
    }
  }
}

/** Labels of what is needed end with a star. */
export const named = (label: string | RegExp): RegExp =>
  typeof label === 'string' ? new RegExp(`^${label}( \\*)?$`) : label

/** Chooses one of a list by its words. */
export function choose(at: Form, label: string, option: string): void {
  const select = at.getByLabelText(named(label), { selector: 'select' }) as HTMLSelectElement
  const found = [...select.options].find(({ text }) => text === option)
  if (!found) throw new Error(`${label} does not offer ${option}`)
  fireEvent.change(select, { target: { value: found.value } })
}

/** Writes into a field. */
export const write = (at: Form, label: string | RegExp, value: string): boolean =>
  fireEvent.change(at.getByLabelText(named(label)), { target: { value } })

/** Presses a button by its words. */
export function press(at: Form, words: string): void {
  const button = at.getByText(words, { selector: 'button, button *' }).closest('button')
  if (button) fireEvent.click(button)
}

/** Sends a form, and waits until what it says is in the record. */
export async function send(at: Form, button = 'Sign and send'): Promise<void> {
  press(at, button)
  await waitFor(() => {
    const alerts: readonly HTMLElement[] = at.queryAllByRole('alert')
    const wrong = alerts.map(({ textContent }) => textContent).join('; ')
    if (!at.queryByText('In the record.')) throw new Error(`not in the record: ${wrong}`)
  })
}
