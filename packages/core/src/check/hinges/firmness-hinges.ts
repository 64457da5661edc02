import { expected } from '../../draws/sampler.ts'
import { centre, mean } from '../../model/judgement.ts'
import { multiply } from '../../worth/columns.ts'
import { average } from '../../worth/estimate.ts'
import { stagesOf } from '../../worth/offers.ts'
import { crossedBy } from '../../worth/redlines.ts'
import type { Hinge } from '../check-result.ts'
import { endsOf } from './branches.ts'
import type { HingeContext } from './hinge-context.ts'
import { productOfOthers, verdictUnder } from './hinge-context.ts'
import { hingeOf } from './judgement-hinges.ts'

/** The firmness of each crossed redline, held at its ends. */
export function* firmnessHinges(party: string, context: HingeContext): Generator<Hinge> {
  const { judge, judged, means } = context
  const { redlines } = judge.stance(party)
  const { scenarios } = judge.source
  for (const { redline } of crossedBy(redlines, stagesOf(judged.offers), scenarios)) {
    for (const end of endsOf(redline.firmness, judge.source)) {
      const accepts = judge.accepts(party, judged.offers, {
        point: (range, other) => (other === redline && range === end.range ? end.end : mean(range))
      })
      const central = expected(redline.firmness, scenarios, (range) =>
        range === end.range ? end.end : centre(range)
      )
      const joint = accepts.slice()
      multiply(joint, productOfOthers(party, context))
      const p = average(joint)
      const verdict = verdictUnder(context, {
        joint: p,
        means: new Map([...means, [party, average(accepts)]]),
        firmness: (other) => (other === redline ? central : undefined)
      })
      yield { ...hingeOf(redline.firmness, end), kind: 'firmness', party, p, verdict }
    }
  }
}
