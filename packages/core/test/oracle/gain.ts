import type { Blend, Case, Package, Stance } from '../../src/model/case.ts'
import type { Judgement } from '../../src/model/judgement.ts'
import { centre } from '../../src/model/judgement.ts'
import { central, rangeIn, worldsOf } from './packages.ts'

/** What a package offers on an issue: an option, or one now and another with some chance later. */
export interface Offered {
  readonly option: string
  readonly then?: string
  readonly chance?: Judgement
}

export type Offering = ReadonlyMap<string, Offered>

/** A number for every judgement. */
export type Read = (judgement: Judgement) => number

export function plain(terms: Package): Offering {
  return new Map([...terms].map(([issue, option]) => [issue, { option }]))
}

/**
 * u = sum of weight x value / sum of weights, d = base + continue - stop, gain = u - d: word for
 * word.
 */
export function gain(stance: Stance, offered: Offering, source: Case, read: Read): number {
  return (
    utility(stance, offered, read) -
    noDealValue(stance, source, read) -
    noDealAgainst(stance, offered, read)
  )
}

/** Entries that count only where the package is so: of a staged term, as often as it is. */
function noDealAgainst({ noDeal }: Stance, offered: Offering, read: Read): number {
  let sum = 0
  for (const { when, toward, worth: entry } of noDeal?.ledger ?? []) {
    if (!when) continue
    const { option, then, chance } = offered.get(when.issue) as Offered
    const c = then === undefined || chance === undefined ? 0 : read(chance)
    if (when.options.includes(option)) sum += (1 - c) * (toward === 'stop' ? -1 : 1) * read(entry)
    if (when.options.includes(then ?? '')) sum += c * (toward === 'stop' ? -1 : 1) * read(entry)
  }
  return sum
}

export function utility({ interests }: Stance, offered: Offering, read: Read): number {
  let sum = 0
  let weights = 0
  for (const { issue, weight, values } of interests) {
    const { option, then, chance } = offered.get(issue) as Offered
    const c = then === undefined || chance === undefined ? 0 : read(chance)
    const later = then === undefined ? 0 : worth(values.get(then), read)
    sum += read(weight) * ((1 - c) * worth(values.get(option), read) + c * later)
    weights += read(weight)
  }
  return sum / weights
}

function worth(blend: Blend | undefined, read: Read): number {
  if (!blend) throw new Error('an option without a value')
  return blend.reduce((sum, { judgement, share }) => sum + share * read(judgement), 0)
}

export function noDealValue(stance: Stance, source: Case, read: Read): number {
  if (!stance.noDeal) throw new Error('no no-deal')
  const { base, ledger } = stance.noDeal
  const start =
    base.kind === 'range'
      ? read(base.judgement)
      : outcomesValue(base.outcomes, stance, { source, read })
  return ledger
    .filter(({ when }) => !when)
    .reduce(
      (sum, { toward, worth: entry }) => sum + (toward === 'continue' ? read(entry) : -read(entry)),
      start
    )
}

/** Outcomes by their chances, which are read apart and so scaled to add up to 1. */
function outcomesValue(
  outcomes: readonly { readonly p?: Judgement; readonly terms: Package }[],
  stance: Stance,
  { source, read }: { source: Case; read: Read }
): number {
  let sum = 0
  let chances = 0
  for (const { p, terms } of outcomes) {
    const chance = outcomes.length === 1 || p === undefined ? 1 : read(p)
    const silent = source.issues.flatMap(({ id, ifSilent }) =>
      ifSilent === undefined ? [] : [[id, ifSilent] as const]
    )
    sum += chance * utility(stance, plain(new Map([...silent, ...terms])), read)
    chances += chance
  }
  return sum / chances
}

/** The gain with every judgement at its centre. */
export function centralGain(stance: Stance, offered: Offering, source: Case): number {
  return gain(stance, offered, source, (judgement) => central(judgement, source))
}

/**
 * Least and greatest gain over every corner of weights and chances, in every world; values by the
 * sign of their effect.
 */
export function extremesByCorners(
  stance: Stance,
  offered: Offering,
  source: Case,
  share = 1
): { readonly low: number; readonly high: number } {
  const values = keyed([
    ...stance.interests.flatMap((interest) =>
      [...interest.values.values()].flatMap((blend) => blend.map(({ judgement }) => judgement))
    ),
    ...(stance.noDeal?.base.kind === 'range' ? [stance.noDeal.base.judgement] : []),
    ...(stance.noDeal?.ledger ?? []).map(({ worth: entry }) => entry)
  ])
  const outcomes =
    stance.noDeal?.base.kind === 'outcomes' && stance.noDeal.base.outcomes.length > 1
      ? stance.noDeal.base.outcomes
      : []
  const multipliers = keyed([
    ...stance.interests.map(({ weight }) => weight),
    ...[...offered.values()].flatMap(({ chance }) => chance ?? []),
    ...outcomes.flatMap(({ p }) => p ?? [])
  ])
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { scenario } of worldsOf(source)) {
    const ends = (judgement: Judgement): readonly [number, number] => {
      const range = rangeIn(judgement, scenario)
      return [
        centre(range) - share * (centre(range) - range.low),
        centre(range) + share * (range.high - centre(range))
      ]
    }
    const moving = multipliers.filter((judgement) => ends(judgement)[0] !== ends(judgement)[1])
    for (let corner = 0; corner < 2 ** moving.length; corner++) {
      const at = new Map(multipliers.map((judgement) => [judgement.key, ends(judgement)[0]]))
      for (const [bit, judgement] of moving.entries())
        at.set(judgement.key, ends(judgement)[(corner >> bit) & 1] as number)
      for (const judgement of values) at.set(judgement.key, ends(judgement)[0])
      const read: Read = (judgement) => at.get(judgement.key) as number
      const floor = gain(stance, offered, source, read)
      let [least, greatest] = [floor, floor]
      for (const judgement of values) {
        at.set(judgement.key, ends(judgement)[1])
        const effect = gain(stance, offered, source, read) - floor
        at.set(judgement.key, ends(judgement)[0])
        if (effect < 0) least += effect
        else greatest += effect
      }
      low = Math.min(low, least)
      high = Math.max(high, greatest)
    }
  }
  return { low, high }
}

function keyed(judgements: readonly Judgement[]): readonly Judgement[] {
  return [...new Map(judgements.map((judgement) => [judgement.key, judgement])).values()]
}
