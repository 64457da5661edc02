import fc from 'fast-check'

/** Choices at random, drawn from fast-check so that what fails is made smaller. */
export class Choices {
  protected readonly gen: fc.GeneratorValue

  constructor(gen: fc.GeneratorValue) {
    this.gen = gen
  }

  protected integer(min: number, max: number): number {
    return this.gen(fc.integer, { min, max })
  }

  protected one<T>(choices: readonly T[]): T {
    return choices[this.integer(0, choices.length - 1)] as T
  }

  protected chance(p: number): boolean {
    return this.integer(0, 99) >= 100 - 100 * p
  }
}
