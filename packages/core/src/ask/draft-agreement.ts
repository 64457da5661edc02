import { sorted } from '../diagnostic/diagnostic.ts'
import type { CeasefireDraft } from '../report/ceasefire/draft.ts'
import { draftOf } from '../report/ceasefire/draft.ts'
import { draftJson } from '../report/ceasefire/draft-json.ts'
import type { DraftDocument } from '../report/ceasefire/draft-shape.ts'
import type { AboutCase, Given, Refused } from './answer.ts'
import { answered, refused, soundCase } from './answer.ts'
import type { LineDrawing } from './drawn-ground.ts'
import { drawnGround } from './drawn-ground.ts'

/** A ceasefire's text as far as a case goes. */
export type DraftAnswer = AboutCase<'ceasefire draft', CeasefireDraft, DraftDocument>

/** What a draft may be given beside the case. */
export interface DraftAsked {
  /** The drawings that lines name, by line: without them the draft has no map. */
  readonly drawings?: ReadonlyMap<string, LineDrawing>
}

/**
 * Drafts the text of a ceasefire from a case; what the case does not say is left open. Why a line
 * or a zone is not on its map is among the findings.
 */
export function askDraft(
  given: Given,
  { drawings }: DraftAsked = {}
): DraftAnswer | Refused<'ceasefire draft'> {
  const source = soundCase(given)
  if (!source) return refused('ceasefire draft', given)
  const ground = drawings ? drawnGround(given, source, drawings) : undefined
  const result = draftOf(source, ground)
  return answered('ceasefire draft', given, {
    source,
    findings: sorted([...given.diagnostics, ...(ground?.found ?? [])]),
    result,
    methods: { text: { by: 'reading', how: 'exact' } },
    json: (about) => draftJson(result, source, about)
  })
}
