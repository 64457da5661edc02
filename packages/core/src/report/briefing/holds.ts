import type { ProposalResult } from '../../check/result.ts'
import { textIn } from '../../model/package.ts'
import type { Concept } from '../../stability/index.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { stabilityReport } from '../stability/report.ts'
import { CONCEPT_NAMES, stateName } from '../stability/words.ts'
import { count, listed, nameOf } from '../words.ts'
import type { Material } from './material.ts'

type Stability = NonNullable<Material['stability']>

/**
 * Whether anybody would leave the outcome that a proposal means, once it is there; nothing where
 * the graph has no such state.
 */
export function holdLines({ stability }: Material, { holds }: ProposalResult): readonly string[] {
  if (!holds) return []
  const { state, concepts } = holds
  if (concepts === null)
    return [`It leads to the state ${state}; the graph is too large to say here.`]
  const where = stability ? ' See \u201cWhat would hold?\u201d.' : ''
  if (concepts.length === 0)
    return [
      `No: it leads to the state ${state}, and under every idea of stability somebody gains by leaving that.${where}`
    ]
  const names = concepts.map((concept) => CONCEPT_NAMES[concept as Concept] ?? concept)
  return concepts.length === Object.keys(CONCEPT_NAMES).length
    ? [
        `Yes: it leads to the state ${state}, which nobody gains by leaving under any idea of stability asked.${where}`
      ]
    : [
        `In part: it leads to the state ${state}, which holds under ${listed(names)} and not under the others.${where}`
      ]
}

/** Equilibria told in full besides those with names. */
const TOLD = 4

/** Which states of the conflict would hold, why each party stays, and the way there. */
export function stabilityBlocks({ source, stability }: Material): readonly Block[] {
  if (!stability) return []
  const { about, result } = stability
  const { space } = about.compiled
  const named = [...new Set(about.compiled.named.map(({ state }) => state))]
  const strongest = result.explained
    .map(({ state }) => state)
    .filter((state) => result.equilibria.includes(state))
  const states = [...new Set([...named, ...strongest.slice(0, Math.max(0, TOLD - named.length))])]
  const rest = result.equilibria.filter((state) => !states.includes(state)).length
  return [
    heading(2, 'What would hold?'),
    paragraph(IDEAS),
    paragraph(
      `The conflict has ${count(space.count)} states that can be; ${count(result.equilibria.length)} hold under some idea.`
    ),
    ...letters(source.graph?.moves ?? [], (party) => nameOf(source, party)),
    table(
      ['state', 'holds under'],
      states.map((state) => [stateName(about, state), under(stability, state)])
    ),
    ...(rest > 0
      ? [
          paragraph(
            `${count(rest)} more states hold under some idea; truce solve stability lists them.`
          )
        ]
      : []),
    ...sections(stability, states)
  ]
}

/** What the concepts mean, for who has not met them. */
const IDEAS =
  'A state holds when no party gains by moving away from it. How far the parties look ahead tells the ideas of stability apart. Under Nash a party looks at its own move alone. Under GMR, SMR, SEQ, SSEQ and SIM it also minds how others may answer: with anything that hurts it (GMR); the same, as long as no reply of its own gets it out of that (SMR); only with what is good for themselves (SEQ); the same with a reply (SSEQ); or by moving at the same time (SIM). A state that holds under all of them is the safest.'

/** How states are written: a letter for each move. */
function letters(
  moves: NonNullable<Material['source']['graph']>['moves'],
  name: (party: string) => string
): readonly Block[] {
  if (moves.length === 0) return []
  return [
    paragraph(
      'A state is written with a letter for each of these moves, in this order: Y where it is taken, N where it is not.'
    ),
    list(moves.map(({ party, title }) => `${name(party)}: ${textIn(title)}`))
  ]
}

function under({ result: { solution, concepts } }: Stability, state: number): string {
  const defined = concepts.filter((concept) => solution.concepts.get(concept))
  const holding = defined.filter(
    (concept) => solution.concepts.get(concept)?.equilibria[state] === 1
  )
  if (holding.length === 0) return 'none'
  return holding.length === defined.length
    ? 'all that can be asked'
    : listed(holding.map((concept) => CONCEPT_NAMES[concept]))
}

/**
 * Of the report on stability the sections on these states, and on those with names that do not
 * hold.
 */
function sections({ about, result }: Stability, states: readonly number[]): readonly Block[] {
  const wanted = states.map((state) => `${stateName(about, state)} holds `)
  let kept = false
  return stabilityReport(about, result).flatMap((block): readonly Block[] => {
    if (block.kind === 'heading')
      kept =
        wanted.some((start) => block.text.startsWith(start)) ||
        block.text === 'Which named states would not hold?'
    if (!kept) return []
    return [block.kind === 'heading' ? heading(3, block.text) : block]
  })
}

/** What becomes of the states with names, in a sentence; empty where none has one. */
export function namedStates({ stability }: Pick<Material, 'stability'>): string {
  if (!stability) return ''
  const { about, result } = stability
  if (result.equilibria.length === 0)
    return 'In no state of the conflict would everybody stay: somebody always gains by moving.'
  const groups = new Map<string, string[]>()
  for (const { id, state } of about.compiled.named) {
    const held = under(stability, state)
    const kind =
      held === 'none' ? 'under no' : held.startsWith('all') ? 'under every' : 'under some'
    groups.set(kind, [...(groups.get(kind) ?? []), id])
  }
  const parts = ['under every', 'under some', 'under no'].flatMap((kind) => {
    const ids = groups.get(kind)
    return ids
      ? [`${listed(ids)} ${ids.length > 1 ? 'hold' : 'holds'} ${kind} idea of stability`]
      : []
  })
  return parts.length === 0 ? '' : `Of the named states, ${parts.join('; ')}.`
}
