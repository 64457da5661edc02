import type { Page } from '../../diagnostic/diagnostic.ts'
import { riverCeasefire } from '../examples.ts'
import { precedentsInWords } from '../precedents.ts'

type Changes = Readonly<Record<string, string>>

/** A page whose explanation tells what other agreements did, and whose good example is the full text. */
export function clausePage(
  page: Omit<Page, 'examples' | 'severity'> & {
    readonly severity?: Page['severity']
    /** What is written otherwise in the failing example: below `ceasefire`, and beside it. */
    readonly failing: readonly [ceasefire: Changes, others?: Changes]
  }
): Page {
  const { failing, severity = 'warning', about, ...rest } = page
  return {
    ...rest,
    severity,
    about: `${about} ${precedentsInWords(page.code)}`,
    examples: { failing: riverCeasefire(...failing), passing: riverCeasefire() }
  }
}
