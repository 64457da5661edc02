import type { Given } from '@truce/core/ask'
import { askCeasefireLint } from '@truce/core/ask/ceasefire-lint'
import { askDraft } from '@truce/core/ask/draft-agreement'
import { askTimetable } from '@truce/core/ask/timetable'
import { renderPlain } from '@truce/core/report'
import type { DraftDocument } from '@truce/core/report/ceasefire'
import { draftReport, reviewTold } from '@truce/core/report/ceasefire'
import type { TimetableDocument } from '@truce/core/report/timetable'
import { timetableTold } from '@truce/core/report/timetable'
import type { TimetableSettings } from '@truce/core/timetable'
import { drawingsAmong } from '@truce/interchange'
import { documentOf } from './documents.ts'
import { instantOf } from './instant-of.ts'
import type { DaysAsked, Questions } from './protocol.ts'

/** What the report of `truce ceasefire lint` says. */
export function reviewAnswer(
  given: Given,
  { language }: Questions['review']['ask']
): Questions['review']['answer'] {
  const answer = askCeasefireLint(given)
  if (answer.refused) throw hasErrors()
  return reviewTold(answer.result, given.files, language)
}

/** The document of `truce ceasefire draft --format json`, and the text that it prints. */
export function draftAnswer(given: Given): Questions['draft']['answer'] {
  const drawings = given.case ? drawingsAmong(given.case, given.files) : new Map()
  const answer = askDraft(given, { drawings })
  const document = documentOf<DraftDocument>(answer)
  if (answer.refused) throw hasErrors()
  return { document, text: renderPlain(draftReport(answer.result)) }
}

/** The document of `truce plan timetable --format json`, and what its report says. */
export function timetableAnswer(
  given: Given,
  { language, ...asked }: DaysAsked
): Questions['timetable']['answer'] {
  const answer = askTimetable(given, settingsIn(asked))
  const document = documentOf<TimetableDocument>(answer)
  if (answer.refused) throw hasErrors()
  return { document, told: timetableTold(answer.result, language) }
}

/** What `truce plan timetable --format ics` prints. */
export async function calendarAnswer(
  given: Given,
  { language: _, ...asked }: DaysAsked
): Promise<Questions['calendar']['answer']> {
  const answer = askTimetable(given, settingsIn(asked))
  if (answer.refused) throw hasErrors()
  const { exportTimetable } = await import('@truce/interchange')
  const made = exportTimetable(answer.result)
  if (made.refused !== undefined) throw new Error(made.refused)
  return made.text
}

const hasErrors = (): Error => new Error('the case has errors')

function settingsIn({ signature, eif, party }: Omit<DaysAsked, 'language'>): TimetableSettings {
  return {
    ...(signature === undefined ? {} : { signature: instantOf(signature) }),
    ...(eif === undefined ? {} : { eif: instantOf(eif) }),
    ...(party === undefined ? {} : { party })
  }
}
