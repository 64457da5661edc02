/** A new redline as the form gives it. */
export interface RedlineForm {
  readonly says: string
  readonly form: 'never' | 'must'
  readonly issue: string
  readonly options: readonly string[]
  readonly low: number
  readonly high: number
  readonly source: string
}

/**
 * An id made of a text: small letters, digits and hyphens, not longer than five words, and not one
 * that is taken.
 */
export function idFrom(text: string, taken: readonly string[]): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const base = plain?.slice(0, 5).join('-') || 'new'
  const free = (id: string): boolean => !taken.includes(id) && !RESERVED.has(id)
  if (free(base)) return base
  let number = 2
  while (!free(`${base}-${number}`)) number++
  return `${base}-${number}`
}

/** Words with a meaning of their own in a case, which cannot be ids. */
const RESERVED = new Set(['not', 'any', 'all', 'if', 'then', 'iff', 'scenario', 'event', 'note'])

/** The redline as it is written in the case. */
export function redlineEntry(
  { says, form, issue, options, low, high, source }: RedlineForm,
  taken: readonly string[]
): object {
  return {
    id: idFrom(says, taken),
    [form]: { [issue]: options.length === 1 ? options[0] : options },
    says,
    firmness: low === high ? low : [low, high],
    source
  }
}
