import type { Case } from '@truce/core'
import type { BargainingDocument } from './documents.ts'
import type { Named } from './marks.ts'
import { issueTitle, optionTitles, partyName } from './packages.ts'

/**
 * The table of named packages as rows for a spreadsheet: names, gains to a tenth of a point, then
 * what each issue comes to.
 */
export function tableRows(
  source: Case,
  { parties }: Pick<BargainingDocument, 'parties'>,
  named: readonly { readonly name: string; readonly deal: Pick<Named, 'gains' | 'terms'> }[]
): readonly (readonly (string | number)[])[] {
  const issues = source.issues.map(({ id }) => id)
  const head = [
    '',
    ...parties.map((party) => partyName(source, party)),
    ...issues.map((issue) => issueTitle(source, issue))
  ]
  return [
    head,
    ...named.map(({ name, deal }) => [
      name,
      ...parties.map((_, k) => Math.round((deal.gains[k] ?? 0) * 10) / 10),
      ...issues.map((issue) => optionTitles(source, issue, deal.terms[issue] ?? '').join(' > '))
    ])
  ]
}
