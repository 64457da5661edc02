import { SCAN_LIMITS, scanYaml } from './scan-yaml.ts'

/** Limits that keep hostile text harmless. Lengths in UTF-16 units, the rest in counts. */
export const TEXT_LIMITS = {
  fileLength: 2_000_000,
  nodes: 200_000,
  depth: SCAN_LIMITS.depth,
  syntaxErrors: 20,
  findings: 1000,
  word: 200,
  list: 40
} as const

/**
 * Whether a text may be parsed at all, for those who parse it beside the reader: neither over the
 * size limit nor too hard for the parser.
 */
export function readsText(text: string): boolean {
  return (
    text.length <= TEXT_LIMITS.fileLength &&
    scanYaml(text, { left: SCAN_LIMITS.pieces }).refusal === undefined
  )
}
