import type { CeasefireDraft } from '../report/ceasefire/draft.ts'
import { draftOf } from '../report/ceasefire/draft.ts'
import { draftJson } from '../report/ceasefire/draft-json.ts'
import type { DraftDocument } from '../report/ceasefire/draft-shape.ts'
import type { AboutCase, Given, Refused } from './answer.ts'
import { answered, refused, soundCase } from './answer.ts'

/** A ceasefire's text as far as a case goes. */
export type DraftAnswer = AboutCase<'ceasefire draft', CeasefireDraft, DraftDocument>

/** Drafts the text of a ceasefire from a case; what the case does not say is left open. */
export function askDraft(given: Given): DraftAnswer | Refused<'ceasefire draft'> {
  const source = soundCase(given)
  if (!source) return refused('ceasefire draft', given)
  const result = draftOf(source)
  return answered('ceasefire draft', given, {
    source,
    findings: given.diagnostics,
    result,
    methods: { text: { by: 'reading', how: 'exact' } },
    json: (about) => draftJson(result, source, about)
  })
}
