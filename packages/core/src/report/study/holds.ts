import type { AlternativeStudy } from '../../study/index.ts'
import { CONCEPT_NAMES } from '../stability/words.ts'
import { sampled } from './words.ts'

type Holds = AlternativeStudy['equilibrium']

/**
 * How often a state is an equilibrium, from the concept that says least often to the one that says
 * most often.
 */
export function holdsCell(holds: Holds): string {
  if (!holds) return '-'
  if (!holds.concepts) return 'not asked'
  const sorted = holds.concepts.map(({ share }) => share).sort((a, b) => a.p - b.p)
  const ends = [
    ...new Set([sorted.at(0), sorted.at(-1)].flatMap((share) => (share ? [sampled(share)] : [])))
  ]
  return ends.join(' to ')
}

/** The same concept by concept; those that agree are named together. */
export function conceptsWords(holds: Holds): string {
  if (!holds) return ''
  if (!holds.concepts) return `state ${holds.state}: the graph is large; ask truce solve stability`
  const byShare = new Map<string, string[]>()
  for (const { concept, share } of holds.concepts) {
    const said = sampled(share)
    byShare.set(said, [...(byShare.get(said) ?? []), CONCEPT_NAMES[concept]])
  }
  const parts = [...byShare].map(
    ([said, concepts]) => `${often(said)} under ${concepts.join(', ')}`
  )
  return `state ${holds.state} is an equilibrium ${parts.join('; ')}`
}

const often = (said: string): string =>
  said === '1' ? 'in every draw' : said === '0' ? 'in no draw' : `with chance ${said}`
