import type { Case } from '../../src/model/case.ts'
import type { Block } from '../../src/report/blocks.ts'

/** Every text that stands on a page. */
export const textsOf = (blocks: readonly Block[]): readonly string[] => blocks.flatMap(textsOfBlock)

function textsOfBlock(block: Block): readonly string[] {
  if (block.kind === 'list') return block.items
  if (block.kind === 'table') return [...block.head, ...block.rows.flat()]
  if (block.kind === 'facts') return block.rows.flat()
  return block.kind === 'figure' ? [block.title, block.text] : [block.text]
}

/** What authors wrote for readers: whatever it holds is theirs to say. */
export function written(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return TEXTS.has(key) ? [value] : []
  if (value instanceof Map) return [...value.values()].flatMap((one) => written(one, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) =>
    written(one, Array.isArray(value) || name === 'en' ? key : name)
  )
}
const TEXTS = new Set(['title', 'name', 'view', 'says', 'author', 'unit', 'date'])

/** The ids of a case, by their own list. */
export const idsOf = (source: Case): readonly string[] => [
  ...source.parties.keys(),
  ...source.sources.keys(),
  ...source.polls.keys(),
  ...source.issues.flatMap(({ id, options }) => [id, ...options.map((option) => option.id)]),
  ...source.scenarios.map(({ id }) => id),
  ...source.proposals.map(({ id }) => id),
  ...[...source.stances.values()].flatMap(({ redlines, ratification }) =>
    [...redlines, ...ratification].map(({ id }) => id)
  ),
  ...(source.graph?.states ?? []).map(({ id }) => id),
  ...(source.graph?.moves ?? []).flatMap(({ id, party }) => [id, `${party}.${id}`])
]

const JARGON =
  /\b(Nash|GMR|SMR|S?SEQ|SIM|equilibri\w+|draws?|joint|Pareto|frontier|seed|standard error|Sobol)\b/i

/** What a first page may not hold: ids in brackets or backticks, ids no reader takes for a word. */
export function stray(
  text: string,
  ids: readonly string[],
  own: readonly string[]
): readonly string[] {
  const left = own.reduce((rest, one) => (one.length < 2 ? rest : rest.replaceAll(one, ' ')), text)
  const marked = ids.filter((id) =>
    [`(${id})`, `[${id}]`, `\`${id}\``, `${id}:`, `"${id}"`].some((mark) => left.includes(mark))
  )
  const bare = ids.filter((id) => /[-._]/.test(id) && left.includes(id))
  const other = [
    /\.yaml|stances\//,
    /\b0\.\d/,
    /\b[YN-]*[YN][YN-]*[YN][YN-]*\b(?<=[YN-]{3,})/,
    JARGON,
    /NaN|undefined|\{\w+\}/
  ].flatMap((pattern) => pattern.exec(left)?.[0] ?? [])
  return [...marked, ...bare, ...other]
}
