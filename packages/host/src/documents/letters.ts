import type { Block } from '@truce/core/report'

/** How many are named. */
const MOST = 12

/**
 * Letters that the font of PDFs does not have, as far as scripts tell: at most a dozen, in the
 * order they turn up.
 */
export function lettersMissing(blocks: readonly Block[]): readonly string[] {
  const found =
    JSON.stringify(blocks).match(
      /[\p{L}--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]]/gv
    ) ?? []
  return [...new Set(found)].slice(0, MOST)
}
