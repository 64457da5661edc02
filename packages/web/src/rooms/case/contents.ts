import type { Case } from '@truce/core'

/** The sections of the case room, in the order they are read. */
export const SECTIONS = [
  'parties',
  'issues',
  'rules',
  'proposals',
  'polls',
  'sources',
  'scenarios',
  'graph',
  'process'
] as const
/** A section of the case room. */
export type Section = (typeof SECTIONS)[number]

/** How many entries each section has. */
export function counts(source: Case): Readonly<Record<Section, number>> {
  return {
    parties: source.parties.size,
    issues: source.issues.length,
    rules: source.rules.length,
    proposals: source.proposals.length,
    polls: source.polls.size,
    sources: source.sources.size,
    scenarios: source.scenarios.length,
    graph: source.graph ? source.graph.moves.length + (source.graph.nodes?.length ?? 0) : 0,
    process: processParts(source).reduce((sum, { entries }) => sum + entries.length, 0)
  }
}

/** One kind of step of the process, with its entries and the pointer of each. */
export interface ProcessPart {
  readonly kind: string
  readonly entries: readonly { readonly at: string; readonly id: string; readonly entry: object }[]
}

/**
 * What a case says about reaching and keeping a settlement, kind by kind; kinds without an entry
 * are left out.
 */
export function processParts({ process }: Case): readonly ProcessPart[] {
  const parts = Object.entries(process).map(
    ([kind, value]): ProcessPart => ({ kind, entries: entriesOf(kind, value) })
  )
  return parts.filter(({ entries }) => entries.length > 0)
}

function entriesOf(kind: string, value: unknown): ProcessPart['entries'] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value))
    return (value as readonly object[]).map((entry, index) => ({
      at: `${kind}/${index}`,
      id: String('id' in entry ? entry.id : index + 1),
      entry
    }))
  if (kind === 'tracks' || kind === 'lines')
    return Object.entries(value as Record<string, object>).map(([id, entry]) => ({
      at: `${kind}/${id}`,
      id,
      entry
    }))
  return [{ at: kind, id: kind, entry: value }]
}
