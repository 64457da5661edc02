import { add, type Field } from './field.ts'

/** Taking a point of a part. */
export interface PointSwap {
  readonly part: number
  readonly point: number
}

/** What to climb by. */
export interface Slope {
  /** Most promising first. */
  readonly moves: readonly PointSwap[]
  /** Higher is better. */
  readonly score: (values: Float64Array) => number
}

/**
 * How many moves, from the most promising on, are tried alone, in pairs and in triples: all, some
 * 7,000 pairs, some 7,000 triples, at a cost that grows with the square and the cube. Single moves
 * alone leave the max-min visibly worse packages; twice or half as many pairs and triples changed
 * next to nothing in random games. What the climb misses, branching finds later.
 */
const TRIED = [Number.POSITIVE_INFINITY, 120, 36]
/** Improvements made at most from one start: near the lottery few are left to make. */
const ROUNDS = 60
/** Relative: above what rounding does to a score of some tens of sums, below any real difference. */
const ROUNDING = 1e-14

/**
 * Local search: makes the best single move until none improves the score, then the best pair, then
 * the best triple. In place.
 */
export function climb(field: Field, choice: Int32Array, slope: Slope): void {
  const climber = new Climber(field, choice, slope)
  for (let round = 0; round < ROUNDS; round++)
    if (!TRIED.some((_, size) => climber.improve(size + 1))) return
}

class Climber {
  private readonly field: Field
  private readonly choice: Int32Array
  private readonly slope: Slope
  /** Values after no, one, two moves ... of the combination being tried. */
  private readonly sums: readonly Float64Array[]
  private readonly taken: PointSwap[] = []
  private best: { readonly score: number; readonly moves: readonly PointSwap[] }

  constructor(field: Field, choice: Int32Array, slope: Slope) {
    this.field = field
    this.choice = choice
    this.slope = slope
    this.sums = [field.start.slice(), ...TRIED.map(() => new Float64Array(field.width))]
    choice.forEach((point, part) => {
      add(this.sums[0] as Float64Array, field.parts[part] as Float64Array, point * field.width)
    })
    this.best = { score: slope.score(this.sums[0] as Float64Array), moves: [] }
  }

  /** Makes the best combination of so many moves if it improves the score. */
  improve(size: number): boolean {
    this.best = { score: this.best.score, moves: [] }
    this.combine(size, 0)
    for (const { part, point } of this.best.moves) {
      this.step(this.sums[0] as Float64Array, part, point)
      this.choice[part] = point
    }
    return this.best.moves.length > 0
  }

  private combine(size: number, from: number): void {
    const depth = this.taken.length
    const end = Math.min(this.slope.moves.length, TRIED[size - 1] as number)
    const sums = this.sums[depth + 1] as Float64Array
    for (let k = from; k < end; k++) {
      const move = this.slope.moves[k] as PointSwap
      if (
        this.choice[move.part] === move.point ||
        this.taken.some(({ part }) => part === move.part)
      )
        continue
      sums.set(this.sums[depth] as Float64Array)
      this.step(sums, move.part, move.point)
      this.taken.push(move)
      if (depth + 1 < size) this.combine(size, k + 1)
      else this.judge(this.slope.score(sums))
      this.taken.pop()
    }
  }

  private judge(score: number): void {
    // an improvement within rounding could go round in circles
    if (score > this.best.score + ROUNDING * Math.abs(this.best.score))
      this.best = { score, moves: [...this.taken] }
  }

  /** Adds what taking the point in place of the chosen one changes. */
  private step(sums: Float64Array, part: number, point: number): void {
    const { width } = this.field
    const values = this.field.parts[part] as Float64Array
    const [to, from] = [point * width, (this.choice[part] as number) * width]
    for (let p = 0; p < width; p++)
      sums[p] = (sums[p] as number) + ((values[to + p] as number) - (values[from + p] as number))
  }
}
