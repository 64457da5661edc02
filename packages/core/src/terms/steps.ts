/**
 * What a question about the packages of a case may cost, in conditions looked at under an option:
 * some hundred thousand to the second on a slow machine, a million on a fast one. Steps and not
 * seconds, so that a case gets the same answer on every computer; what a question did not settle
 * within them is told as unknown. Shipped cases need some thousands.
 */
export const STEPS = {
  /** The count of packages at the firmness that binds. */
  count: 1_000_000,
  /** The same at each other firmness. */
  level: 500_000,
  /** The counts with one redline read otherwise, all together. */
  edges: 500_000,
  /** One search for a package. */
  find: 100_000,
  /** All searches for options that no package takes, and for what bars them. */
  putIn: 200_000,
  /** All searches for redlines of one firmness that collide. */
  cores: 200_000
} as const

/** Steps that are left; several questions may share them. */
export class Steps {
  private left: number

  constructor(steps: number) {
    this.left = steps
  }

  /** Takes some steps; false when they were more than was left, and ever after. */
  spend(steps: number): boolean {
    this.left -= steps
    return !this.spent
  }

  /** Whether more was asked for than there was. */
  get spent(): boolean {
    return this.left < 0
  }

  /**
   * Asks a question that may take an even part of what is left, so many such questions being still to
   * come; what it does not take is there for the others.
   */
  share<T>(among: number, ask: (steps: Steps) => T): T {
    const part = Math.floor(Math.max(0, this.left) / among)
    const own = new Steps(part)
    const answer = ask(own)
    this.left -= part - Math.max(0, own.left)
    return answer
  }

  /** Half of what is left, for a question that may fail without the others. */
  half(): Steps {
    const steps = Math.floor(Math.max(0, this.left) / 2)
    this.left -= steps
    return new Steps(steps)
  }
}
