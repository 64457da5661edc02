import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Form } from './record-hands.ts'
import { choose, GATE, press, recordHands, send, write } from './record-hands.ts'
import { part, stage } from './stage.tsx'

const shown = stage()
const { begin, view, writeAs, form } = recordHands(shown)

const MEETINGS = `meetings:
  - id: flag
    kind: flag-meeting
    cadence: daily
    at: "10:00[Europe/Kyiv]"
    rank-floor: OF-6
    quorum: {east: 1, west: 1}
    minutes: [en]
    source: own
    because: a drill
${GATE}`

const fieldset = (at: Form, legend: string): Element => {
  const found: Element | null = at.getByText(legend, { selector: 'legend' }).closest('fieldset')
  if (!found) throw new Error(`${legend} is no part of the form`)
  return found
}

/** A part of a form under its heading. */
const many = (at: Form, legend: string): Form => within(fieldset(at, legend) as HTMLElement)

/** The fields of one of several rows of it. */
function row(at: Form, legend: string, place: number): Form {
  const found = fieldset(at, legend).querySelectorAll(':scope > div')[place]
  if (!found) throw new Error(`${legend} has no row ${place}`)
  return within(found as HTMLElement)
}

async function reportFire(): Promise<void> {
  await view('Incidents')
  const report = await form('Report an incident')
  choose(report, 'What', 'Fire')
  write(report, 'Place', 'the ford')
  await send(report)
}

describe('the meetings of a record', () => {
  test('are held with those at the table, who accepts their rank, and every promise, minuted, signed and disagreed with', async () => {
    await begin('held', MEETINGS)
    await view('Meetings')
    const held = await form('Say that it was held')
    const [east, west] = [0, 1].map((place) => row(held, 'At the table', place))
    if (!east || !west) throw new Error('a seat is missing')
    // A rank that its nation's ladder knows brings its grades along; one it does not know leaves them.
    write(east, 'Nation \\(such as UA\\)', 'ua')
    write(east, 'Rank as borne', 'бригадний генерал')
    expect((east.getByLabelText(/^Grade from/) as HTMLSelectElement).value).toBe('OF-6')
    expect((east.getByLabelText(/^Which rests on/) as HTMLSelectElement).value).toBe('stars')
    write(west, 'Rank as borne', 'colonel of the hills')
    choose(west, 'Grade from', 'OF-5')
    choose(west, 'to', 'OF-5')
    press(many(held, 'At the table'), 'One more')
    press(row(held, 'At the table', 2), 'Take out')
    write(held, 'Agreed, a line each', 'the bridge is opened\nthe dead are handed over')
    for (const [place, what] of ['lorries at eight', 'a list by noon'].entries()) {
      press(many(held, 'Promises'), 'One more')
      choose(row(held, 'Promises', place), 'Who', place === 0 ? 'East' : 'West')
      write(row(held, 'Promises', place), 'What', what)
    }
    await send(held)
    const told = await part(/^Held 1/)
    for (const said of ['the bridge is opened', 'the dead are handed over'])
      expect(told.getByText(said)).toBeTruthy()
    expect(told.getByText('East: lorries at eight')).toBeTruthy()
    expect(told.getByText('West: a list by noon')).toBeTruthy()
    expect(told.getByText(/^does not reach OF-6/)).toBeTruthy()
    const minutes = await form('Write minutes')
    expect((minutes.getByLabelText(/^Language/) as HTMLInputElement).value).toBe('en')
    write(minutes, 'Text', 'Both sides spoke.')
    await send(minutes)
    const signed = await form('Sign the minutes')
    await send(signed, 'Sign all versions')
    await screen.findByText(/^East signed one version/)
    writeAs('West, head of delegation')
    const [against] = told.getAllByText('Disagree with it', { selector: 'summary' })
    const dissent = within(against?.closest('details') as HTMLElement)
    write(dissent, 'Why', 'nobody spoke of the bridge')
    await send(dissent)
    await told.findByText('nobody spoke of the bridge')
  })

  test('are called with a line for each point and what happened, said not to have been held, and put off', async () => {
    await begin('called', MEETINGS)
    await reportFire()
    await view('Meetings')
    const called = await form('Call a meeting')
    expect((called.getByLabelText(/open incident/) as HTMLInputElement).checked).toBe(true)
    write(called, 'Agenda, a line each', 'the bridge')
    write(called, 'Why', 'the fire of last night')
    await send(called)
    const failed = await form('Say that it was not held')
    many(failed, 'Who was not there').getByLabelText('West').click()
    await send(failed)
    const recess = await form('Agree a recess')
    write(recess, /^Until/, '2099-01-01T10:00')
    await send(recess)
    await view('All entries')
    const log = await part(/^All entries/)
    for (const kind of [/Meeting called/, /Meeting not held/, /Recess/])
      expect(log.getByText(kind)).toBeTruthy()
  })

  test('open a gate on entries that are named by their numbers; one that is not there is said', async () => {
    await begin('gate', MEETINGS)
    await reportFire()
    await view('Gates')
    const decide = await form('Decide it')
    choose(decide, 'It is', 'open')
    write(decide, 'The numbers of the entries that it rests on', '1, 77')
    await decide.findByText('No entry has the number 77.')
    write(decide, 'The numbers of the entries that it rests on', '1')
    write(decide, 'Why', 'two days were quiet')
    await send(decide, 'Sign the decision')
    await screen.findByText('two days were quiet')
    await screen.findByText('It rests on one entry')
    // What was sent stands in the form no more, where it would not be sent again.
    const numbers = decide.getByLabelText('The numbers of the entries that it rests on')
    expect((numbers as HTMLTextAreaElement).value).toBe('')
    writeAs('West, head of delegation')
    expect(screen.queryByText('Decide it', { selector: 'summary' })).toBeNull()
  })
})
