import type { ProposalResult } from '../../check/check-result.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import { conceptList, doneIn, isNamed, stateName } from '../stability/graph-words.ts'
import { fallingBlocks, holdingBlocks } from '../stability/states.ts'
import { concepts, defined, fallings, holdings } from '../stability/told.ts'
import { chance, count, holdWords, wordsOf } from '../words/index.ts'
import type { Material } from './material.ts'

type Stability = NonNullable<Material['stability']>

/**
 * Whether anybody would leave the outcome that a proposal means, once it is there; nothing where
 * the graph has no such state.
 */
export function holdLines(material: Material, { holds, joint }: ProposalResult): readonly string[] {
  if (!holds) return []
  const words = wordsOf(material)
  const { concepts: under } = holds
  const asked = material.stability ? defined(material.stability.result).length : under?.length
  const said = holdWords(words, holds, { chance: chance(joint.p), asked: asked ?? 0 })
  const see = under !== null && material.stability
  return [[...said, ...(see ? [words.say('hold.see')] : [])].join(' ')]
}

/** Equilibria told in full besides those with names. */
const TOLD = 4

/** Which states of the conflict would hold, why each party stays, and the way there. */
export function stabilityBlocks(material: Material): readonly Block[] {
  const { stability } = material
  if (!stability) return []
  const { say } = wordsOf(material)
  const { about, result } = stability
  const { space } = about.compiled
  const named = [...new Set(about.compiled.named.map(({ state }) => state))]
  const strongest = result.explained
    .map(({ state }) => state)
    .filter((state) => result.equilibria.includes(state))
  const states = [...new Set([...named, ...strongest.slice(0, Math.max(0, TOLD - named.length))])]
  const rest = result.equilibria.filter((state) => !states.includes(state)).length
  const from = result.start?.state
  return [
    heading(2, say('brief.states')),
    paragraph(say('brief.ideas')),
    paragraph(
      say('brief.states.count', {
        states: count(space.count),
        holding: count(result.equilibria.length)
      })
    ),
    table(
      [say('states.state'), say('brief.states.under')],
      states.map((state) => [stateText(stability, state), under(stability, state)])
    ),
    ...(rest > 0 ? [paragraph(say('brief.states.more', { n: rest }))] : []),
    ...holdings(result)
      .filter(({ state }) => states.includes(state))
      .flatMap((one) => holdingBlocks(about, one, { level: 3, from })),
    ...fallingBlocks(about, fallings(result), 3)
  ]
}

const stateText = ({ about }: Stability, state: number): string =>
  isNamed(about, state) && about.compiled.space.moveIds.length > 0
    ? wordsOf(about).say('state', { name: stateName(about, state), done: doneIn(about, state) })
    : stateName(about, state)

/** How far a state holds: under every concept that is defined, some of them, or none. */
function extent({ result }: Stability, state: number): 'every' | 'some' | 'no' {
  const holding = concepts(result, state).length
  if (holding === 0) return 'no'
  return holding === defined(result).length ? 'every' : 'some'
}

function under(stability: Stability, state: number): string {
  const { about, result } = stability
  const { say } = wordsOf(about)
  const found = extent(stability, state)
  if (found === 'no') return say('more.none')
  return found === 'every' ? say('brief.states.all') : conceptList(about, concepts(result, state))
}

/** What becomes of the states with names, in a sentence; empty where none has one. */
export function namedStates(material: Material): string {
  const { stability } = material
  if (!stability) return ''
  const { say, list: listed } = wordsOf(material)
  if (stability.result.equilibria.length === 0) return say('brief.named.nowhere')
  const { named } = stability.about.compiled
  const parts = (['every', 'some', 'no'] as const).flatMap((how) => {
    const ids = named.filter(({ state }) => extent(stability, state) === how).map(({ id }) => id)
    return ids.length === 0
      ? []
      : [say(`brief.named.${how}`, { states: listed(ids), n: ids.length })]
  })
  return parts.length === 0 ? '' : say('brief.named', { parts: parts.join('; ') })
}
