import { namedPath, nodeAt } from '../node-tree.ts'
import { uncited, unsourced } from '../rules/whole.ts'
import type { Context } from './context.ts'
import { keyAt } from './context.ts'

/** Places whose numbers are rules of the institution, not judgements: the share a body needs. */
const NOT_JUDGEMENTS = new Set(['threshold'])

/**
 * Reports judgements nobody answers for, once for each map that could name a source, and sources
 * nobody cites.
 */
export function checkEvidence(context: Context): void {
  const reported = new Set<string>()
  for (const at of context.used.get('judgement') ?? []) {
    const holder = unsourcedHolder(at, context)
    if (holder === undefined || reported.has(holder)) continue
    reported.add(holder)
    context.report(unsourced, keyAt(context, holder), { of: namedPath(context.root, holder) })
  }
  const cited = context.used.get('source') ?? new Set()
  for (const id of context.names.of.get('source') ?? []) {
    if (!cited.has(id)) context.report(uncited, keyAt(context, `sources/${id}`), { id })
  }
}

/**
 * The nearest map around a judgement that may name a source, when neither it nor any map above it
 * does.
 */
function unsourcedHolder(at: string, { root, used }: Context): string | undefined {
  const steps = at.split('/')
  if (NOT_JUDGEMENTS.has(steps.at(-1) ?? '')) return undefined
  let holder: string | undefined
  for (let length = steps.length - 1; length > 0; length--) {
    const above = steps.slice(0, length).join('/')
    const node = nodeAt(root, above)
    if (node?.kind !== 'map') continue
    if (used.get('answerable')?.has(above)) holder ??= above
    if (node.entries.has('source') || (steps[0] === 'proposals' && node.entries.has('by')))
      return undefined
  }
  return holder ?? at
}
