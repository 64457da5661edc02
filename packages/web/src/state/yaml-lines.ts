import { Document, visit } from 'yaml'

/** How far a line may reach before an entry is laid out in lines of its own. */
const WIDTH = 120

/**
 * A value as it stands behind `key:` in a case. What fits a line stands in one, in brackets; a map
 * or list of entries, and whatever is longer, stands in lines of its own, `indent` in.
 */
export function laidOut(value: unknown, indent: number): string {
  return standsInLine(value, indent) ? ` ${inline(value)}` : `\n${linesOf(value, indent)}`
}

/** An item of a list as it stands behind its dash, which is `indent` in. */
export function itemOf(value: unknown, indent: number): string {
  if (standsInLine(value, indent)) return inline(value)
  return linesOf(value, indent + 2).slice(indent + 2)
}

/** A value in one line, quoted as it must be between brackets. */
export function inline(value: unknown): string {
  const document = new Document([value])
  visit(document, {
    Collection: (_, node) => {
      node.flow = true
    }
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trim().slice(1, -1)
}

function linesOf(value: unknown, indent: number): string {
  const before = ' '.repeat(indent)
  if (Array.isArray(value))
    return value.map((item) => `${before}- ${itemOf(item, indent)}`).join('\n')
  return membersOf(value)
    .map(([key, member]) => `${before}${inline(key)}:${laidOut(member, indent + 2)}`)
    .join('\n')
}

function standsInLine(value: unknown, indent: number): boolean {
  if (membersOf(value).length === 0) return true
  return !holdsEntries(value) && indent + inline(value).length <= WIDTH
}

/** Whether a map or list of entries is in it: of maps that say more than one thing. */
function holdsEntries(value: unknown): boolean {
  const members = membersOf(value).map(([, member]) => member)
  if (members.length === 0) return false
  const isEntries = members.every((one) => !Array.isArray(one) && membersOf(one).length > 1)
  return isEntries || members.some(holdsEntries)
}

const membersOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []
