import type { CaseNames } from '../../ui/names.ts'
import type { BargainingDocument } from './documents.ts'
import type { Named } from './marks.ts'
import { stagesIn } from './packages.ts'

/**
 * The table of named packages as rows for a spreadsheet: names, gains to a tenth of a point, the chance where it was drawn, then
 * what each issue comes to.
 */
export function tableRows(
  { source, ...names }: CaseNames,
  { parties }: Pick<BargainingDocument, 'parties'>,
  named: readonly {
    readonly name: string
    readonly deal: Pick<Named, 'gains' | 'terms' | 'chance'>
  }[],
  chanceHead = ''
): readonly (readonly (string | number)[])[] {
  const issues = source.issues.map(({ id }) => id)
  const head = ['', ...parties.map(names.party), chanceHead, ...issues.map(names.issue)]
  return [
    head,
    ...named.map(({ name, deal }) => [
      name,
      ...parties.map((_, k) => Math.round((deal.gains[k] ?? 0) * 10) / 10),
      deal.chance ? Math.round(deal.chance.p * 1000) / 1000 : '',
      ...issues.map((issue) =>
        stagesIn(deal.terms[issue] ?? '')
          .map((stage) => names.option(issue, stage))
          .join(' > ')
      )
    ])
  ]
}
