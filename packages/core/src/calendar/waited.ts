import type { Cadence } from '../model/closed-lists.ts'
import type { Reckoned } from './reckoned.ts'
import { lineOf, secondsIn } from './reckoned.ts'

/** What a gate waits for. */
export type Awaited =
  | { readonly kind: 'verified'; readonly of: string }
  | { readonly kind: 'quiet'; readonly atMost: number; readonly forDays: number }
  | { readonly kind: 'meetings'; readonly of: string; readonly cadence: Cadence }
  | { readonly kind: 'gate'; readonly of: string }

/** Something waited for, and when it is there. */
export interface Waited {
  readonly when: Reckoned
  readonly awaits: Awaited
}

const never = ({ when }: Waited): boolean => 'never' in when

/**
 * The latest of what has an instant; where nothing has, of what counts from one and the same event.
 * What never comes is the latest of all. Of equals the one that stands first by name.
 */
export function latest(all: readonly Waited[]): Waited | undefined {
  const inOrder = [...all].sort(byName)
  const hopeless = inOrder.find(never)
  if (hopeless) return hopeless
  const dated = inOrder.filter(({ when }) => 'at' in when)
  if (dated.length > 0) return dated.reduce((a, b) => (isLater(b, a) ? b : a))
  const [first, ...others] = inOrder
  if (!first || others.some((one) => lineOf(one.when) !== lineOf(first.when))) return undefined
  return others.reduce((a, b) => (isLater(b, a) ? b : a), first)
}

/**
 * The earliest of several, any of which is enough; undefined where nothing can be said. One that
 * cannot be dated might come at once, so beside it the others say nothing, unless all that has no
 * date is known not to have come (`noneYet`). What never comes counts for nothing beside others.
 */
export function earliest(
  all: readonly (Waited | undefined)[],
  noneYet: boolean
): Waited | undefined {
  const known = all.filter((one) => one !== undefined).sort(byName)
  const coming = known.filter((one) => !never(one))
  if (coming.length === 0 && known.length === all.length) return known[0]
  const dated = noneYet ? coming.filter(({ when }) => 'at' in when) : coming
  const [first, ...others] = dated
  if (!first || (!noneYet && known.length < all.length)) return undefined
  if (others.some((one) => lineOf(one.when) !== lineOf(first.when))) return undefined
  return others.reduce((a, b) => (isLater(a, b) ? b : a), first)
}

const isLater = (a: Waited, b: Waited): boolean => secondsIn(a.when) > secondsIn(b.when)

function byName({ awaits: a }: Waited, { awaits: b }: Waited): number {
  const [one, other] = [nameOfAwaited(a), nameOfAwaited(b)]
  return one < other ? -1 : Number(one > other)
}

const nameOfAwaited = (one: Awaited): string => `${one.kind} ${'of' in one ? one.of : ''}`
