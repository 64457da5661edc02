import fc from 'fast-check'
import type { Sequence, SequenceStep } from '../../src/plan/sequence.ts'
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

  /** Steps that one gives and others take, few figures, so that many orders are alike. */
  exchange(most: number): Sequence {
    const parties = this.integer(2, 4)
    const count = this.integer(2, most)
    const coarse = (low: number, high: number): readonly number[] =>
      Array.from({ length: parties }, () => this.integer(low, high))
    const steps: SequenceStep[] = []
    for (let k = 0; k < count; k++) {
      const giver = this.integer(0, parties - 1)
      const alike = k > 0 && this.chance(0.25) ? steps[this.integer(0, k - 1)] : undefined
      const after = Array.from({ length: k }, (_, j) => j).filter(() => this.chance(0.08))
      steps.push({
        ...(alike ?? {
          cost: coarse(0, 1),
          stream: coarse(0, 2).map((one, i) => (i === giver ? -one / 2 : one)),
          grab: coarse(0, 3),
          caught: Array.from({ length: parties }, () => this.one([1, 1, 0.75, 0.5])),
          // some steps are done together: several owe a part
          owes: Array.from({ length: parties }, (_, i) => i === giver || this.chance(0.2)),
          penalty: coarse(0, 1),
          kept: coarse(-1, 1)
        }),
        after
      })
    }
    return {
      parties: Array.from({ length: parties }, (_, i) => `party-${i}`),
      discount: Array.from({ length: parties }, () => this.one([0, 0.5, 0.9, 0.9, 0.97, 0.9999])),
      before: coarse(-1, 1),
      breakdown: coarse(-8, 2),
      bond: coarse(0, 2),
      steps
    }
  }
}

/** Sequences at random, of at most so many steps. */
export const sequences = (most: number): fc.Arbitrary<Sequence> =>
  fc.gen().map((gen) => new Steps(gen).sequence(most))

/** Exchanges at random, among them steps that are alike, of at most so many steps. */
export const exchanges = (most: number): fc.Arbitrary<Sequence> =>
  fc.gen().map((gen) => new Steps(gen).exchange(most))
