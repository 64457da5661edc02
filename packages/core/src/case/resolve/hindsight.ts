import type { Page } from '../../diagnostic/diagnostic.ts'
import type { Case } from '../../model/case.ts'
import { proposalsTooLate, sourcesTooLate } from '../rules/time.ts'
import type { Context } from './context.ts'
import { valueAt } from './context.ts'
import { isAfter } from './polls.ts'

/**
 * Reports sources and proposals later than the case's date, each kind once: what is known of one is
 * mostly true of all.
 */
export function checkHindsight(source: Case, context: Context): void {
  const tell = (
    page: Page,
    dated: readonly { readonly id: string; readonly at: string; readonly date?: string }[]
  ): void => {
    // Of a source that grew over years, the last year counts.
    const later = dated.filter(({ date = '' }) =>
      isAfter(date.split('/').at(-1) ?? '', source.asOf)
    )
    const [first] = later
    if (!first) return
    context.report(page, valueAt(context, `${first.at}/date`), {
      'as-of': source.asOf,
      later: later.map(({ id, date }) => `\`${id}\` (${date})`)
    })
  }
  tell(sourcesTooLate, [...source.sources.values()])
  tell(proposalsTooLate, source.proposals)
}
