import { textIn } from '../../model/package.ts'
import type { ClockKind, Timetable } from '../../timetable/index.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { InWords } from '../words/index.ts'
import { boundWords, lagWords } from './timetable-words.ts'

/** Limits that begin with an event, and what the text says of its time in words alone. */
export function runningBlocks(about: InWords, made: Timetable): readonly Block[] {
  const { say } = about.words
  const { party } = made.settings
  const own = made.running.filter(
    ({ parties }) => party === undefined || parties.length === 0 || parties.includes(party)
  )
  const told = inWords(about)
  return [
    ...(own.length > 0
      ? [
          heading(2, say('timetable.running')),
          paragraph(say('timetable.running.lead')),
          table(
            [
              say('timetable.column.clock'),
              say('timetable.column.who'),
              say('timetable.column.lasts')
            ],
            own.map(({ kind, of, parties, seconds }) => [
              clockWords(about, kind, of),
              boundWords(about, parties),
              lagWords(about.words, seconds)
            ])
          )
        ]
      : []),
    ...(told.length > 0 ? [heading(2, say('timetable.in-words')), list(told)] : [])
  ]
}

function clockWords({ words: { say } }: InWords, kind: ClockKind, of: string): string {
  switch (kind) {
    case 'acknowledge':
    case 'answer':
    case 'recall':
      return say(`timetable.running.${kind}`, { of })
    case 'works':
      return of === ''
        ? say('timetable.running.works')
        : say('timetable.running.works.channel', { of })
    default:
      return say(`timetable.running.${kind}`)
  }
}

function inWords({ source, words: { say, language } }: InWords): readonly string[] {
  const { renewal, review } = source.process.ceasefire?.duration ?? {}
  return [
    ...(renewal ? [say('timetable.in-words.renewal', { text: textIn(renewal, language) })] : []),
    ...(review ? [say('timetable.in-words.review', { text: textIn(review, language) })] : [])
  ]
}
