import { scenariosTold } from '../../worth/judgements.ts'
import { withKnown } from '../../worth/scenarios.ts'
import type { Hinge } from '../check-result.ts'
import type { HingeContext } from './hinge-context.ts'
import { verdictUnder } from './hinge-context.ts'

/**
 * Scenarios taken as known: the draws in which they hold, or do not, are read alone, and a redline
 * is fatal where it is crossed whatever the others.
 */
export function* scenarioHinges(context: HingeContext): Generator<Hinge> {
  const { judge, judged, columns } = context
  const { masks } = judge.sampler
  const mentioned = scenariosTold(
    judged.required.map((party) => judge.stance(party)),
    [...judged.offers.values()].flatMap(({ chance }) => chance ?? [])
  )
  for (const [bit, scenario] of judge.source.scenarios.entries()) {
    if (!mentioned.has(scenario.id)) continue
    for (const known of [true, false]) {
      const kept = [...masks.keys()].filter((i) => isSet(masks[i] as number, bit) === known)
      if (kept.length === 0) continue
      const mean = (value: (i: number) => number): number =>
        kept.reduce((sum, i) => sum + value(i), 0) / kept.length
      const p = mean((i) =>
        judged.required.reduce((product, party) => product * (columns.get(party)?.[i] ?? 1), 1)
      )
      const verdict = verdictUnder(context, {
        joint: p,
        means: new Map(
          [...columns].map(([party, column]) => [party, mean((i) => column[i] as number)])
        ),
        scenarios: withKnown(judge.source.scenarios, scenario.id, known)
      })
      yield {
        key: `scenarios.${scenario.id}`,
        at: scenario.at,
        party: undefined,
        kind: 'scenario',
        set: known ? 'yes' : 'no',
        p,
        verdict
      }
    }
  }
}

const isSet = (mask: number, bit: number): boolean => (mask & (1 << bit)) !== 0
