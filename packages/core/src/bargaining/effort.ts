/**
 * Raised when conditions link so many issues, or a frontier grows so large, that taking the space
 * apart is out of reach.
 */
export class TooWide extends Error {}

/**
 * Sums of two points that a question may cost: some hundred thousand to the second with many
 * parties, millions with two, so that nobody waits for more than some seconds. Where it is not
 * enough, `TooWide` sends the question to integer programming, or the answer says what is left open.
 */
const PLENTY = 20_000_000

/**
 * Coordinates of points that may be compared for each sum allowed. With few parties a sum takes some
 * tens; with many, whose points seldom dominate one another, it takes many thousands, and they are
 * the cost: some two hundred millions to the second.
 */
const COMPARISONS = 25

/** What a question may cost before `TooWide` is thrown, so that nobody waits without end. */
export class Effort {
  private left: number
  private comparisons: number
  private readonly sums: number
  private readonly allowed: number

  constructor(sums = PLENTY, comparisons = sums * COMPARISONS) {
    this.left = sums
    this.comparisons = comparisons
    this.sums = sums
    this.allowed = comparisons
  }

  /** What was spent so far, in sums of two points. */
  get spent(): number {
    return this.sums - this.left + (this.allowed - this.comparisons) / COMPARISONS
  }

  /** The same for one of several questions that share it, or share a part of it. */
  static shared(questions: number, part = 1): Effort {
    return new Effort((part * PLENTY) / questions)
  }

  /**
   * Counts the sums of every point of one layer and every point of another, before they are made.
   */
  spend(left: { readonly count: number }, right: { readonly count: number }): void {
    this.left -= left.count * right.count
    this.throwBelow(this.left)
  }

  /** Counts coordinates of points that were compared. */
  compared(count: number): void {
    this.comparisons -= count
    this.throwBelow(this.comparisons)
  }

  private throwBelow(left: number): void {
    if (left < 0)
      throw new TooWide(
        'conditions link too many issues, or too many packages are efficient, to list them all'
      )
  }
}
