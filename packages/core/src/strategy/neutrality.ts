import type { Case, Party } from '../model/case.ts'
import type { ActKind } from '../model/closed-lists.ts'
import type { Act } from '../model/conduct.ts'
import type { ClaimOfBelligerent } from './claims.ts'
import { actIsClaimed, claimsOf, isBelligerent } from './claims.ts'
import type { SchoolAnswer } from './law/answers.ts'
import { answerOf } from './law/answers.ts'
import type { Axis, School } from './law/schools.ts'
import { AXES, SCHOOLS } from './law/schools.ts'

/** What schools of law would say of the acts of third states. Nothing in it is one answer. */
export interface Neutrality {
  /** Each kind of act told of, with what every school that speaks to it says. */
  readonly acts: readonly { readonly act: ActKind; readonly answers: readonly SchoolAnswer[] }[]
  readonly thirds: readonly ThirdState[]
  readonly claims: readonly ClaimOfBelligerent[]
  /** Acts by a belligerent, or toward none: the law of neutrality does not ask about them. */
  readonly aside: readonly Act[]
}

/** One third state and one belligerent: what it did toward it, and whose answer that changed. */
export interface ThirdState {
  readonly party: string
  readonly toward: string
  /** Which of the two is no state, so that the law speaks of it only through its members. */
  readonly noState: readonly string[]
  readonly days: readonly DatedActs[]
  /** Acts whose day is not said: they stand in no order. */
  readonly undated: readonly Act[]
}

/** The acts that began on one date, and every school whose answer they changed. */
export interface DatedActs {
  readonly date: string
  readonly acts: readonly Act[]
  readonly changes: readonly ChangedAnswer[]
}

/** A school's answer about a state as a whole, before and after. */
export interface ChangedAnswer {
  readonly axis: Axis
  readonly school: School
  /** Left out where it had said nothing yet. */
  readonly from?: SchoolAnswer
  readonly to: SchoolAnswer
}

/** What each school would say of every third state's acts, and what changed when. */
export function neutralityOf(source: Case): Neutrality {
  const { conduct } = source.process
  const third = (act: Act): boolean =>
    !isBelligerent(source, act.by) && isBelligerent(source, act.toward)
  const counted = conduct.filter((act) => third(act) && !actIsClaimed(source, act))
  const pairs = new Map(
    counted.map(({ by, toward }) => [`${by}\n${toward}`, [by, toward] as const])
  )
  return {
    acts: [...new Set(conduct.filter(third).map(({ act }) => act))].map((act) => ({
      act,
      answers: answersTo(act)
    })),
    thirds: [...pairs.values()].map(([party, toward]) =>
      thirdState(
        source,
        [party, toward],
        counted.filter((one) => one.by === party && one.toward === toward)
      )
    ),
    claims: claimsOf(source),
    aside: conduct.filter((act) => !third(act))
  }
}

/** Every school's answer to an act, question by question; empty where no school speaks to it. */
export function answersTo(act: ActKind): readonly SchoolAnswer[] {
  return eachSchool().flatMap(([axis, school]) => answerOf(act, axis, school) ?? [])
}

const eachSchool = (): readonly (readonly [Axis, School])[] =>
  AXES.flatMap((axis) => SCHOOLS[axis].map((school) => [axis, school] as const))

function thirdState(
  { parties }: Case,
  [party, toward]: readonly [string, string],
  acts: readonly Act[]
): ThirdState {
  const isState = (id: string): boolean => (parties.get(id) as Party).kind === 'state'
  return {
    party,
    toward,
    noState: [party, toward].filter((id) => !isState(id)),
    days: changesByDate(acts),
    undated: acts.filter(({ since }) => since === undefined)
  }
}

/**
 * A state's standing with a school is the gravest that the school says of its acts so far; it changes
 * with an act of which the school says something graver.
 */
function changesByDate(acts: readonly Act[]): readonly DatedActs[] {
  const standing = new Map<School, SchoolAnswer>()
  const dates = [...new Set(acts.flatMap(({ since }) => since ?? []))].sort()
  return dates.map((date) => {
    const begun = acts.filter(({ since }) => since === date)
    const changes = eachSchool().flatMap(([axis, school]): readonly ChangedAnswer[] => {
      const from = standing.get(school)
      const to = begun
        .flatMap(({ act }) => answerOf(act, axis, school) ?? [])
        .reduce<SchoolAnswer | undefined>(graver, from)
      if (!to || to === from) return []
      standing.set(school, to)
      return [{ axis, school, to, ...(from ? { from } : {}) }]
    })
    return { date, acts: begun, changes }
  })
}

const graver = (a: SchoolAnswer | undefined, b: SchoolAnswer): SchoolAnswer =>
  a === undefined || gravity(b) > gravity(a) ? b : a

const GRAVITY: Readonly<Record<SchoolAnswer['verdict'], number>> = {
  permitted: 0,
  disputed: 2,
  breach: 4,
  party: 4
}

/** What hangs on a fact stands between its two ends. */
const gravity = ({ verdict, otherwise = verdict }: SchoolAnswer): number =>
  GRAVITY[verdict] + GRAVITY[otherwise]
