import { RESERVED } from '@truce/core/case'

/** Words that YAML reads as something else than a text, and words the reader refuses as keys. */
const NO_IDS = ['true', 'false', 'null', 'constructor', 'prototype']

/** One id for each name, in order: no two are the same and each may stand in a case. */
export function idsOf(names: readonly string[], otherwise: string): readonly string[] {
  const taken = new Set<string>()
  return names.map((name, place) => {
    const id = unused(wordOf(name) ?? `${otherwise}-${place + 1}`, taken)
    taken.add(id)
    return id
  })
}

function unused(word: string, taken: ReadonlySet<string>): string {
  let [id, next] = [word, 2]
  while (taken.has(id)) id = `${word}-${next++}`
  return id
}

/** A name as an id; undefined where it has too few letters of the Latin alphabet. */
function wordOf(name: string): string | undefined {
  const word = name
    .slice(0, 400)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return /^[a-z]/.test(word) && !RESERVED.includes(word) && !NO_IDS.includes(word)
    ? word
    : undefined
}
