import fc from 'fast-check'
import type { Sequence } from '../../src/plan/sequence.ts'
import { Choices } from '../choices.ts'

class Steps extends Choices {
  private figures(parties: number, low: number, high: number): readonly number[] {
    return Array.from({ length: parties }, () => this.integer(low, high) / 4)
  }

  sequence(most: number): Sequence {
    const parties = this.integer(1, 3)
    const count = this.integer(1, most)
    return {
      parties: Array.from({ length: parties }, (_, i) => `party-${i}`),
      discount: Array.from({ length: parties }, () => this.one([0.5, 0.75, 0.9])),
      before: this.figures(parties, -2, 4),
      breakdown: this.figures(parties, -40, 20),
      bond: this.figures(parties, 0, 8),
      steps: Array.from({ length: count }, (_, k) => ({
        cost: this.figures(parties, 0, 16),
        stream: this.figures(parties, -2, 8),
        grab: this.figures(parties, 0, 20),
        caught: Array.from({ length: parties }, () => this.one([0, 0.5, 0.9, 1])),
        owes: Array.from({ length: parties }, () => this.chance(0.5)),
        penalty: this.figures(parties, 0, 6),
        kept: this.figures(parties, -8, 8),
        after: Array.from({ length: k }, (_, j) => j).filter(() => this.chance(0.15))
      }))
    }
  }
}

/** Sequences at random, of at most so many steps. */
export const sequences = (most: number): fc.Arbitrary<Sequence> =>
  fc.gen().map((gen) => new Steps(gen).sequence(most))
