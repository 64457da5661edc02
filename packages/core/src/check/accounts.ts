import type { DrawSettings } from '../draws/sampler.ts'
import { randomSampler } from '../draws/sampler.ts'
import type { Case, Proposal, Term } from '../model/case.ts'
import { textIn } from '../model/package.ts'
import type { Verdict } from '../worth/verdict.ts'
import type { Walker } from './check-result.ts'
import { DraftJudge } from './draft.ts'
import type { DraftJudgement } from './judge-proposal.ts'
import { groundId } from './walkers.ts'

/** A case as one account of a conflict, by the name it is shown under. */
export interface NamedCase {
  readonly name: string
  readonly source: Case
}

/** Every text of every account, judged under every account. */
export interface Matrix {
  readonly accounts: readonly {
    readonly name: string
    readonly title: string
    readonly view: string | null
    readonly asOf: string
  }[]
  readonly texts: readonly MatrixText[]
}

/** One text, and what each account makes of it. */
export interface MatrixText {
  readonly proposal: string
  readonly title: string
  /** The source that proposes it, the party that source speaks for, and the date. */
  readonly by: string | null
  readonly side: string | null
  readonly date: string | null
  /** The accounts that hold it among their own proposals, with these very terms. */
  readonly own: readonly string[]
  /** One for each account, in order. */
  readonly cells: readonly MatrixCell[]
}

/** One text under one account. */
export interface MatrixCell {
  readonly account: string
  /** Terms that the account has no words for, and that are therefore left out. */
  readonly unknown: readonly UnknownTerm[]
  /** Issues of the account that stay open, so that the text is judged at its best completion. */
  readonly open: readonly string[]
  /** Null where the account knows none of the text's terms. */
  readonly judged: {
    readonly verdict: Verdict
    readonly onTheLine: boolean
    readonly p: number
    readonly standardError: number
    /** Parties with a body at home that nothing in the account tells of, so no verdict is above likely. */
    readonly unassessed: readonly string[]
    /** Parties for whom it is dead on arrival; with something open, at the best way to fill it. */
    readonly dead: readonly string[]
    /** Who would walk however open issues are filled, each over the strongest of its grounds; the strongest of all first. */
    readonly walks: readonly MatrixWalk[]
  } | null
}

/** A term without words in an account: `option` is null where the whole issue is unknown there. */
export interface UnknownTerm {
  readonly issue: string
  readonly option: string | null
}

/** Who would walk, over what ground, with what chance. */
export interface MatrixWalk {
  readonly party: string
  readonly over: Walker['over']
  readonly id: string
  readonly chance: number
}

/** Judges every text of every account under every account, each account on its own draws. */
export function judgeAccounts(accounts: readonly NamedCase[], settings: DrawSettings): Matrix {
  const readers = accounts.map((account) => new Reader(account, settings))
  return {
    accounts: accounts.map(({ name, source: { title, view, asOf } }) => ({
      name,
      title: textIn(title),
      view: view === undefined ? null : textIn(view),
      asOf
    })),
    texts: textsOf(accounts).map(({ proposal, homes }) => {
      const [{ source }] = homes
      const { by, date } = proposal
      return {
        proposal: proposal.id,
        title: textIn(proposal.title),
        by: by ?? null,
        side: (by === undefined ? undefined : source.sources.get(by)?.side) ?? null,
        date: date ?? null,
        own: homes.map(({ name }) => name),
        cells: readers.map((reader) => reader.cell(proposal, homes))
      }
    })
  }
}

/** A text, and the accounts that hold it; there is one at least. */
interface HeldText {
  readonly proposal: Proposal
  readonly homes: readonly [NamedCase, ...NamedCase[]]
}

/** All texts in order; one that several accounts hold word for word stands once. */
function textsOf(accounts: readonly NamedCase[]): readonly HeldText[] {
  const found: HeldText[] = []
  for (const account of accounts)
    for (const proposal of account.source.proposals) {
      const at = found.findIndex((one) => isSameText(one.proposal, proposal))
      const known = found[at]
      if (known) found[at] = { ...known, homes: [...known.homes, account] }
      else found.push({ proposal, homes: [account] })
    }
  return found
}

const isSameText = (a: Proposal, b: Proposal): boolean =>
  a.id === b.id &&
  a.terms.size === b.terms.size &&
  [...a.terms].every(([issue, term]) => isSameTerm(term, b.terms.get(issue)))

const isSameTerm = (a: Term, b: Term | undefined): boolean =>
  a.option === b?.option &&
  a.then === b.then &&
  JSON.stringify(a.chance?.range) === JSON.stringify(b.chance?.range)

/** One account, reading texts in its own words. */
class Reader {
  private readonly account: NamedCase
  private readonly settings: DrawSettings
  private readonly sampler: ReturnType<typeof randomSampler>
  private readonly judges = new Map<string, DraftJudge>()

  constructor(account: NamedCase, settings: DrawSettings) {
    this.account = account
    this.settings = settings
    this.sampler = randomSampler(account.source.scenarios, settings)
  }

  cell(text: Proposal, [first, ...others]: HeldText['homes']): MatrixCell {
    const { name, source } = this.account
    const own = [first, ...others].some((home) => home.name === name)
    const unknown = own ? [] : unknownTerms(text, source)
    const known = new Map([...text.terms].filter(([issue]) => !isUnknown(unknown, issue)))
    if (known.size === 0 && !own) return { account: name, unknown, open: [], judged: null }
    const asked = own ? [] : [...leftOpen(text, first.source), ...unknown.map(({ issue }) => issue)]
    const judged = this.judge(asked).judge({ ...text, terms: known })
    return { account: name, unknown, open: judged.open, judged: shown(judged) }
  }

  /** A judge to whom silence on these issues says nothing. */
  private judge(asked: readonly string[]): DraftJudge {
    const { source } = this.account
    const here = source.issues.filter(({ id }) => asked.includes(id)).map(({ id }) => id)
    const key = here.join(' ')
    const issues = source.issues.map(({ ifSilent, ...issue }) =>
      ifSilent === undefined || here.includes(issue.id) ? issue : { ...issue, ifSilent }
    )
    const judge =
      this.judges.get(key) ?? new DraftJudge({ ...source, issues }, this.settings, this.sampler)
    this.judges.set(key, judge)
    return judge
  }
}

const isUnknown = (unknown: readonly UnknownTerm[], issue: string): boolean =>
  unknown.some((one) => one.issue === issue)

/** The terms of a text for which an account has no issue, or no such option of it. */
function unknownTerms({ terms }: Proposal, { issues }: Case): readonly UnknownTerm[] {
  return [...terms].flatMap(([id, { option, then = option }]): readonly UnknownTerm[] => {
    const issue = issues.find((one) => one.id === id)
    if (!issue) return [{ issue: id, option: null }]
    const lacking = [option, then].find((one) => issue.options.every((known) => known.id !== one))
    return lacking === undefined ? [] : [{ issue: id, option: lacking }]
  })
}

/** What a text leaves open where it comes from: silence on it means nothing anywhere else. */
const leftOpen = ({ terms }: Proposal, { issues }: Case): readonly string[] =>
  issues.filter(({ id, ifSilent }) => ifSilent === undefined && !terms.has(id)).map(({ id }) => id)

function shown(judgement: DraftJudgement): MatrixCell['judged'] {
  const { verdict, onTheLine, joint, required, parties, walkers } = judgement
  return {
    verdict,
    onTheLine,
    p: joint.p,
    standardError: joint.standardError,
    unassessed: required.filter((party) => parties.get(party)?.ratified.assessed === false),
    dead: required.filter((party) => parties.get(party)?.verdict === 'dead-on-arrival'),
    walks: [...walkers]
      .sort((a, b) => Number(b.fatal) - Number(a.fatal) || b.chance - a.chance)
      .map((walker) => ({
        party: walker.party,
        over: walker.over,
        id: groundId(walker),
        chance: walker.chance
      }))
  }
}
