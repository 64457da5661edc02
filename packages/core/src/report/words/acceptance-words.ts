import type { BestChance } from '../../acceptance/best.ts'
import type { PricePoint } from '../../acceptance/price.ts'
import type { Words } from './say.ts'

type Say = Pick<Words, 'say'>

/** The figures of a best chance, as they are written where it is told. */
export interface MostSaid {
  readonly chance: string
  readonly total: string
  readonly error: string
}

/** The most that any package can reach: within firm redlines, or across them. */
export function mostWords(
  { say }: Say,
  { best, across }: { readonly best: Pick<BestChance, 'across'>; readonly across?: unknown },
  said: MostSaid
): string {
  if (best.across) return say('acceptance.most.across', { ...said })
  return say(across ? 'acceptance.most' : 'acceptance.most.all', { ...said })
}

/** How nearly it is known: proved, or within a gap. */
export function provenWords(
  { say }: Say,
  { exact }: Pick<BestChance, 'exact'>,
  said: { readonly bound: string; readonly gap: string }
): string {
  return exact ? say('acceptance.exact') : say('acceptance.bound', said)
}

/** What of a number of changes is told. */
export interface PointSaid extends Pick<PricePoint, 'rises' | 'repairs'> {
  readonly chance: { readonly p: number }
  readonly changes: readonly unknown[]
}

/** Of the points of a price, those that buy something. */
export const helpingPoints = <P extends PointSaid>(points: readonly P[]): readonly P[] =>
  points.slice(1).filter(({ rises }) => rises)

/**
 * The word repair is for what makes the verdict at least contested; else the smallest change that
 * helps. Undefined where nothing does.
 */
export function helpWords(
  { say }: Say,
  points: readonly PointSaid[],
  written: (chance: number) => string
): string | undefined {
  const helping = helpingPoints(points)
  const repair = helping.find(({ repairs }) => repairs)
  const [first] = helping
  const told = repair ?? first
  if (!told) return undefined
  const said = { n: told.changes.length, chance: written(told.chance.p) }
  return say(repair ? 'price.repair' : 'price.helps', said)
}

/** How issues and options are named. */
export interface IssueNames {
  readonly issue: (id: string) => string
  readonly option: (issue: string, option: string) => string
}

const BY_ID: IssueNames = { issue: (id) => id, option: (_, id) => id }

/** What is offered on an issue; a staged term as both its steps. */
export function offerWords(
  { say }: Say,
  [issue, { option, then }]: readonly [issue: string, offer: OfferSaid],
  { option: named }: IssueNames = BY_ID
): string {
  const first = named(issue, option)
  return then === undefined ? first : say('price.staged', { first, last: named(issue, then) })
}

/** What is offered on an issue: one option, or two steps. */
export interface OfferSaid {
  readonly option: string
  readonly then?: string | undefined
}

/** One issue of a proposal settled otherwise. */
export interface ChangeSaid {
  readonly issue: string
  readonly from: OfferSaid
  readonly to: OfferSaid
  readonly step?: 'first' | 'last' | null | undefined
}

/** A change and what it takes the place of. */
export function changeWords(
  words: Say,
  { issue, from, to, step }: ChangeSaid,
  named: IssueNames = BY_ID
): string {
  const said = {
    issue: named.issue(issue),
    from: offerWords(words, [issue, from], named),
    to: offerWords(words, [issue, to], named)
  }
  if (!step) return words.say('price.change', said)
  return words.say(step === 'first' ? 'price.change.first' : 'price.change.last', said)
}
