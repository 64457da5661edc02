import type { AlternativeStudy } from '../../study/index.ts'
import type { Words } from '../words/index.ts'
import { CONCEPT_NAMES } from '../words/index.ts'
import { sampled } from './input-words.ts'

type Holds = AlternativeStudy['equilibrium']

/**
 * How often a state is an equilibrium, from the concept that says least often to the one that says
 * most often.
 */
export function holdsCell({ say }: Words, holds: Holds): string {
  if (!holds) return '-'
  if (!holds.concepts) return say('often.unasked')
  const sorted = holds.concepts.map(({ share }) => share).sort((a, b) => a.p - b.p)
  const [low = '', high] = [
    ...new Set([sorted.at(0), sorted.at(-1)].flatMap((share) => (share ? [sampled(share)] : [])))
  ]
  return high === undefined ? low : say('range', { low, high })
}

/** The same concept by concept; those that agree are named together. */
export function conceptsWords({ say }: Words, holds: Holds): string {
  if (!holds) return ''
  const { state } = holds
  if (!holds.concepts) return say('hold.large', { state })
  const byShare = new Map<string, string[]>()
  for (const { concept, share } of holds.concepts) {
    const said = sampled(share)
    byShare.set(said, [...(byShare.get(said) ?? []), CONCEPT_NAMES[concept]])
  }
  const often = [...byShare].map(([chance, some]) => {
    const concepts = some.join(', ')
    if (chance === '1') return say('often.every', { concepts })
    if (chance === '0') return say('often.no', { concepts })
    return say('often.chance', { chance, concepts })
  })
  return say('often.state', { state, often: often.join('; ') })
}
