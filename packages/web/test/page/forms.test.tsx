import { fireEvent, screen, within } from '@testing-library/react'
import { readCase } from '@truce/core'
import { askCheck } from '@truce/core/ask/check'
import { describe, expect, test } from 'vitest'
import { sampled } from '../../../core/test/laws.ts'
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
  await gone(name)
}

const gone = (name: string): Promise<void> =>
  expect.poll(() => screen.queryByRole('form', { name }), { timeout: 20_000 }).toBeNull()

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
  for (const n of [1, 2]) await choose(`Part it takes, party ${n}`, 'belligerent', asked)
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
  await gone(name)
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

// By default a browser walks the same way, by keys (done-when.test.ts).
describe.each(sampled(['YAML'], []))('a case without %s', () => {
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
    await choose('Who was asked', 'Hill', poll)
    put('When it was asked', '2023-06', poll)
    put('How many were asked', '1000', poll)
    put('Answer 1', 'Yes, if the road is open', poll)
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
    await tick('yes if the road is open', support)
    await choose('What was asked about', 'asked about this', support)
    await keep(support, 'Add the poll that speaks: Assembly')

    await proposal('Open road', { Water: 'Half', Road: 'Open', Fees: 'High', Patrols: 'Joint' })
    await proposal('Closed road', {
      Water: 'Half',
      Road: 'Closed',
      Fees: 'High',
      Patrols: 'Joint'
    })
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

describe('what is still needed', () => {
  test('after an option was added: its worth to each party, by a button', async () => {
    await enter('needing')
    const option = await form('Add an option: The dam')
    put('Option', 'Built lower', option)
    await press('Add', option)
    // What else becomes wrong by it is said first, and nothing is written until it is accepted.
    expect((await option.findByRole('alert')).textContent).toMatch(
      /an error in another place.*Upland.*gives no value to `built-lower`/
    )
    expect(await text('needing/case.yaml')).not.toContain('built-lower')
    expect(document.activeElement).toBe(option.getByRole('button', { name: 'Add' }))
    await press('Keep it all the same', option)
    await gone('Add an option: The dam')
    const needed = within(await screen.findByRole('region', { name: 'Still needed for a verdict' }))
    await press('Go there: What \u201cBuilt lower\u201d is worth to Upland', needed)
    const name = 'Change: worth of The dam, Upland'
    const inside = within(await screen.findByRole('form', { name }))
    range('Built lower', '40', '60', inside)
    await press('Keep', inside)
    await expect
      .poll(() => text('needing/stances/up.yaml'), { timeout: 20_000 })
      .toMatch(/built-lower: \[40, 60\]/)
    await expect.poll(() => screen.queryByText(/worth to Upland/), { timeout: 20_000 }).toBeNull()
  })
})

test('an answer put in other words stays counted where it was', { timeout: 60_000 }, async () => {
  const polled = FILES.map(({ name, text: whole }) => ({
    name,
    text:
      name === 'case.yaml'
        ? `${whole}polls:\n  survey: {population: up, field: 2024-05, answers: {agree: 62, disagree: 30}, source: talks}\n`
        : `${whole}    ratification:\n      - {body: house, threshold: 0.5, support: [{poll: survey, answers: [agree], fit: direct}]}\n`
  }))
  await enter('rewording', polled)
  const inside = await form('Change: poll \u201csurvey\u201d')
  put('Question that was asked', 'A dam?', inside)
  expect(inside.getByRole('combobox', { name: 'Who was asked' })).toHaveProperty('value', 'up')
  put('Answer 1', 'Agree, on the whole', inside)
  await choose('Who was asked', 'somebody else', inside)
  put('Who they are', 'both banks', inside)
  await press('Keep', inside)
  await expect
    .poll(() => text('rewording/stances/up.yaml'), { timeout: 20_000 })
    .toContain('answers: [agree-on-the-whole]')
  const files = await Promise.all(
    polled.map(async ({ name }) => ({ name, text: await text(`rewording/${name}`) }))
  )
  const { sound, case: source } = readCase(files)
  expect(sound).toBe(true)
  expect(source?.polls.get('survey')?.population).toBe('both banks')
})

/** The fixture's case with a reason that the party's every entry rests on. */
const WITH_DEFAULTS = FILES.map(({ name, text: whole }) => ({
  name,
  text: whole.replace('  up:\n', '  up:\n    defaults: {because: as the brief orders them}\n')
}))

async function enter(id: string, files = FILES): Promise<void> {
  await lay(id, files)
  await open(`#/case/${id}/case`)
  await screen.findByRole('heading', { level: 3, name: /Upland/ })
}

const problems = (inside: Inside): readonly string[] =>
  [
    ...inside.queryAllByRole('alert'),
    ...inside.queryAllByText(/^(Missing|Write |A link|There is)/)
  ].map(({ textContent }) => textContent ?? '')

describe('what a form cannot take', () => {
  test('is said at each field, and the focus goes to the first', async () => {
    await enter('refusing')
    const inside = await form('Add a redline: Upland')
    await press('Add', inside)
    const says = inside.getByRole('textbox', { name: 'What it says' })
    await expect.poll(() => document.activeElement === says).toBe(true)
    expect(problems(inside)).toEqual(
      expect.arrayContaining([
        'Missing: What it says.',
        'Missing: Crossed by, or needed.',
        'Missing: Firmness (0 to 1, or %).',
        'Missing: Source.'
      ])
    )
    range('Firmness (0 to 1, or %)', '0.9', '0.4', inside)
    expect(problems(inside)).toContain('The lowest number is above the highest: turn them round.')
    range('Firmness (0 to 1, or %)', '0.4', '1.5', inside)
    expect(problems(inside)).toContain('This number lies between 0 and 1.')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('form')).toBeNull()
    expect(await text('refusing/stances/up.yaml')).toBe(FILES[1]?.text)
  })

  test('is a date written otherwise, a link that would be run, and a name that is taken', async () => {
    await enter('dated')
    const inside = await form('Add a source')
    put('Title of the source', 'minutes', inside)
    put('Date', '3 Nov 2024', inside)
    put('Link', 'javascript:alert(1)', inside)
    await press('Add', inside)
    expect(await inside.findByText('Write 2024-11-03.')).toBeTruthy()
    expect(inside.getByText('A link begins with https://, http:// or mailto:.')).toBeTruthy()
    expect(inside.getByText(/There is one of the name “minutes” already/)).toBeTruthy()
    put('Title of the source', 'A survey', inside)
    put('Date', '2024-11-03', inside)
    put('Link', 'https://example.org/wells', inside)
    await choose('Kind of source', 'Dataset', inside)
    await keep(inside, 'Add a source')
    const line =
      '  a-survey: {title: A survey, kind: dataset, date: 2024-11-03, url: https://example.org/wells}'
    await expect.poll(() => text('dated/case.yaml'), { timeout: 20_000 }).toContain(line)
  })

  test('is a reason that nobody saw: the party\u2019s own is shown, and becomes the entry\u2019s', async () => {
    await enter('reasons', WITH_DEFAULTS)
    const inside = await form('Add a redline: Upland')
    const because = inside.getByRole('textbox', { name: 'Because' })
    expect(because).toHaveProperty('value', 'as the brief orders them')
    put('What it says', 'No road', inside)
    await choose('Crossed by, or needed, part 1', 'The dam', inside)
    await tick('Built', inside)
    range('Firmness (0 to 1, or %)', '0.5', '0.6', inside)
    await choose('Source', 'Ours', inside)
    put('Because', '', inside)
    await press('Add', inside)
    expect(await inside.findByText(/which you would not have said/)).toBeTruthy()
    put('Because', 'their speech of May', inside)
    await keep(inside, 'Add a redline: Upland')
    await expect
      .poll(() => text('reasons/stances/up.yaml'), { timeout: 20_000 })
      .toContain('because: their speech of May')
  })
})

describe('changing and removing', () => {
  test('changes what was changed and nothing else', async () => {
    await enter('changing')
    const inside = await form('Change: redline \u201cA dam\u201d')
    expect(inside.getByRole('textbox', { name: 'What it says' })).toHaveProperty('value', 'A dam')
    expect(inside.getByRole('checkbox', { name: 'Not built' })).toHaveProperty('checked', true)
    await choose('Kind of redline', 'Must have', inside)
    await press('Keep', inside)
    await expect
      .poll(() => text('changing/stances/up.yaml'), { timeout: 20_000 })
      .toContain(
        '- {id: some-dam, says: A dam, firmness: [0.8, 0.9, 1], source: talks, must: {dam: none}}'
      )
    await press('Undo: change of redline \u201cA dam\u201d')
    await expect
      .poll(() => text('changing/stances/up.yaml'), { timeout: 20_000 })
      .toBe(FILES[1]?.text)
  })

  test('what other entries name is asked about, and goes with them as one step', async () => {
    await enter('removing')
    await press('Remove: option Not built (The dam)')
    const asked = within(await screen.findByRole('alertdialog'))
    expect(await asked.findByText(/2 places of the case name option/)).toBeTruthy()
    await press('Leave everything as it is', asked)
    expect(document.activeElement?.getAttribute('aria-label')).toBe(
      'Remove: option Not built (The dam)'
    )
    await press('Remove: option Not built (The dam)')
    await press('Remove it and these 2 places')
    await expect
      .poll(() => text('removing/stances/up.yaml'), { timeout: 20_000 })
      .not.toContain('some-dam')
    expect(await text('removing/stances/up.yaml')).toContain('values: {built: 100}')
    await press('Undo: removal of option Not built (The dam)')
    await expect
      .poll(() => text('removing/stances/up.yaml'), { timeout: 20_000 })
      .toBe(FILES[1]?.text)
    await expect.poll(() => text('removing/case.yaml'), { timeout: 20_000 }).toBe(FILES[0]?.text)
  })

  test('no two buttons of the page have one name', async () => {
    await enter('naming')
    const names = screen
      .getAllByRole('button')
      .map((one) => one.getAttribute('aria-label') ?? '')
      .filter((name) => /^(Change|Remove|Add)/.test(name))
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([])
  })
})

test('the text stays at the file it is at when another file gets an error', async () => {
  await lay('staying', FILES)
  await open('#/case/staying/case/text:')
  const tab = await screen.findByRole('tab', { name: 'case.yaml' })
  expect(tab.getAttribute('aria-selected')).toBe('true')
  const broken = FILES.map(({ name, text: whole }) => ({
    name,
    text: name === 'case.yaml' ? whole : whole.replace('dam: none', 'dam: nowhere')
  }))
  await lay('staying', broken)
  window.dispatchEvent(new Event('focus'))
  await screen.findAllByText(/nowhere/)
  expect(tab.getAttribute('aria-selected')).toBe('true')
})

test('the graph grows by moves, states and statements in order', { timeout: 120_000 }, async () => {
  await enter('graphed')
  for (const [party, title] of [
    ['Upland', 'Close the weir'],
    ['Lowland', 'Take the water']
  ]) {
    const inside = await form(`Add a move: ${party}`)
    put('What it can do', title ?? '', inside)
    await keep(inside, `Add a move: ${party}`)
    await screen.findAllByText(title ?? '')
  }
  const state = await form('Name a state')
  put('Name of the state', 'Quiet', state)
  await choose('What is so in it, part 1', 'Upland: Close the weir', state)
  await choose('What is so in it, part 1: which way', 'is not done', state)
  await press('Another move', state)
  await choose('What is so in it, part 2', 'Lowland: Take the water', state)
  await choose('What is so in it, part 2: which way', 'is not done', state)
  await keep(state, 'Name a state')
  const today = await form('Say where everything stands today')
  await choose('State of today', 'quiet', today)
  await keep(today, 'Say where everything stands today')
  const wishes = await form('Say what it would rather see: Upland')
  await choose('Statement 1, part 1', 'Upland: Close the weir', wishes)
  await press('Another statement', wishes)
  await choose('Statement 2, part 1', 'Lowland: Take the water', wishes)
  await choose('Statement 2, part 1: which way', 'is not done', wishes)
  await press('Up: Statement 2', wishes)
  await keep(wishes, 'Say what it would rather see: Upland')
  await expect.poll(() => text('graphed/case.yaml'), { timeout: 20_000 }).toContain('preferences')
  const read = readCase([{ name: 'case.yaml', text: await text('graphed/case.yaml') }])
  expect(read.case?.graph?.statusQuo).toBe('quiet')
  expect(read.case?.graph?.preferences.get('up')).toMatchObject({
    statements: [
      { kind: 'move', party: 'low', move: 'take-the-water', taken: false },
      { kind: 'move', party: 'up', move: 'close-the-weir', taken: true }
    ]
  })
})
