import type { ProposalResult } from '../../check/check-result.ts'
import { textIn } from '../../model/package.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { conceptList, stateName } from '../stability/graph-words.ts'
import { fallingBlocks, holdingBlocks } from '../stability/states.ts'
import { concepts, defined, fallings, holdings } from '../stability/told.ts'
import { count, holdWords, nameOf, wordsOf } from '../words/index.ts'
import type { Material } from './material.ts'

type Stability = NonNullable<Material['stability']>

/**
 * Whether anybody would leave the outcome that a proposal means, once it is there; nothing where
 * the graph has no such state.
 */
export function holdLines(material: Material, { holds }: ProposalResult): readonly string[] {
  if (!holds) return []
  const words = wordsOf(material)
  const see = holds.concepts !== null && material.stability
  return [[...holdWords(words, holds), ...(see ? [words.say('hold.see')] : [])].join(' ')]
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
    ...letters(material),
    table(
      [say('states.state'), say('brief.states.under')],
      states.map((state) => [stateName(about, state), under(stability, state)])
    ),
    ...(rest > 0 ? [paragraph(say('brief.states.more', { n: count(rest) }))] : []),
    ...holdings(result)
      .filter(({ state }) => states.includes(state))
      .flatMap((one) => holdingBlocks(about, one, { level: 3, from })),
    ...fallingBlocks(about, fallings(result), 3)
  ]
}

/** How states are written: a letter for each move. */
function letters(material: Material): readonly Block[] {
  const { source } = material
  const { say } = wordsOf(material)
  const moves = source.graph?.moves ?? []
  if (moves.length === 0) return []
  return [
    paragraph(say('brief.states.letters')),
    list(
      moves.map(({ party, title }) =>
        say('brief.states.move', { party: nameOf(source, party), move: textIn(title) })
      )
    )
  ]
}

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
