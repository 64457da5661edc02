import type { Column } from '../draws/column.ts'
import { multiply } from '../worth/columns.ts'
import { average } from '../worth/estimate.ts'
import type { Judge, Lens } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { endOf, stagesOf } from '../worth/offers.ts'
import { isMute } from '../worth/ratification.ts'
import { crossedBy, isFatal } from '../worth/redlines.ts'
import { partyVerdict, proposalVerdict, worse } from '../worth/verdict.ts'
import type { Caps } from './ceiling.ts'
import { ceilingOf } from './ceiling.ts'
import type { ProposalResult, Ratified } from './check-result.ts'

/** The proposal around one party's ratification. */
export interface RatifiedIn {
  readonly judge: Judge
  readonly required: readonly string[]
  readonly caps: Caps
}

/**
 * Ratification of a package before one party's bodies: under all polls, under each alone wherever it
 * speaks, and with this party's bodies (nobody else's) left out.
 */
export function judgeRatification(party: string, offers: Offers, context: RatifiedIn): Ratified {
  const { judge } = context
  const end = endOf(stagesOf(offers))
  const bodies = judge.stance(party).ratification.map((body) => judge.ratifier.judge(body, end))
  const lowestBody = bodies.reduce<(typeof bodies)[number] | undefined>(
    (low, body) =>
      body.margin !== null && (low?.margin ?? Number.POSITIVE_INFINITY) > body.margin ? body : low,
    undefined
  )
  const columns = bodies.flatMap(({ consents }) => (consents ? [consents] : []))
  const polls = new Map(
    bodies
      .flatMap(({ polls: rows }) => [...rows])
      .map(([poll, row]) => {
        const only = () => ({ polls: { only: poll } })
        return [poll, { ...row, ...chancesUnder(only, { party, offers }, context) }]
      })
  )
  const p =
    bodies.length === 0
      ? 1
      : columns.length === 1 && bodies.length === 1
        ? (bodies[0]?.p ?? 1)
        : meanOfAll(columns)
  return {
    assessed: !bodies.some(isMute),
    p,
    margin: lowestBody?.margin ?? null,
    polls,
    bodies: bodies.map(({ polls: _, consents: __, ...body }) => body),
    vetoes: bodies.flatMap(({ body, vetoes }) =>
      vetoes.map(({ id, chance }) => {
        const at = body.vetoes.find((veto) => veto.id === id)?.at ?? ''
        const without = (other: string): Lens => (other === party ? { withoutVeto: at } : {})
        return { body, id, chance, at, ...chancesUnder(without, { party, offers }, context) }
      })
    ),
    without: chancesUnder(
      (other) => (other === party ? { polls: 'none' } : {}),
      { party, offers },
      context
    )
  }
}

function meanOfAll([first, ...others]: readonly Column[]): number {
  if (!first) return 1
  const product = Float64Array.from(first)
  for (const column of others) multiply(product, column)
  return average(product)
}

/** The joint chance and the verdict when nobody's bodies are asked. */
export function unratified(offers: Offers, context: RatifiedIn): ProposalResult['unratified'] {
  const [party = ''] = context.required
  const { joint, verdict } = chancesUnder(() => ({ polls: 'none' }), { party, offers }, context)
  return { joint, verdict }
}

/** One party's chance, the joint one and the verdict, each party read through its own lens. */
function chancesUnder(
  lensOf: (party: string) => Lens,
  { party, offers }: { readonly party: string; readonly offers: Offers },
  { judge, required, caps }: RatifiedIn
): Ratified['without'] {
  const stages = stagesOf(offers)
  const accepts = (one: string): Column => judge.accepts(one, offers, lensOf(one))
  const product = new Float64Array(judge.sampler.count).fill(1)
  for (const one of required) multiply(product, accepts(one))
  const verdicts = required.map((one) => {
    const { redlines } = judge.stance(one)
    const firm = crossedBy(redlines, stages, judge.source.scenarios).some(isFatal)
    return partyVerdict(average(accepts(one)), firm)
  })
  const joint = average(product)
  const ratifying = required.filter((one) => lensOf(one).polls !== 'none')
  const ceiling = ceilingOf({ offers, ratifying, ...caps }, judge)
  return {
    accepts: average(accepts(party)),
    joint,
    verdict: worse(proposalVerdict(joint, verdicts), ceiling)
  }
}
