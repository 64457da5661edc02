import type { Case, Judgement } from '@truce/core'

/** Every judgement of a case by its pointer. */
export function judgementsIn(source: Case): ReadonlyMap<string, Judgement> {
  const found = new Map<string, Judgement>()
  collect(source, found)
  return found
}

/** The judgements below any part of a case, in the order they stand. */
export function judgementsBelow(part: unknown): readonly Judgement[] {
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

const isJudgement = (part: object): part is Judgement =>
  'key' in part && 'range' in part && 'cases' in part && 'at' in part
