import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type { DocumentAbout } from '../check-json.ts'
import { documentHead } from '../check-json.ts'
import type { CeasefireDraft } from './draft.ts'
import type { DraftDocument } from './draft-shape.ts'

/** The document of `ceasefire draft --format json`. */
export function draftJson(
  draft: CeasefireDraft,
  source: Case,
  { hash, findings }: DocumentAbout
): DraftDocument {
  return {
    ...documentHead('ceasefire draft'),
    findings,
    case: { title: textIn(source.title), hash },
    ...draft,
    articles: draft.articles.map(({ clauses, ...article }) => ({
      ...article,
      clauses: clauses.map((clause) => ({ ...clause, rule: clause.rule ?? null }))
    })),
    annexes: draft.annexes.map(({ tables, map, ...annex }) => ({
      ...annex,
      map: map ? { title: map.title, text: map.text, svg: map.svg } : null,
      tables: tables.map((table) => ({ ...table, lead: table.lead ?? null }))
    })),
    gaps: draft.gaps.map((gap) => ({ ...gap, rule: gap.rule ?? null }))
  }
}
