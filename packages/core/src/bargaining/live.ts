import type { DealSpace, Layer } from './deal-space.ts'
import type { Front } from './front.ts'
import { sumFront } from './front.ts'
import { groupFront, linkedGroups } from './groups.ts'
import { reaching } from './layer.ts'

/**
 * A frontier that can be asked again after one value changed, at the cost of one sum while it is
 * the same issue that changes.
 */
export interface LiveFrontier {
  readonly space: DealSpace
  /** Gains over no deal in units where no party loses; sorted downwards. */
  readonly gains: Layer
  /** The same with another worth for one option; what does not depend on it is shared. */
  readonly changed: (change: WorthChange) => LiveFrontier
}

/** Another worth, in units, of an option to a party, all by index. */
export interface WorthChange {
  readonly issue: number
  readonly option: number
  readonly party: number
  readonly worth: number
}

/** Issues that conditions link, and their front. */
interface Part {
  readonly issues: readonly number[]
  readonly front: Front
}

/**
 * The exact frontier, kept ready for changes. When a value changes, the frontier of all other
 * groups of issues is needed: it is summed up when a group is first touched, and kept as long as
 * nothing outside that group changes, so that dragging a value costs one sum. (A balanced tree of
 * sums was slower: its last sum joins two large frontiers.) Undefined when no package is
 * admissible. Throws `TooWide` as `frontier` does.
 */
export function liveFrontier(space: DealSpace): LiveFrontier | undefined {
  const parts = linkedGroups(space)
  return parts && parts.length > 0 ? live(space, parts, { whole: sumOfAll(parts) }) : undefined
}

function live(space: DealSpace, parts: readonly Part[], { whole, kept }: Sums): LiveFrontier {
  const rests = new Map(kept ? [[kept.part, kept.front]] : [])
  return {
    space,
    gains: whole
      ? reaching(whole.layer, space.noDeal, space.noDeal)
      : { width: 0, count: 0, values: new Float64Array(0) },
    changed: (change) => {
      const at = parts.findIndex(({ issues }) => issues.includes(change.issue))
      const touched = parts[at] as Part
      const others = parts.filter((_, part) => part !== at)
      const rest = rests.has(at) ? rests.get(at) : sumOfAll(others)
      rests.set(at, rest)
      const other = withWorth(space, change)
      const front = groupFront(other, touched.issues) ?? touched.front
      const whole = rest ? sumFront(rest, front) : front
      return live(other, parts.with(at, { ...touched, front }), {
        whole,
        kept: { part: at, front: rest }
      })
    }
  }
}

/** The sum of all parts, and of all but one; undefined: of none. */
interface Sums {
  readonly whole: Front | undefined
  readonly kept?: { readonly part: number; readonly front: Front | undefined }
}

function sumOfAll(parts: readonly Part[]): Front | undefined {
  const fronts = parts.map(({ front }) => front).sort((a, b) => a.layer.count - b.layer.count)
  return fronts.reduce<Front | undefined>(
    (sum, front) => (sum ? sumFront(sum, front) : front),
    undefined
  )
}

function withWorth(space: DealSpace, { issue, option, party, worth }: WorthChange): DealSpace {
  const issues = space.issues.map((deal, k) =>
    k === issue
      ? {
          ...deal,
          worth: deal.worth.map((row, o) => (o === option ? row.with(party, worth) : row))
        }
      : deal
  )
  return { ...space, issues }
}
