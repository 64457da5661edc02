import fc from 'fast-check'
import { Choices } from '../choices.ts'
import { smallPlan } from './small-plan.ts'

/** What a step waits for: all of `verified`, the gate, and one of `any`. */
export interface GateSpec {
  readonly opens: number
  readonly verified: readonly number[]
  readonly any: readonly number[]
  readonly gate?: number
}

/** Steps in a row, each by one of two parties, and gates before some of them. */
export interface GatedSpec {
  readonly steps: readonly { readonly by: 'east' | 'west'; readonly verified: boolean }[]
  readonly gates: readonly GateSpec[]
  /** Figures of each step: what it brings each party and costs its giver. */
  readonly figures: readonly (readonly [east: number, west: number, cost: number])[]
}

class Specs extends Choices {
  spec(allVerified: boolean): GatedSpec {
    const n = this.integer(2, 5)
    const steps = Array.from({ length: n }, () => ({
      by: this.one(['east', 'west'] as const),
      verified: allVerified || this.chance(0.8)
    }))
    const gates: GateSpec[] = []
    for (let opens = 1; opens < n; opens++) {
      if (this.chance(0.3)) continue
      const earlier = Array.from({ length: opens }, (_, k) => k)
      const other = this.integer(0, n - 1)
      gates.push({
        opens,
        verified: earlier.filter(() => this.chance(0.3)),
        // one of two: an earlier step, or any other at all, be it behind this very gate
        any: this.chance(0.5) ? [] : [...new Set([this.one(earlier), other])],
        ...(gates.length > 0 && this.chance(0.4) ? { gate: this.integer(0, gates.length - 1) } : {})
      })
    }
    return {
      steps,
      gates,
      figures: steps.map(() => [this.integer(-4, 8), this.integer(-4, 8), this.integer(0, 6)])
    }
  }
}

/** Small gated paths at random. */
export const gatedSpecs = (allVerified = true): fc.Arbitrary<GatedSpec> =>
  fc.gen().map((gen) => new Specs(gen).spec(allVerified))

/** Their case. */
export function gatedCase({ steps, gates, figures }: GatedSpec): string {
  const deliverables = steps.map(({ by, verified }, k) => {
    const [east, west, cost] = figures[k] ?? [0, 0, 0]
    const verifiers = verified ? ', verified-by: [watch]' : ''
    return `\n  - {id: d${k}, by: ${by}, stream: {east: ${east}, west: ${west}}, cost: {${by}: ${cost}}, grab: {${by}: 2}, caught: 0.9${verifiers}, source: own}`
  })
  const listed = gates.map(({ opens, verified, any, gate }, k) => {
    const tests = [
      ...(verified.length > 0
        ? [`verified: [${verified.map((one) => `d${one}`).join(', ')}]`]
        : []),
      ...(any.length > 0 ? [`any: [${any.map((one) => `{verified: [d${one}]}`).join(', ')}]`] : []),
      ...(gate === undefined ? [] : [`gate: g${gate}`])
    ]
    return `\n  - {id: g${k}, opens: deliverable.d${opens}, when: {${tests.join(', ')}}, decided-by: [watch], source: own}`
  })
  return smallPlan({
    deliverables: deliverables.join(''),
    gates: listed.length > 0 ? `gates:${listed.join('')}` : ''
  }).replace('terms: {arms: laid-down, front: river, flag: white}', 'terms: {flag: white}')
}
