import type { Report } from '../diagnostic/diagnostic.ts'
import type { Entry, MapNode } from './node-tree.ts'
import { duplicateKey } from './rules/syntax.ts'

/**
 * Keys whose entries may themselves be spread over files: `stances.russia` here, its redlines
 * there.
 */
const SPREAD_DEEPER = new Set(['stances', 'graph'])

/**
 * Lays the files' maps into one. A key that stands in two places is reported with both; the first
 * one counts.
 */
export function mergeFiles(roots: readonly MapNode[], report: Report): MapNode {
  const entries = new Map<string, Entry>()
  for (const root of roots)
    mergeInto(entries, root, { report, depth: (key) => (SPREAD_DEEPER.has(key) ? 2 : 1) })
  const span = roots[0]?.span ?? { file: '', start: 0, end: 0 }
  return { kind: 'map', span, entries }
}

/** How deep a key's entries may be spread, and whom to tell of doubles. */
interface Merging {
  readonly report: Report
  readonly depth: (key: string) => number
}

function mergeInto(into: Map<string, Entry>, from: MapNode, { report, depth }: Merging): void {
  for (const [key, entry] of from.entries) {
    if (key === 'note' && into.has(key)) continue
    const earlier = into.get(key)
    if (!earlier) into.set(key, entry)
    else if (depth(key) > 0 && earlier.value.kind === 'map' && entry.value.kind === 'map') {
      const merged = new Map(earlier.value.entries)
      mergeInto(merged, entry.value, { report, depth: () => depth(key) - 1 })
      into.set(key, { key: earlier.key, value: { ...earlier.value, entries: merged } })
    } else {
      report(
        duplicateKey,
        { span: entry.key, related: [{ span: earlier.key, message: 'it stands here first' }] },
        { key }
      )
    }
  }
}
