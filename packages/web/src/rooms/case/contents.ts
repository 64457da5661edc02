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

/** What a case may say of the process, in the order it is read. */
export const STEPS = [
  'conduct',
  'guarantees',
  'overtures',
  'withdrawals',
  'meetings',
  'channels',
  'deliverables',
  'gates',
  'tracks',
  'lines',
  'escalation',
  'ceasefire',
  'plan'
] as const

/** One kind of step of the process, with its entries and the pointer of each. */
export interface ProcessPart {
  readonly kind: (typeof STEPS)[number]
  readonly entries: readonly { readonly at: string; readonly id: string; readonly entry: object }[]
}

/**
 * What a case says about reaching and keeping a settlement, kind by kind; kinds without an entry
 * are left out.
 */
export function processParts({ process }: Case): readonly ProcessPart[] {
  return STEPS.map((kind) => ({
    kind,
    entries: entriesOf(process[kind]).map((entry, index) => ({
      at: entry.at,
      id: entry.id ?? (entry.at === kind ? kind : String(index + 1)),
      entry
    }))
  })).filter(({ entries }) => entries.length > 0)
}

interface Entry {
  readonly at: string
  readonly id?: string
}

/** The entries of a map by id, of a list, or the one that stands alone. */
function entriesOf(
  said: ReadonlyMap<string, Entry> | readonly Entry[] | Entry | undefined
): readonly Entry[] {
  if (said === undefined) return []
  if ('size' in said) return [...said.values()]
  return 'length' in said ? said : [said]
}
