import fc from 'fast-check'

/** Choices at random, drawn from fast-check so that what fails is made smaller. */
export class Choices {
  protected readonly gen: fc.GeneratorValue

  constructor(gen: fc.GeneratorValue) {
    this.gen = gen
  }

  protected integer(min: number, max: number): number {
    return this.gen(between(min, max))
  }

  protected one<T>(choices: readonly T[]): T {
    return choices[this.integer(0, choices.length - 1)] as T
  }

  protected chance(p: number): boolean {
    return this.integer(0, 99) >= 100 - 100 * p
  }
}

/**
 * Whole numbers from one bound to another, one function for each pair: `gen` goes through all
 * arguments that a function was ever given, and finds a function at once.
 */
function between(min: number, max: number): () => fc.Arbitrary<number> {
  const key = `${min} ${max}`
  const known = ranges.get(key) ?? (() => fc.integer({ min, max }))
  ranges.set(key, known)
  return known
}
const ranges = new Map<string, () => fc.Arbitrary<number>>()
