import { describe, expect, it } from 'vitest'
import type { MatrixCell, NamedCase } from '../../src/check/accounts.ts'
import { judgeAccounts } from '../../src/check/accounts.ts'
import { check } from '../../src/check/check.ts'
import { DEFAULTS } from '../../src/check/defaults.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import { caseOfText } from '../arbitrary.ts'
import { caseIn } from '../folder.ts'

const settings = { ...DEFAULTS, draws: 400 }

const ISSUES = `
  water:
    title: Water let through in summer
    ordered: true
    options: {third: A third, half: One half, full: All of it}
  dam:
    title: The dam
    options: {built: Built, none: Not built}
    if-silent: built`
const redlines = (upland: string, lowland: string): string => `
    upland:
      redlines: [{id: ${upland}, firmness: 0.95, source: talks}]
      interests:
        water: {weight: 1, values: {third: 100, half: 70, full: 0}, source: talks}
      no-deal: {base: 20, source: talks}
    lowland:
      redlines: [{id: ${lowland}, firmness: 0.95, source: talks}]
      interests:
        water: {weight: 1, values: {third: 0, half: 60, full: 100}, source: talks}
      no-deal: {base: 20, source: talks}`

/** Upland's account: the dam is what Upland will not give up; Lowland can live with much. */
const upland: NamedCase = {
  name: 'upland',
  source: caseOfText([
    [
      'case.yaml',
      exampleText({
        issues: ISSUES,
        stances: redlines('a-dam, never: {dam: none}', 'drink, never: {water: third}'),
        proposals: `
    halves: {title: Half each, by: talks, terms: {water: half}}
    no-dam: {title: No dam, by: talks, terms: {water: half, dam: none}}
    dam-first: {title: The dam, by: talks, terms: {dam: built}}`
      })
    ]
  ])
}

/** Lowland's account: no word of a dam, another word for water, and money besides. */
const lowland: NamedCase = {
  name: 'lowland',
  source: caseOfText([
    [
      'case.yaml',
      exampleText({
        sources: '{talks: {title: T, kind: statement, date: 2024-05, side: lowland}}',
        issues: `
  water:
    title: Water let through in summer
    ordered: true
    options: {third: A third, half: One half, most: Nearly all}
    if-silent: third
  money: {title: Money, options: {none: None, some: Some}, if-silent: none}`,
        stances: redlines(
          'no-more, never: {water: most}',
          'not-a-third, never: {water: third}'
        ).replaceAll('full:', 'most:'),
        proposals: `
    halves: {title: Half each, by: talks, terms: {water: half}}
    paid: {title: Half and money, by: talks, date: 2024-05, terms: {water: half, money: some}}
    flood: {title: Nearly all, by: talks, terms: {water: most}}`
      })
    ]
  ])
}

const matrix = judgeAccounts([upland, lowland], settings)
const cell = (proposal: string, account: string): MatrixCell => {
  const found = matrix.texts
    .find((text) => text.proposal === proposal)
    ?.cells.find((one) => one.account === account)
  if (!found) throw new Error(`no cell ${proposal}, ${account}`)
  return found
}

describe('two accounts made by hand', () => {
  it('hold five texts: what both say word for word stands once', () => {
    expect(matrix.texts.map(({ proposal, own }) => [proposal, ...own])).toEqual([
      ['halves', 'upland', 'lowland'],
      ['no-dam', 'upland'],
      ['dam-first', 'upland'],
      ['paid', 'lowland'],
      ['flood', 'lowland']
    ])
    expect(matrix.texts.map(({ side }) => side)).toEqual([null, null, null, 'lowland', 'lowland'])
  })
  it('judge a text by their own lines', () => {
    expect(cell('no-dam', 'upland').judged).toMatchObject({
      verdict: 'dead-on-arrival',
      walks: [{ party: 'upland', over: 'redline', id: 'a-dam' }]
    })
    // there is no dam in Lowland's account, and half is nobody's redline there
    expect(cell('no-dam', 'lowland')).toMatchObject({
      unknown: [{ issue: 'dam', option: null }],
      open: [],
      judged: { verdict: 'robust', walks: [] }
    })
  })
  it('leave open what they have no option for, whatever silence means there', () => {
    const { unknown, judged } = cell('flood', 'upland')
    expect([unknown, judged]).toEqual([[{ issue: 'water', option: 'most' }], null])
    expect(cell('paid', 'upland')).toMatchObject({
      unknown: [{ issue: 'money', option: null }],
      open: [],
      judged: { verdict: 'robust' }
    })
  })
  it('leave open what the text itself leaves open, whatever silence means there', () => {
    // `dam-first` says nothing of water, and where it comes from silence on water means nothing
    expect(cell('dam-first', 'upland').open).toEqual(['water'])
    expect(cell('dam-first', 'lowland').judged).toBeNull()
    const other: NamedCase = {
      name: 'other',
      source: caseOfText([
        [
          'case.yaml',
          exampleText({
            issues: `${ISSUES.replace('full: All of it}', 'full: All of it}\n    if-silent: third')}`,
            stances: redlines('a-dam, never: {dam: none}', 'drink, never: {water: third}')
          })
        ]
      ])
    }
    const [row] = judgeAccounts([upland, other], settings).texts.filter(
      ({ proposal }) => proposal === 'dam-first'
    )
    expect(row?.cells.map(({ open }) => open)).toEqual([['water'], ['water']])
    // read as silence it would be a third, which Lowland never takes; open, half is there to be had
    expect(row?.cells[1]?.judged?.p).toBe(1)
  })
})

describe('the shipped accounts of the war in Ukraine', () => {
  const accounts = ['2022-peace-formula', '2024-maitra'].map((name) => ({
    name,
    source: caseIn(`ukraine/${name}`)
  }))
  const { texts } = judgeAccounts(accounts, settings)
  it('say of their own texts what check says', () => {
    for (const { name, source } of accounts) {
      const { proposals } = check(source, { ...settings, repairs: 0 })
      const own = texts.filter((text) => text.own.includes(name))
      expect(own.map(({ proposal }) => proposal)).toEqual(
        proposals.map(({ proposal }) => proposal.id)
      )
      for (const [at, { cells }] of own.entries()) {
        const one = cells.find(({ account }) => account === name)
        expect(one?.unknown).toEqual([])
        expect(one?.judged?.verdict).toBe(proposals[at]?.verdict)
        expect(one?.judged?.p).toBe(proposals[at]?.joint.p)
        expect(one?.judged?.walks.length).toBe(proposals[at]?.walkers.length)
      }
    }
  })
  it("say of another's text what check says of it once it is written into the case", () => {
    const [formula] = accounts
    const [text] = texts.filter(({ proposal }) => proposal === 'accession')
    const maitra = accounts[1]?.source.proposals.find(({ id }) => id === 'accession')
    if (!formula || !maitra) throw new Error('no such text')
    const known = new Set(formula.source.issues.map(({ id }) => id))
    const written = {
      ...maitra,
      terms: new Map([...maitra.terms].filter(([issue]) => known.has(issue)))
    }
    const { proposals } = check(formula.source, { ...settings, repairs: 0, proposals: [written] })
    expect(text?.cells[0]?.judged?.p).toBe(proposals[0]?.joint.p)
    expect(text?.cells[0]?.judged?.verdict).toBe(proposals[0]?.verdict)
  })
})

describe('the four shipped accounts on their common agenda', () => {
  const NAMES = ['2022-istanbul', '2022-peace-formula', '2024-maitra', '2024-moscow-terms']
  const sources = NAMES.map((name) => ({ name, source: caseIn(`ukraine/${name}`) }))
  const { texts } = judgeAccounts(sources, settings)
  const walks = (proposal: string, account: string): readonly string[] =>
    texts
      .find((text) => text.proposal === proposal)
      ?.cells.find((one) => one.account === account)
      ?.judged?.walks.map(({ party, id }) => `${party}.${id}`) ?? []

  it('judges every text under all four', () => {
    const proposals = sources.flatMap(({ source }) => source.proposals)
    expect(texts.length).toBe(proposals.length)
    for (const { cells } of texts) expect(cells.every(({ judged }) => judged !== null)).toBe(true)
  })
  it('shows each side at the lines that it drew itself, in its own account and in the other', () => {
    for (const account of ['2022-istanbul', '2022-peace-formula', '2024-moscow-terms'])
      expect(walks('moscow-terms', account)).toContain('ukraine.no-recognition')
    expect(walks('peace-formula', '2024-moscow-terms')).toContain('russia.titles')
    expect(walks('peace-formula', '2022-istanbul')).toContain('russia.crimea')
    expect(walks('april-moscow', '2022-istanbul')).toEqual(['ukraine.no-recognition'])
  })
  it('has parties in the order of the alphabet and a side for every statement of the new two', () => {
    for (const { source } of [sources[0], sources[3]].flatMap((one) => one ?? [])) {
      const parties = [...source.parties.keys()]
      expect(parties).toEqual([...parties].sort())
      for (const { party, redlines } of source.stances.values())
        for (const redline of redlines)
          expect(source.sources.get(redline.source ?? '')?.side, redline.id).toBe(party)
    }
  })
})
