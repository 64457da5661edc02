import type { Node } from './node-tree.ts'

/** What a node is, in a reader's words. */
export function describeValue(node: Node): string {
  if (node.kind === 'map') return 'a map'
  if (node.kind === 'list') return 'a list'
  if (node.value === null) return 'nothing'
  return typeof node.value === 'string'
    ? `the text \`${node.value.slice(0, 40)}\``
    : `\`${String(node.value)}\``
}
