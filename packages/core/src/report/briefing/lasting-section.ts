import type { EquilibriumState, ProposalResult } from '../../check/check-result.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import { doneIn } from '../stability/graph-words.ts'
import { leavingText, wayThere } from '../stability/states.ts'
import { concepts, defined, fallings } from '../stability/told.ts'
import { conceptMeaning, inPercent, wordsOf } from '../words/index.ts'
import type { Material } from './material.ts'

/**
 * Whether anybody would leave what a proposal leads to; never without the chance that it is signed
 * in the first place.
 */
export function lastingSection(material: Material, proposal: ProposalResult): readonly Block[] {
  const { say } = wordsOf(material)
  const { holds } = proposal
  const title = heading(2, say('pages.last'))
  if (!holds) return [title, paragraph(say('pages.last.unasked'))]
  const signed = say('pages.last.signed', { chance: inPercent(proposal.joint.p) })
  const answer =
    holds.concepts === null
      ? say('pages.last.large')
      : answerText(material, { ...holds, concepts: holds.concepts }, signed)
  const { alike } = holds
  return [
    title,
    paragraph([answer, ...(alike.states > 0 ? [say('pages.last.alike', alike)] : [])].join(' ')),
    ...outcome(material, holds)
  ]
}

function answerText(
  material: Material,
  { state, concepts }: EquilibriumState & { readonly concepts: readonly Concept[] },
  signed: string
): string {
  const { say, list } = wordsOf(material)
  const { stability } = material
  if (concepts.length === 0) return noText(material, state, signed)
  const asked = stability ? defined(stability.result) : concepts
  const failing = asked.filter((one) => !concepts.includes(one))
  if (failing.length === 0) return say('pages.last.yes', { signed })
  const told = (some: readonly Concept[]): string =>
    list(some.map((one) => conceptMeaning(wordsOf(material), one)))
  return say('pages.last.some', { signed, holding: told(concepts), failing: told(failing) })
}

type Concept = NonNullable<EquilibriumState['concepts']>[number]

function noText(material: Material, id: string, signed: string): string {
  const { say } = wordsOf(material)
  const { stability } = material
  const state = stability?.about.compiled.named.find((one) => one.id === id)?.state
  const leaves = stability && fallings(stability.result).find((one) => one.state === state)?.leaves
  const leaving = leaves && leavingText(stability.about, leaves.witness)
  return leaving === undefined
    ? say('pages.last.no.somebody', { signed })
    : say('pages.last.no', { signed, leaving })
}

/** What is done once it is kept, and the way there from what stands today. */
function outcome(material: Material, { state: id }: EquilibriumState): readonly Block[] {
  const { stability } = material
  const found = stability?.about.compiled.named.find((one) => one.id === id)
  if (!stability || !found) return []
  const { about, result } = stability
  return [
    paragraph(
      [
        wordsOf(material).say('pages.last.means', { done: doneIn(about, found.state) }),
        ...wayThere(about, result, found.state)
      ].join(' ')
    )
  ]
}

/** Where there is no proposal: which outcomes that the case names would hold. */
export function outcomesSection({ stability, ...material }: Material): readonly Block[] {
  if (!stability) return []
  const { say } = wordsOf(material)
  const { about, result } = stability
  const lines = about.compiled.named.map(({ state }) => {
    const under = concepts(result, state).length
    const asked = defined(result).length
    const how = under === 0 ? 'no' : under === asked ? 'yes' : 'some'
    return say(`pages.outcome.${how}`, { done: doneIn(about, state) })
  })
  return [
    heading(2, say('pages.outcomes')),
    lines.length === 0 ? paragraph(say('pages.outcomes.none')) : list(lines)
  ]
}
