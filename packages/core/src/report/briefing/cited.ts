import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'

/** A source as a sentence names it: who, what, when; its id where the case does not know it. */
export function citedWords({ sources }: Case, id: string): string {
  const found = sources.get(id)
  if (!found) return id
  const { author, title, date } = found
  return [author ? textIn(author) : '', textIn(title), date ?? '']
    .filter((part) => part !== '')
    .join(', ')
}

/** Whether a source is what the authors of the case assume themselves. */
export const isAssumption = ({ sources }: Case, id: string | undefined): boolean =>
  id === undefined || sources.get(id)?.kind === 'assumption'
