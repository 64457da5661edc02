import type { Column } from '../draws/column.ts'
import { TIE } from '../worth/conventions.ts'
import type { Consents, SettledSoFar } from './consents.ts'
import { nothingSettled } from './consents.ts'
import { Heap } from './heap.ts'
import type { Rooms } from './rooms.ts'
import type { Picked, Space, Way } from './space.ts'
import { OPEN } from './tests-on-choices.ts'

/**
 * Points by which a bound may lie above what it bounds: rooms are kept in single precision, whose
 * errors are a hundred times smaller.
 */
const SLACK = 1e-3

/** Draws that are looked at between two pauses: some milliseconds. */
const STRETCH = 5e5

/** What to prove, and what it may cost. */
export interface Proving {
  /** The best package known. */
  readonly best: { readonly picked: Picked; readonly p: number }
  /** Millions of draws that may be looked at. */
  readonly budget: number
  /** A gap at which the search may end; 0: it is to close. */
  readonly gap: number
  /** Most issues that may differ from the draft. */
  readonly most?: number
  /** What is open can add, over the same issues and ways. */
  readonly rooms: Rooms
  /** Whether some package that agrees on the first issues is looked for: all when left out. */
  readonly allowed?: (picked: ArrayLike<number>) => boolean
}

/** The best package as far as it is known, and what no package exceeds. */
export interface Proven {
  readonly picked: Picked
  readonly p: number
  readonly bound: number
  /** Packages settled in part that were looked at. */
  readonly nodes: number
}

/** Packages that agree on the first issues; `alive`: the draws in which one of them may pass. */
interface Node {
  readonly picked: Uint8Array
  readonly bound: number
  readonly changes: number
  readonly alive: Uint32Array
}

/**
 * The best chance over all packages by branch and bound, the most promising part of the space
 * first. In each draw every party may have its best of what is open, as long as every sum of gains
 * may reach zero as well, and the consent that is still open at best; so the mean over the draws is
 * no less than the chance of any package of that part. Yields every few milliseconds.
 */
export function* prove(
  space: Space,
  consents: Consents,
  proving: Proving
): Generator<undefined, Proven> {
  return yield* new Branching(space, consents, proving).run()
}

class Branching {
  private readonly space: Space
  private readonly consents: Consents
  private readonly proving: Proving
  private readonly rooms: Rooms
  private readonly draws: number
  private readonly at: SettledSoFar
  private readonly gains: Float64Array
  private readonly alive: Uint32Array
  private readonly open = new Heap<Node>(
    (one, other) =>
      one.bound > other.bound ||
      (one.bound === other.bound && one.picked.length > other.picked.length)
  )
  private best: { readonly picked: Picked; readonly p: number }
  private looked = 0
  private nodes = 0

  constructor(space: Space, consents: Consents, proving: Proving) {
    this.space = space
    this.consents = consents
    this.proving = proving
    this.best = proving.best
    this.draws = space.judge.sampler.count
    this.rooms = proving.rooms
    this.at = nothingSettled(space.issues.length)
    this.gains = new Float64Array(this.draws * space.parties.length)
    this.alive = new Uint32Array(this.draws)
  }

  *run(): Generator<undefined, Proven> {
    const all = new Uint32Array(Math.ceil(this.draws / 32)).fill(0xffffffff)
    this.open.push({ picked: new Uint8Array(0), bound: 1, changes: 0, alive: all })
    const { gap } = this.proving
    let rested = 0
    for (let node = this.open.peek(); node; node = this.open.peek()) {
      if (node.bound <= this.best.p + gap || this.looked > this.patience * 1e6) break
      this.open.pop()
      this.branch(node)
      if (this.looked - rested < STRETCH) continue
      rested = this.looked
      yield
    }
    const bound = Math.max(this.best.p, this.open.peek()?.bound ?? 0)
    return { ...this.best, bound, nodes: this.nodes }
  }

  /**
   * How long to look, in millions of draws. That there is no package at all is said of a whole space
   * only, so it is not given up before one is found as soon as a proof is.
   */
  private get patience(): number {
    const { budget } = this.proving
    return this.best.p < 0 ? 10 * budget + 10 : budget
  }

  /** Settles the next issue of a part of the space in every way. */
  private branch(node: Node): void {
    const depth = node.picked.length
    const { issues } = this.space
    const { allowed } = this.proving
    const most = this.proving.most ?? Number.POSITIVE_INFINITY
    const count = this.restore(node)
    for (const [number, way] of (issues[depth]?.ways ?? []).entries()) {
      const changes = node.changes + way.cost
      if (changes > most) continue
      this.take(depth, way)
      if (this.consents.excluded(this.at)) continue
      this.nodes++
      const picked = Uint8Array.from([...node.picked, number])
      if (allowed && !allowed(picked)) continue
      const alive = new Uint32Array(node.alive.length)
      const bound = this.boundOf({ way, depth, count, left: most - changes, alive })
      if (bound <= this.best.p) continue
      if (depth + 1 === issues.length) this.best = { picked: [...picked], p: bound }
      else this.open.push({ picked, bound, changes, alive })
    }
    this.at.first[depth] = OPEN
    this.at.last[depth] = OPEN
  }

  /** Puts together what a part of the space settles: the gains in its draws, and how many they are. */
  private restore({ picked, alive }: Node): number {
    const { issues, parties, fixed } = this.space
    const width = parties.length
    let count = 0
    for (let i = 0; i < this.draws; i++)
      if (((alive[i >>> 5] as number) >>> (i & 31)) & 1) this.alive[count++] = i
    for (let k = 0; k < count; k++) {
      const from = (this.alive[k] as number) * width
      for (let p = 0; p < width; p++) this.gains[k * width + p] = fixed[from + p] as number
    }
    for (const [i, { ways }] of issues.entries()) {
      if (i >= picked.length) {
        this.at.first[i] = OPEN
        this.at.last[i] = OPEN
        continue
      }
      const way = ways[picked[i] as number] as Way
      this.take(i, way)
      this.add(way.parts, count)
    }
    this.looked += (count * (2 + picked.length)) / 4
    return count
  }

  private add(parts: Float64Array, count: number): void {
    const width = this.space.parties.length
    for (let k = 0; k < count; k++) {
      const from = (this.alive[k] as number) * width
      const to = k * width
      for (let p = 0; p < width; p++)
        this.gains[to + p] = (this.gains[to + p] as number) + (parts[from + p] as number)
    }
  }

  private take(issue: number, { first, last }: Way): void {
    this.at.first[issue] = first
    this.at.last[issue] = last
  }

  /** The mean over the draws of the most that is open; exact where nothing is. */
  private boundOf(part: {
    readonly way: Way
    readonly depth: number
    readonly count: number
    readonly left: number
    readonly alive: Uint32Array
  }): number {
    const { parties } = this.space
    const needed = parties.flatMap((_, p) => (this.consents.needs(p, this.at) ? [p] : []))
    const columns = needed.map((p) => this.consents.most(p, this.at))
    const sums = [...this.rooms.sums.entries()].filter(([, weights]) =>
      weights.every((weight, p) => weight === 0 || needed.includes(p))
    )
    this.looked += part.count
    const whole = part.depth + 1 === this.space.issues.length
    return this.sumUp(part, {
      needed: Uint8Array.from(needed),
      columns,
      sums: whole ? [] : sums,
      room: this.rooms.from(part.depth + 1, part.left),
      slack: whole ? TIE : SLACK
    })
  }

  private sumUp(
    {
      way: { parts },
      count,
      alive
    }: { readonly way: Way; readonly count: number; readonly alive: Uint32Array },
    { needed, columns, sums, room, slack }: Looking
  ): number {
    const width = this.space.parties.length
    const rows = this.rooms.width
    const { gains } = this
    const gain = new Float64Array(width)
    let total = 0
    draw: for (let k = 0; k < count; k++) {
      const i = this.alive[k] as number
      for (let n = 0; n < needed.length; n++) {
        const p = needed[n] as number
        const value = (gains[k * width + p] as number) + (parts[i * width + p] as number)
        if (value + (room[i * rows + p] as number) < -slack) continue draw
        gain[p] = value
      }
      for (let s = 0; s < sums.length; s++) {
        const [row, weights] = sums[s] as readonly [number, Float64Array]
        let sum = room[i * rows + width + row] as number
        for (let n = 0; n < needed.length; n++) {
          const p = needed[n] as number
          sum += (weights[p] as number) * (gain[p] as number)
        }
        if (sum < -slack) continue draw
      }
      let accepts = 1
      for (let n = 0; n < columns.length; n++) accepts *= (columns[n] as Column)[i] as number
      if (accepts <= 0) continue
      alive[i >>> 5] = (alive[i >>> 5] as number) | (1 << (i & 31))
      total += accepts
    }
    return total / this.draws
  }
}

/** What a bound looks at in every draw. */
interface Looking {
  readonly needed: Uint8Array
  readonly columns: readonly Column[]
  readonly sums: readonly (readonly [row: number, weights: Float64Array])[]
  readonly room: Float32Array
  readonly slack: number
}
