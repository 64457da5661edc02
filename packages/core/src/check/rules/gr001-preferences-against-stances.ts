import type { Page } from '../../diagnostic/diagnostic.ts'
import type { Graph, NamedState, Preference } from '../../model/graph.ts'
import type { Stance } from '../../model/case.ts'
import type { Judge } from '../judge.ts'
import { offersOf, openIssues, plainOffers, stagesOf } from '../offers.ts'
import type { Offers } from '../party.ts'
import { orderOf } from '../preference.ts'
import { crossedBy } from '../redlines.ts'
import type { Rule, RuleContext } from './rule.ts'
import { names, short } from './words.ts'

const graphWith = (first: string): string => `
    moves: {upland: {open: Open the gate}, lowland: {pay: Pay for the upkeep}}
    states:
      dispute: {where: {upland.open: no, lowland.pay: no}, means: no-deal}
      shared: {where: {upland.open: yes, lowland.pay: yes}, means: halves}
    status-quo: dispute
    preferences: {upland: [${first}], lowland: [{upland.open: yes}]}`

const page: Page = {
  code: 'GR001', severity: 'warning', title: 'preferences in the graph that its stances contradict',
  about: 'Where states of the graph mean a proposal or no deal, a case says twice what a party prefers: once in the graph\'s preferences, once through values and weights. If the two differ, stability and judgement speak of different parties. An order that a redline explains is not reported.',
  message: (d) => `the graph puts ${names(d, 'pairs').join(', ')} for \`${d['party']}\`, its stance the other way round`,
  why: (d) => names(d, 'reasons'),
  help: (d) => `mend one of the two, or write \`${d['party']}: derived\` to take the order from the stance`,
  examples: { failing: { graph: graphWith('{upland.open: no}') }, passing: { graph: graphWith('{lowland.pay: yes}') } }
}

/** Hand-written preferences order two states with meanings against the sign of the central difference in gain. */
export const preferencesAgainstStances: Rule = {
  page,
  run: (context) => {
    const { source, judges, report, spanOf } = context
    for (const [party, preference] of source.graph?.preferences ?? []) {
      const stance = source.stances.get(party)
      if (!stance || !judges.central.hasGain(party) || !source.graph) continue
      const found = pairs(meant(source.graph, context)).flatMap((pair) => contradiction(pair, { preference, stance, graph: source.graph as Graph }, context) ?? [])
      if (found.length === 0) continue
      const at = preference.kind === 'ranking' ? `${preference.at}/ranking` : `${preference.at}/0`
      report(page, { span: spanOf(at) }, { party, pairs: found.map(({ pair }) => pair), reasons: found.map(({ reason }) => reason) })
    }
  }
}

/** A named state and what it offers; nothing where it means no deal. */
interface Meant {
  readonly state: NamedState
  readonly offers: Offers | undefined
}

/** The states that mean no deal or a proposal; a draft with open issues is read at its best completion. */
function meant({ states }: Graph, { source, result }: RuleContext): readonly Meant[] {
  return states.flatMap((state): readonly Meant[] => {
    if (state.means === 'no-deal') return [{ state, offers: undefined }]
    const proposal = source.proposals.find(({ id }) => id === state.means)
    if (!proposal) return []
    const filled = result.proposals.find(({ id }) => id === proposal.id)?.open?.best.terms ?? new Map()
    const offers = new Map([...offersOf(proposal, source), ...plainOffers(filled)])
    return openIssues(offers, source).length === 0 ? [{ state, offers }] : []
  })
}

function* pairs(full: readonly Meant[]): Generator<readonly [Meant, Meant]> {
  for (const [index, first] of all.entries()) for (const second of all.slice(index + 1)) if (first.state.means !== second.state.means) yield [first, second]
}

interface Written {
  readonly preference: Preference
  readonly stance: Stance
  readonly graph: Graph
}

function contradiction([a, b]: readonly [Meant, Meant], { preference, stance, graph }: Written, { judges, source }: RuleContext): { readonly pair: string; readonly reason: string } | undefined {
  const order = orderOf(preference, [a.state, b.state], graph)
  if (order === undefined || order === 0) return undefined
  const [upper, lower] = order > 0 ? [a, b] : [b, a]
  const lead = difference(judges.central, stance.party, [upper, lower])[0] ?? 0
  const scenarios = source.scenarios
  const refuses = ({ offers }: Meant): boolean => offers !== undefined && crossedBy(stance.redlines, stagesOf(offers), scenarios).some(({ firmness }) => firmness.central >= REFUSED)
  if (lead > -EVEN || (refuses(lower) && !refuses(upper))) return undefined
  const draws = difference(judges.apart, stance.party, [upper, lower])
  const agree = draws.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) / draws.length
  return {
    pair: `\`${upper.state.id}\` above \`${lower.state.id}\``,
    reason: `by its stance \`${lower.state.id}\` is worth ${short(-lead)} points more than \`${upper.state.id}\`; ${Math.round(agree * 100)} % of the draws agree with the graph`
  }
}

/** Firmness from which a redline alone explains why a state is put below another; differences this small count as none. */
const REFUSED = 0.5
const EVEN = 1e-9

/** How much more the first of two states is worth to the party than the second, in each draw. */
function difference(judge: Judge, party: string, [first, second]: readonly [Meant, Meant]): Float64Array {
  const gain = ({ offers }: Meant): Float64Array => (offers ? judge.gain(party, offers) : new Float64Array(judge.sampler.count))
  const less = gain(second)
  return gain(first).map((value, i) => value - (less[i] as number))
}
