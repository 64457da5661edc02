import type { Space, Way } from './space.ts'
import { bindingSums } from './sums.ts'

/**
 * What the issues not settled yet can add at most in each draw, to each party's gain and to each of
 * the sums: with `most` changes left, from the draft on the best of so few of them.
 */
export class Rooms {
  /** Each party's gain, and some of their sums. */
  readonly width: number
  /** How much each party counts in each of the sums. */
  readonly sums: readonly Float64Array[]
  private readonly space: Space
  private readonly most: number
  private readonly made: (readonly Float32Array[])[] = []
  private readonly draws: number

  constructor(space: Space, most = Number.POSITIVE_INFINITY) {
    this.space = space
    this.sums = bindingSums(space)
    this.width = space.parties.length + this.sums.length
    this.draws = space.judge.sampler.count
    this.most = Math.min(most, space.issues.length)
    this.fill()
  }

  /** Draw by draw and row by row, from that issue on. */
  from(depth: number, changesLeft = Number.POSITIVE_INFINITY): Float32Array {
    const byChanges = this.made[depth] as readonly Float32Array[]
    return byChanges[Math.min(changesLeft, byChanges.length - 1)] as Float32Array
  }

  private fill(): void {
    const { issues } = this.space
    const size = this.draws * this.width
    const limited = this.most < issues.length
    const tops = limited ? this.most : 1
    const kept = new Float64Array(size)
    const best = Array.from({ length: tops }, () => new Float64Array(size))
    this.made[issues.length] = [new Float32Array(size)]
    for (let depth = issues.length - 1; depth >= 0; depth--) {
      this.add(depth, kept, best, limited)
      this.made[depth] = this.roomsOf(kept, best, limited)
    }
  }

  /** Takes one more issue into what is kept, and into the best that changes can add. */
  private add(
    depth: number,
    kept: Float64Array,
    best: readonly Float64Array[],
    limited: boolean
  ): void {
    const { width } = this
    const ways = this.space.issues[depth]?.ways ?? []
    // Of one draw, row by row: the most that any way brings, and any that costs no change.
    const any = new Float64Array(width)
    const free = new Float64Array(width)
    for (let i = 0; i < this.draws; i++) {
      any.fill(Number.NEGATIVE_INFINITY)
      free.fill(Number.NEGATIVE_INFINITY)
      for (let w = 0; w < ways.length; w++) {
        const { parts, cost } = ways[w] as Way
        this.raise(any, parts, i)
        if (limited && cost === 0) this.raise(free, parts, i)
      }
      const from = i * width
      const rest = limited ? free : any
      for (let row = 0; row < width; row++) {
        kept[from + row] = (kept[from + row] as number) + (rest[row] as number)
        if (limited) insert(best, from + row, (any[row] as number) - (free[row] as number))
      }
    }
  }

  /** Raises the rows of a draw to what a way brings in it. */
  private raise(rows: Float64Array, parts: Float64Array, draw: number): void {
    const { sums } = this
    const width = this.space.parties.length
    const from = draw * width
    for (let p = 0; p < width; p++) {
      const worth = parts[from + p] as number
      if (worth > (rows[p] as number)) rows[p] = worth
    }
    for (let s = 0; s < sums.length; s++) {
      const weights = sums[s] as Float64Array
      let worth = 0
      for (let p = 0; p < width; p++) worth += (weights[p] as number) * (parts[from + p] as number)
      if (worth > (rows[width + s] as number)) rows[width + s] = worth
    }
  }

  private roomsOf(
    kept: Float64Array,
    best: readonly Float64Array[],
    limited: boolean
  ): readonly Float32Array[] {
    const rooms = [Float32Array.from(kept)]
    if (!limited) return rooms
    const sum = kept.slice()
    for (const column of best) {
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (column[i] as number)
      rooms.push(Float32Array.from(sum))
    }
    return rooms
  }
}

/** Puts a number among the greatest so far, greatest first. */
function insert(best: readonly Float64Array[], at: number, value: number): void {
  let moving = value
  for (let k = 0; k < best.length; k++) {
    const column = best[k] as Float64Array
    const held = column[at] as number
    if (moving <= held) continue
    column[at] = moving
    moving = held
  }
}
