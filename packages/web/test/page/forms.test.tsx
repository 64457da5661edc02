// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react'
import { readCase } from '@truce/core'
import { askCheck } from '@truce/core/ask/check'
import { describe, expect, test } from 'vitest'
import { FILES } from '../case-fixture.ts'
import { stage } from './stage.tsx'

const { lay, open, text, user } = stage()

type Inside = ReturnType<typeof within>

const press = async (name: string | RegExp, inside: Inside = screen): Promise<void> =>
  user.click(await inside.findByRole('button', { name }))

/** Puts a text into a field at once: typing letter by letter proves nothing more, and takes long. */
const put = (name: string | RegExp, value: string, inside: Inside = screen): void => {
  fireEvent.change(inside.getByRole('textbox', { name }), { target: { value } })
}

const choose = async (name: string, label: string, inside: Inside = screen): Promise<void> =>
  user.selectOptions(inside.getByRole('combobox', { name }), label)

const tick = async (name: string, inside: Inside = screen): Promise<void> =>
  user.click(inside.getByRole('checkbox', { name }))

/** Opens the form behind a button and gives its inside. */
async function form(button: string): Promise<Inside> {
  await user.click(await screen.findByRole('button', { name: button }))
  return within(await screen.findByRole('form', { name: button }))
}

async function keep(inside: Inside, name: string): Promise<void> {
  await press('Add', inside)
  await expect.poll(() => screen.queryByRole('form', { name }), { timeout: 20_000 }).toBeNull()
}

const range = (label: string, low: string, high: string, inside: Inside): void => {
  put(`${label}: lowest`, low, inside)
  put(`${label}: highest`, high, inside)
}

/** Begins a case by the three questions of the start page. */
async function begun(title: string): Promise<void> {
  await open('#/')
  await press('Start a case')
  const asked = within(await screen.findByRole('form', { name: 'Start a case' }))
  expect(document.activeElement).toBe(asked.getByRole('textbox', { name: 'What is it about?' }))
  put('What is it about?', title, asked)
  put('Party 1', 'Hill', asked)
  put('Party 2', 'Shore', asked)
  for (const [index, [issue, options]] of [
    ['Water', 'All\nHalf\nNone'],
    ['Road', 'Open\nClosed'],
    ['Fees', 'High\nLow']
  ].entries()) {
    if (index > 0) await press('Another issue', asked)
    put(`Issue ${index + 1}`, issue ?? '', asked)
    put(`Options of issue ${index + 1}, one per line`, options ?? '', asked)
  }
  await press('Begin the case', asked)
  await screen.findByRole('heading', { level: 1, name: title })
  await screen.findByRole('heading', { name: 'Still needed for a verdict' })
}

async function worthByRanking(party: string): Promise<void> {
  const name = `Worth by ranking: ${party}`
  const ranking = await form(name)
  await choose('Source', 'Judgements of the authors of this case', ranking)
  if (party === 'Shore') {
    await press('Down: Water: best for Shore first: All', ranking)
    await press('Down: Water: best for Shore first: All', ranking)
  }
  await press('Write these figures', ranking)
  await expect.poll(() => screen.queryByRole('form', { name }), { timeout: 20_000 }).toBeNull()
}

async function noDeal(party: string): Promise<void> {
  const name = `Say what no deal is worth: ${party}`
  const inside = await form(name)
  range('Worth of no deal', '10', '20', inside)
  await choose('Source', 'Judgements of the authors of this case', inside)
  await keep(inside, name)
}

async function proposal(title: string, terms: Readonly<Record<string, string>>): Promise<void> {
  const inside = await form('Add a proposal')
  put('Title of the proposal', title, inside)
  for (const [issue, option] of Object.entries(terms)) await choose(issue, option, inside)
  await keep(inside, 'Add a proposal')
}

describe('a case without YAML', () => {
  test('is made through forms alone, and judged', { timeout: 240_000 }, async () => {
    await begun('The hill and the shore')
    const issue = await form('Add an issue')
    put('What is to be settled', 'Patrols', issue)
    put('Options, one per line', 'Joint\nSeparate', issue)
    await keep(issue, 'Add an issue')
    await screen.findAllByText('Patrols')

    await worthByRanking('Hill')
    await worthByRanking('Shore')
    await noDeal('Hill')
    await noDeal('Shore')

    const redline = await form('Add a redline: Shore')
    put('What it says', 'The road stays open', redline)
    await choose('Crossed by, or needed, part 1', 'Road', redline)
    await tick('Closed', redline)
    range('Firmness (0 to 1, or %)', '1', '100%', redline)
    await press('Make a new source', redline)
    const made = within(redline.getByRole('group', { name: 'Make a new source' }))
    put('Title of the source', 'Speech at the shore', made)
    await choose('Kind of source', 'Statement', made)
    put('Date', '2023-05', made)
    await press('Use this source', made)
    await keep(redline, 'Add a redline: Shore')

    const poll = await form('Add a poll')
    put('Question that was asked', 'Joint patrols?', poll)
    put('Who was asked', 'hill', poll)
    put('When it was asked', '2023-06', poll)
    put('How many were asked', '1000', poll)
    put('Answer 1', 'Yes', poll)
    put('Percent of answer 1', '80', poll)
    put('Answer 2', 'No', poll)
    put('Percent of answer 2', '20', poll)
    await choose('Source', 'Speech at the shore', poll)
    await keep(poll, 'Add a poll')
    const body = await form('Add a body that must pass it: Hill')
    put('Body', 'Assembly', body)
    range('Share it needs (0 to 1, or %)', '50%', '50%', body)
    await keep(body, 'Add a body that must pass it: Hill')
    const support = await form('Add the poll that speaks: Assembly')
    await choose('Poll', 'Joint patrols?', support)
    await tick('yes', support)
    await choose('What was asked about', 'asked about this', support)
    await keep(support, 'Add the poll that speaks: Assembly')

    await proposal('Open road', { Water: 'Half', Road: 'Open', Fees: 'High', Patrols: 'Joint' })
    await proposal('Closed road', { Water: 'Half', Road: 'Closed', Fees: 'High', Patrols: 'Joint' })
    expect(screen.queryByRole('heading', { name: 'Still needed for a verdict' })).toBeNull()

    const file = (): Promise<string> => text('The-hill-and-the-shore/case.yaml')
    await expect.poll(file, { timeout: 20_000 }).toContain('Closed road')
    const whole = await file()
    const reading = readCase([{ name: 'case.yaml', text: whole }])
    expect(reading.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(reading.sound).toBe(true)
    const { case: source } = reading
    if (!source) throw new Error('the case was not read')
    // Nobody but its maker wrote the reasons and sources.
    expect(whole.match(/because: ?"?elicited by ranking/g)).toHaveLength(8)
    const answer = askCheck({ ...reading, hash: '' })
    if (answer.refused) throw new Error('the case was refused')
    const told = answer.document().proposals
    // Both sides get the worth of everything from the open road; the closed one crosses a redline
    // of firmness 1, so that Shore refuses it in every draw.
    expect(told['open-road']?.verdict).toBe('robust')
    expect(told['closed-road']?.joint.p).toBe(0)
    expect(told['closed-road']?.verdict).toBe('dead-on-arrival')
  })
})

void [lay, FILES]
