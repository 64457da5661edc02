import type { Judgement } from './judgement.ts'

/** Every judgement in a case or in a part of one, in the order they stand, each place once. */
export function judgementsIn(part: unknown): readonly Judgement[] {
  const found = new Map<string, Judgement>()
  collect(part, found)
  return [...found.values()]
}

function collect(part: unknown, found: Map<string, Judgement>): void {
  if (typeof part !== 'object' || part === null) return
  if (isJudgement(part)) {
    found.set(part.at, part)
    return
  }
  const below = part instanceof Map || Array.isArray(part) ? part.values() : Object.values(part)
  for (const one of below) collect(one, found)
}

/** Whether a part of a case is a judgement. */
export const isJudgement = (part: object): part is Judgement =>
  'key' in part && 'range' in part && 'cases' in part && 'at' in part
