import type { Case, Redline } from '../model/case.ts'
import type { Text } from '../model/judgement.ts'
import { textIn } from '../model/package.ts'
import type { Whose } from '../model/whose.ts'
import { whoseFigure } from '../model/whose.ts'
import { Judge } from '../worth/judge.ts'
import { firmnessOf } from '../worth/redlines.ts'
import type { PackageRoom } from '../worth/room.ts'
import { centralPoint, ScalarWorth } from '../worth/scalar.ts'
import type { Verdict } from '../worth/verdict.ts'
import type { CheckResult } from './check-result.ts'
import { groundId } from './walkers.ts'

/** A case with its judgement. */
export interface JudgedCase {
  readonly source: Case
  readonly result: CheckResult
}

/** A pair of values, left and right; null where one side says nothing. */
export type Pair<T> = readonly [T | null, T | null]

/** Where two cases differ, in the case's own words. What is the same is only counted. */
export interface CaseDifference {
  readonly titles: readonly [string, string]
  readonly views: Pair<string>
  readonly asOf: readonly [string, string]
  readonly parties: OnlyIn
  readonly issues: OnlyIn & {
    readonly options: readonly {
      readonly issue: string
      readonly onlyLeft: readonly string[]
      readonly onlyRight: readonly string[]
    }[]
  }
  readonly required: Pair<readonly string[]>
  /** Packages that keep rules and binding redlines. */
  readonly packages: readonly [PackageRoom, PackageRoom]
  readonly redlines: readonly {
    readonly id: string
    readonly what: Pair<string>
    readonly firmness: Pair<number>
    readonly whose: Pair<Whose>
    readonly source: Pair<string>
  }[]
  readonly interests: readonly InterestDifference[]
  readonly noDeal: readonly { readonly party: string; readonly value: Pair<number> }[]
  readonly proposals: OnlyIn & {
    readonly terms: readonly {
      readonly proposal: string
      readonly issue: string
      readonly option: Pair<string>
    }[]
  }
  readonly verdicts: readonly {
    readonly proposal: string
    readonly verdict: Pair<Verdict>
    readonly p: Pair<number>
    readonly walkers: Pair<readonly string[]>
  }[]
}

/** Ids on one side only, and how many both have. */
export interface OnlyIn {
  readonly onlyLeft: readonly string[]
  readonly onlyRight: readonly string[]
  readonly both: number
}

/**
 * One party's view of one issue: its share of all weights, and what each option is worth (central
 * values).
 */
export interface InterestDifference {
  readonly party: string
  readonly issue: string
  readonly share: Pair<number>
  readonly values: readonly { readonly option: string; readonly value: Pair<number> }[]
}

/**
 * Lays two cases side by side. Differences of central values below `least` points (or hundredths of
 * a share) are left out.
 */
export function diffCases(left: JudgedCase, right: JudgedCase, least = 1): CaseDifference {
  const [a, b] = [left.source, right.source]
  return {
    titles: [textIn(a.title), textIn(b.title)],
    views: [orNull(a.view), orNull(b.view)],
    asOf: [a.asOf, b.asOf],
    parties: onlyIn([...a.parties.keys()], [...b.parties.keys()]),
    issues: { ...onlyIn(ids(a.issues), ids(b.issues)), options: optionDifferences(a, b) },
    required: [a.required.map(({ party }) => party), b.required.map(({ party }) => party)],
    packages: [left.result.packages, right.result.packages],
    redlines: redlineDifferences(a, b),
    interests: interestDifferences(a, b, least),
    noDeal: noDealDifferences(a, b, least),
    proposals: { ...onlyIn(ids(a.proposals), ids(b.proposals)), terms: termDifferences(a, b) },
    verdicts: verdictDifferences(left, right)
  }
}

const ids = (list: readonly { readonly id: string }[]): readonly string[] =>
  list.map(({ id }) => id)
const orNull = (text: Text | undefined): string | null => (text === undefined ? null : textIn(text))

function onlyIn(left: readonly string[], right: readonly string[]): OnlyIn {
  const both = left.filter((id) => right.includes(id))
  return {
    onlyLeft: left.filter((id) => !both.includes(id)),
    onlyRight: right.filter((id) => !both.includes(id)),
    both: both.length
  }
}

function optionDifferences(a: Case, b: Case): CaseDifference['issues']['options'] {
  return a.issues.flatMap((issue) => {
    const other = b.issues.find(({ id }) => id === issue.id)
    const { onlyLeft, onlyRight } = other
      ? onlyIn(ids(issue.options), ids(other.options))
      : { onlyLeft: [], onlyRight: [] }
    return onlyLeft.length + onlyRight.length > 0 ? [{ issue: issue.id, onlyLeft, onlyRight }] : []
  })
}

const redlinesOf = (source: Case): ReadonlyMap<string, Redline> =>
  new Map(
    [...source.stances.values()].flatMap(({ party, redlines }) =>
      redlines.map((redline) => [`${party}.${redline.id}`, redline])
    )
  )

function redlineDifferences(a: Case, b: Case): CaseDifference['redlines'] {
  const [left, right] = [redlinesOf(a), redlinesOf(b)]
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((id) => {
    const [one, two] = [left.get(id), right.get(id)]
    const firmness = [
      one ? firmnessOf(one, a.scenarios).central : null,
      two ? firmnessOf(two, b.scenarios).central : null
    ] as const
    const what = [one ? says(one) : null, two ? says(two) : null] as const
    const same =
      one &&
      two &&
      Math.abs((firmness[0] ?? 0) - (firmness[1] ?? 0)) < 0.005 &&
      JSON.stringify(one.crossedWhen) === JSON.stringify(two.crossedWhen)
    return same
      ? []
      : [
          {
            id,
            what,
            firmness,
            whose: [
              one ? whoseFigure(a, one.firmness) : null,
              two ? whoseFigure(b, two.firmness) : null
            ] as const,
            source: [one?.source ?? null, two?.source ?? null] as const
          }
        ]
  })
}

const says = ({ form, says: words, conduct }: Redline): string =>
  words ? textIn(words) : conduct ? `${conduct.by} ${conduct.act}` : form

function interestDifferences(a: Case, b: Case, least: number): readonly InterestDifference[] {
  const [left, right] = [centralInterests(a), centralInterests(b)]
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
    const [one, two] = [left.get(key), right.get(key)]
    const [party = '', issue = ''] = key.split('/')
    const options = [...new Set([...(one?.values.keys() ?? []), ...(two?.values.keys() ?? [])])]
    const values = options
      .map((option) => ({
        option,
        value: [one?.values.get(option) ?? null, two?.values.get(option) ?? null] as const
      }))
      .filter(({ value }) => differ(value, least))
    const share = [one?.share ?? null, two?.share ?? null] as const
    return values.length === 0 && !differ(share, least / 100)
      ? []
      : [{ party, issue, share, values }]
  })
}

const differ = ([left, right]: Pair<number>, least: number): boolean =>
  left === null || right === null || Math.abs(left - right) >= least

function centralInterests(
  source: Case
): ReadonlyMap<string, { readonly share: number; readonly values: ReadonlyMap<string, number> }> {
  return new Map(
    [...source.stances.values()].flatMap((stance) => {
      const worth = new ScalarWorth(stance, source, centralPoint(source))
      return stance.interests.map(
        ({ issue }) =>
          [
            `${stance.party}/${issue}`,
            { share: worth.share(issue), values: worth.values(issue) }
          ] as const
      )
    })
  )
}

function noDealDifferences(a: Case, b: Case, least: number): CaseDifference['noDeal'] {
  const value = (source: Case, party: string): number | null => {
    const judge = Judge.central(source)
    return judge.hasGain(party) ? (judge.gainOf(party).noDeal()[0] ?? null) : null
  }
  return [...new Set([...a.stances.keys(), ...b.stances.keys()])]
    .map((party) => ({ party, value: [value(a, party), value(b, party)] as const }))
    .filter(({ value: pair }) => (pair[0] !== null || pair[1] !== null) && differ(pair, least))
}

function termDifferences(a: Case, b: Case): CaseDifference['proposals']['terms'] {
  return a.proposals.flatMap((proposal) => {
    const other = b.proposals.find(({ id }) => id === proposal.id)
    if (!other) return []
    return [...new Set([...proposal.terms.keys(), ...other.terms.keys()])].flatMap((issue) => {
      const option = [termOf(proposal.terms.get(issue)), termOf(other.terms.get(issue))] as const
      return option[0] === option[1] ? [] : [{ proposal: proposal.id, issue, option }]
    })
  })
}

const termOf = (
  term: { readonly option: string; readonly then?: string } | undefined
): string | null =>
  term ? (term.then === undefined ? term.option : `${term.option}, then ${term.then}`) : null

const judgedIn = ({ result }: JudgedCase): readonly string[] =>
  result.proposals.map(({ proposal }) => proposal.id)

/** Verdicts of every proposal: side by side where both cases have it. */
function verdictDifferences(left: JudgedCase, right: JudgedCase): CaseDifference['verdicts'] {
  const names = [...new Set([...judgedIn(left), ...judgedIn(right)])]
  return names.map((proposal) => {
    const [one, two] = [left, right].map(({ result }) =>
      result.proposals.find((one) => one.proposal.id === proposal)
    )
    const walkers = (found: typeof one): readonly string[] | null =>
      found?.walkers.map((walker) => {
        const { party, over } = walker
        const id = groundId(walker)
        return over === id ? `${party} over ${id}` : `${party} over ${over} ${id}`
      }) ?? null
    return {
      proposal,
      verdict: [one?.verdict ?? null, two?.verdict ?? null],
      p: [one?.joint.p ?? null, two?.joint.p ?? null],
      walkers: [walkers(one), walkers(two)]
    }
  })
}
