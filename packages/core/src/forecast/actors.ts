import type { Case, Issue } from '../model/case.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Point } from '../worth/scalar.ts'
import { centralPoint, ScalarWorth } from '../worth/scalar.ts'
import type { Actor } from './expected-utility.ts'

/** A party on an issue, with its best options: their mean place where several tie. */
export interface IssueActor extends Actor {
  readonly best: readonly string[]
}

/** Whom a forecast of an issue follows. */
export interface IssueStanding {
  readonly issue: Issue
  readonly actors: readonly IssueActor[]
  /** Who has an interest in the issue and is left out, because its capability is not said. */
  readonly unknown: readonly string[]
}

/** Values that differ by less are the same. */
const SAME = 1e-9

/** Where parties stand on an ordered issue, every judgement at its centre. */
export function standingOn(source: Case, issue: Issue): IssueStanding {
  const point = centralPoint(source)
  const concerned = [...source.parties.values()].filter(({ id }) =>
    source.stances.get(id)?.interests.some((one) => one.issue === issue.id)
  )
  const known = concerned.filter(({ capability }) => capability !== undefined)
  return {
    issue,
    actors: known.map(({ id }) => {
      const best = bestOptions(source, issue, { party: id, point })
      const places = best.map((option) => placeOnScale(issue, option))
      return {
        ...strengthOf(source, issue, { party: id, point }),
        position: places.reduce((sum, place) => sum + place, 0) / Math.max(1, places.length),
        best
      }
    }),
    unknown: concerned.filter(({ capability }) => capability === undefined).map(({ id }) => id)
  }
}

interface Of {
  readonly party: string
  readonly point: Point
}

/** What a party brings to an issue: its capability, and the share of all its weights. */
export function strengthOf(
  source: Case,
  { id }: Issue,
  { party, point }: Of
): Pick<Actor, 'party' | 'capability' | 'salience'> {
  const stance = source.stances.get(party)
  const capability = source.parties.get(party)?.capability as Judgement
  return {
    party,
    capability: point(capability),
    salience: stance ? new ScalarWorth(stance, source, point).share(id) : 0
  }
}

/** The place of an option on its issue's scale: 0 the first, 1 the last. */
export function placeOnScale({ options }: Issue, option: string): number {
  const at = options.findIndex(({ id }) => id === option)
  return options.length > 1 ? at / (options.length - 1) : 0
}

/** The option that lies nearest to a place; the earlier of two alike. */
export function nearestOption({ options }: Issue, place: number): string {
  const at = Math.ceil(place * (options.length - 1) - 0.5 - SAME)
  return options[Math.max(0, at)]?.id ?? ''
}

function bestOptions(source: Case, { id }: Issue, { party, point }: Of): readonly string[] {
  const stance = source.stances.get(party)
  if (!stance) return []
  const values = [...new ScalarWorth(stance, source, point).values(id)]
  const most = Math.max(...values.map(([, value]) => value))
  return values.flatMap(([option, value]) => (value > most - SAME ? [option] : []))
}
