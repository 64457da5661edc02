import type { Stretched } from './edit-script.ts'
import { editScript } from './edit-script.ts'

/** Three texts cut into pieces: lines, or words and marks. */
export interface PieceSides {
  readonly base: readonly string[]
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
}

/** A stretch that both changed, each to something else. `from` and `to` count pieces of theirs. */
export interface Overlap {
  readonly base: string
  readonly mine: string
  readonly theirs: string
  readonly from: number
  readonly to: number
}

/**
 * Lays the changes of two texts over what both were made from. Where both changed the same
 * stretch `taken` says whose pieces stand there. Undefined where the texts are too far apart to be
 * compared.
 */
export function mergePieces(
  { base, mine, theirs }: PieceSides,
  taken: (overlap: Overlap) => 'mine' | 'theirs'
): string | undefined {
  const [own, other] = [editScript(base, mine), editScript(base, theirs)]
  if (!own || !other) return undefined
  const out: string[] = []
  let done = 0
  for (const { from, to, own: ours, other: others } of groupsOf(own, other)) {
    out.push(...base.slice(done, from))
    const [left, right] = [sideOf(ours, from, to), sideOf(others, from, to)]
    const overlap: Overlap = {
      base: base.slice(from, to).join(''),
      mine: mine.slice(left.from, left.to).join(''),
      theirs: theirs.slice(right.from, right.to).join(''),
      ...right
    }
    out.push(overlap[whose(overlap, { ours, others, taken })])
    done = to
  }
  return [...out, ...base.slice(done)].join('')
}

interface Asked {
  readonly ours: readonly Stretched[]
  readonly others: readonly Stretched[]
  readonly taken: (overlap: Overlap) => 'mine' | 'theirs'
}

function whose(overlap: Overlap, { ours, others, taken }: Asked): 'mine' | 'theirs' {
  if (others.length === 0) return 'mine'
  if (ours.length === 0 || overlap.mine === overlap.theirs) return 'theirs'
  return taken(overlap)
}

interface Group {
  readonly from: number
  readonly to: number
  readonly own: readonly Stretched[]
  readonly other: readonly Stretched[]
}

/** The changes of both sides in their order, those that overlap together. */
function groupsOf(own: readonly Stretched[], other: readonly Stretched[]): readonly Group[] {
  const all = [
    ...own.map((one) => ({ from: one.from, to: one.to, own: [one], other: [] })),
    ...other.map((one) => ({ from: one.from, to: one.to, own: [], other: [one] }))
  ].toSorted((a, b) => a.from - b.from || a.to - b.to)
  const groups: Group[] = []
  for (const one of all) {
    const last = groups.at(-1)
    if (!last || !meet(last, one)) groups.push(one)
    else
      groups[groups.length - 1] = {
        from: last.from,
        to: Math.max(last.to, one.to),
        own: [...last.own, ...one.own],
        other: [...last.other, ...one.other]
      }
  }
  return groups
}

/** Stretches that only touch do not meet, unless something is put in where they touch. */
const meet = (a: Group, b: Group): boolean =>
  b.from < a.to || (b.from === a.to && (a.from === a.to || b.from === b.to))

/** Where a stretch of the base stands in a side that changed it there. */
function sideOf(
  changes: readonly Stretched[],
  from: number,
  to: number
): { readonly from: number; readonly to: number } {
  const [first, last] = [changes[0], changes.at(-1)]
  if (!first || !last) return { from: 0, to: 0 }
  return { from: first.otherFrom - (first.from - from), to: last.otherTo + (to - last.to) }
}
