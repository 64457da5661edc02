import type { Node } from 'yaml'
import { isMap, isScalar, isSeq } from 'yaml'
import { documentFrom } from '../../../state/yaml-text.ts'

/** Where the cursor stands in the structure of the file. */
export interface Cursor {
  /**
   * The way there: keys, and positions in lists. For a value it ends in its own key or position.
   */
  readonly path: readonly string[]
  /** What can be written there. A bare word after a dash may become either. */
  readonly may: 'key' | 'value' | 'either'
  /** Keys that stand in the same map already. */
  readonly taken: readonly string[]
  /** Where the word that is being written begins. */
  readonly from: number
  /** Whether a key's colon stands already. */
  readonly colon: boolean
}

const MARK = 'cursor-stands-here'

/**
 * Finds out what may be written at an offset: the word there is replaced by a mark, the text is
 * parsed as far as it can be, and the mark looked for. Undefined in comments and quoted texts, and
 * where the text cannot be understood.
 */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const before = text.slice(lineStart, offset)
  if (/(^|\s)#/.test(before) || isQuoted(before)) return undefined
  const from = offset - (/[\w.-]*$/.exec(before)?.[0].length ?? 0)
  const after = /^[\w.-]*/.exec(text.slice(offset))?.[0].length ?? 0
  const rest = text.slice(offset + after)
  const head = text.slice(lineStart, from)
  const colon = /^\s*:(\s|$)/.test(rest.slice(0, 40))
  const opens = /^\s*(- +)*$/.test(head)
  const asKey = opens && !colon
  const marked = `${text.slice(0, from)}${MARK}${asKey ? ': ' : ''}${rest}`
  const found = find(documentFrom(marked).contents, [])
  if (!found) return undefined
  return {
    ...found,
    from,
    colon,
    may: found.may === 'key' && opens && /-\s+$/.test(head) ? 'either' : found.may
  }
}

/**
 * An odd number of quotes of one kind before the cursor; an apostrophe inside a word does not
 * count.
 */
function isQuoted(before: string): boolean {
  const double = before.replaceAll(/\\"/g, '').match(/"/g)?.length ?? 0
  const single = before.replaceAll(/\w'\w/g, '').match(/'/g)?.length ?? 0
  return double % 2 === 1 || single % 2 === 1
}

type Found = Pick<Cursor, 'path' | 'may' | 'taken'>

function find(node: Node | null, path: readonly string[]): Found | undefined {
  if (isScalar(node))
    return String(node.value) === MARK ? { path, may: 'value', taken: [] } : undefined
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const found = find(item as Node, [...path, String(index)])
      if (found) return found
    }
    return undefined
  }
  if (!isMap(node)) return undefined
  const keys = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
  if (keys.includes(MARK)) return { path, may: 'key', taken: keys.filter((key) => key !== MARK) }
  for (const [index, { value }] of node.items.entries()) {
    const found = find((value as Node | null) ?? null, [...path, keys[index] ?? ''])
    if (found) return found
  }
  return undefined
}
