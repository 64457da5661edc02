/** Words with a meaning of their own in a case, which cannot be ids. */
const RESERVED = new Set(['not', 'any', 'all', 'if', 'then', 'iff', 'scenario', 'event', 'note'])

/**
 * An id made of a text: small letters, digits and hyphens, not longer than five words, and not one
 * that is taken. `bare` where the text has no such letters.
 */
export function entryId(text: string, taken: readonly string[], bare = 'new'): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const base = plain?.slice(0, 5).join('-') || bare
  const free = (id: string): boolean => !taken.includes(id) && !RESERVED.has(id)
  if (free(base)) return base
  let number = 2
  while (!free(`${base}-${number}`)) number++
  return `${base}-${number}`
}
