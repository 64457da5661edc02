/**
 * Raised when conditions link so many issues, or a frontier grows so large, that taking the space
 * apart is out of reach.
 */
export class TooWide extends Error {}

/**
 * Sums of two points that a question may cost: some hundred thousand to the second with many
 * parties, millions with two, so that nobody waits for more than some minutes. Where it is not
 * enough, `TooWide` sends the question to integer programming, or the answer says what is left open.
 */
const PLENTY = 20_000_000

/** What a question may cost before `TooWide` is thrown, so that nobody waits without end. */
export class Effort {
  private left: number

  constructor(sums = PLENTY) {
    this.left = sums
  }

  /**
   * Counts the sums of every point of one layer and every point of another, before they are made.
   */
  spend(left: { readonly count: number }, right: { readonly count: number }): void {
    this.left -= left.count * right.count
    if (this.left < 0)
      throw new TooWide(
        'conditions link too many issues, or too many packages are efficient, to list them all'
      )
  }
}
