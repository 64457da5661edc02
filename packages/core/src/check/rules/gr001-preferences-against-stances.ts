import type { Page } from '../../diagnostic/diagnostic.ts'
import type { Column } from '../../draws/column.ts'
import type { Stance } from '../../model/case.ts'
import type { Graph, NamedState, Preference } from '../../model/graph.ts'
import { BINDING } from '../../worth/conventions.ts'
import type { Judge } from '../../worth/judge.ts'
import type { Offers } from '../../worth/offers.ts'
import { offersOf, openIssues, plainOffers, stagesOf } from '../../worth/offers.ts'
import { crossedBy } from '../../worth/redlines.ts'
import { orderOf } from '../derived-order.ts'
import type { CheckRule, RuleContext } from './rule.ts'
import { hundredths, names } from './terms-text.ts'

const graphWith = (first: string): string => `
    moves: {upland: {open: Open the gate}, lowland: {pay: Pay for the upkeep}}
    states:
      dispute: {where: {upland.open: no, lowland.pay: no}, means: no-deal}
      shared: {where: {upland.open: yes, lowland.pay: yes}, means: halves}
    status-quo: dispute
    preferences: {upland: [${first}], lowland: [{upland.open: yes}]}`

const page: Page = {
  code: 'GR001',
  severity: 'warning',
  title: 'preferences in the graph that its stances contradict',
  about:
    "Where states of the graph mean a proposal or no deal, a case says twice what a party prefers: once in the graph's preferences, once through values and weights. If the two differ, stability and judgement speak of different parties. An order that a redline explains is not reported.",
  message: (d) =>
    `the graph puts ${names(d, 'pairs').join(', ')} for \`${d['party']}\`, its stance the other way round`,
  why: (d) => names(d, 'reasons'),
  help: (d) =>
    `mend one of the two, or write \`${d['party']}: derived\` to take the order from the stance`,
  examples: {
    failing: { graph: graphWith('{upland.open: no}') },
    passing: { graph: graphWith('{lowland.pay: yes}') }
  }
}

/**
 * Hand-written preferences order two states with meanings against the sign of the central
 * difference in gain.
 */
export const preferencesAgainstStances: CheckRule = {
  page,
  run: (context) => {
    const {
      source: { graph, stances },
      judges,
      report,
      spanOf
    } = context
    if (!graph) return
    const states = pairsOf(meant(graph, context))
    for (const [party, preference] of graph.preferences) {
      const stance = stances.get(party)
      if (!stance || !judges.central.hasGain(party)) continue
      const found = states.flatMap(
        (pair) => contradiction(pair, { preference, stance, graph }, context) ?? []
      )
      if (found.length === 0) continue
      const at = preference.kind === 'ranking' ? `${preference.at}/ranking` : `${preference.at}/0`
      report(
        page,
        { span: spanOf(at) },
        { party, pairs: found.map(({ pair }) => pair), reasons: found.map(({ reason }) => reason) }
      )
    }
  }
}

/** A named state and what it offers; nothing where it means no deal. */
interface Meant {
  readonly state: NamedState
  readonly offers: Offers | undefined
}

/**
 * The states that mean no deal or a proposal; a draft with open issues is read at its best
 * completion.
 */
function meant({ states }: Graph, { source, result }: RuleContext): readonly Meant[] {
  return states.flatMap((state): readonly Meant[] => {
    if (state.means === 'no-deal') return [{ state, offers: undefined }]
    const proposal = source.proposals.find(({ id }) => id === state.means)
    if (!proposal) return []
    const filled =
      result.proposals.find((one) => one.proposal === proposal)?.open?.best.terms ?? new Map()
    const offers = new Map([...offersOf(proposal, source), ...plainOffers(filled)])
    return openIssues(offers, source).length === 0 ? [{ state, offers }] : []
  })
}

/** Every two of them that do not mean the same. */
const pairsOf = (states: readonly Meant[]): readonly (readonly [Meant, Meant])[] =>
  states.flatMap((first, index) =>
    states
      .slice(index + 1)
      .filter(({ state }) => state.means !== first.state.means)
      .map((second) => [first, second] as const)
  )

interface Written {
  readonly preference: Preference
  readonly stance: Stance
  readonly graph: Graph
}

interface Contradiction {
  readonly pair: string
  readonly reason: string
}

function contradiction(
  [a, b]: readonly [Meant, Meant],
  { preference, stance, graph }: Written,
  context: RuleContext
): Contradiction | undefined {
  const order = orderOf(preference, [a.state, b.state], graph)
  if (order === undefined || order === 0) return undefined
  const [upper, lower] = order > 0 ? [a, b] : [b, a]
  const { apart, central } = context.judges
  const lead = difference(central, stance.party, [upper, lower])[0] ?? 0
  if (lead > -EVEN || (refuses(stance, lower, context) && !refuses(stance, upper, context)))
    return undefined
  const draws = difference(apart, stance.party, [upper, lower])
  const agree = draws.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) / draws.length
  return {
    pair: `\`${upper.state.id}\` above \`${lower.state.id}\``,
    reason: `by its stance \`${lower.state.id}\` is worth ${hundredths(-lead)} points more than \`${upper.state.id}\`; ${Math.round(agree * 100)} % of the draws agree with the graph`
  }
}

/** Differences this small count as none. */
const EVEN = 1e-9

/** Whether a state crosses a redline of the party that binds, which alone explains a low place. */
const refuses = ({ redlines }: Stance, { offers }: Meant, { source }: RuleContext): boolean =>
  offers !== undefined &&
  crossedBy(redlines, stagesOf(offers), source.scenarios).some(
    ({ firmness }) => firmness.central >= BINDING
  )

/** How much more the first of two states is worth to the party than the second, in each draw. */
function difference(
  judge: Judge,
  party: string,
  [first, second]: readonly [Meant, Meant]
): Float64Array {
  const gain = ({ offers }: Meant): Column =>
    offers ? judge.gain(party, offers) : new Float64Array(judge.sampler.count)
  const less = gain(second)
  return gain(first).map((value, i) => value - (less[i] as number))
}
