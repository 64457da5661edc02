import { textIn } from '../../model/package.ts'
import type { Timetable } from '../../timetable/index.ts'
import { LEAD_TIMES } from '../../timetable/index.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import type { InWords } from '../words/index.ts'
import { boundWords, entryTime, everywhere, lagWords } from './timetable-words.ts'

/** What comes before entry into force: who settles the date, orders, and how long others gave. */
export function countdownBlocks(about: InWords, made: Timetable): readonly Block[] {
  const { say } = about.words
  const { ceasefire, entries } = made
  if (!entries.some(({ kind }) => kind === 'ceasefire')) return []
  const lines = [
    ...settledWords(about, made),
    ...signedWords(about, made),
    ...ordersWords(about, made)
  ]
  return [
    heading(2, say('timetable.countdown')),
    paragraph([...lines, say('timetable.orders.elsewhere')].join(' ')),
    list(
      LEAD_TIMES.map(({ id, hours }) => {
        const what = say(`timetable.precedent.${id}`)
        return ceasefire
          ? say('timetable.precedent', {
              what,
              local: everywhere(made, ceasefire.seconds - hours * 3600)
            })
          : what
      })
    )
  ]
}

/** Who settles the date, and until when. */
function settledWords(about: InWords, { source, entries }: Timetable): readonly string[] {
  const { say } = about.words
  const date = source.process.ceasefire?.date
  if (!date) return []
  const until = entries.find(({ kind }) => kind === 'date-settled')
  const who = boundWords(about, date.decidedBy)
  return [
    ...(date.decidedBy.length === 0
      ? []
      : [
          date.with.length === 0
            ? say('timetable.settled', { who })
            : say('timetable.settled.with', { who, others: boundWords(about, date.with) })
        ]),
    ...(until ? [say('timetable.settled.until', { local: entryTime(about, until) })] : [])
  ]
}

function signedWords(about: InWords, { ceasefire, entries }: Timetable): readonly string[] {
  const signed = entries.find(({ kind }) => kind === 'signature')?.when
  if (!signed || !('at' in signed) || !ceasefire) return []
  const seconds = ceasefire.seconds - signed.at.seconds
  const lag = `${seconds < 0 ? '-' : ''}${lagWords(about.words, seconds)}`
  return [about.words.say('timetable.signature', { lag })]
}

/** By when the order is out, whose it is, and how far down. */
function ordersWords(about: InWords, { source, entries }: Timetable): readonly string[] {
  const { say, language } = about.words
  const all = entries.filter(({ kind }) => kind === 'orders')
  const { by = [], lead, downTo } = source.process.ceasefire?.orders ?? {}
  return [
    ...(all.length === 0 ? [say('timetable.orders.unsaid')] : []),
    ...all.map((one) => {
      const local = entryTime(about, one)
      return one.said || !lead
        ? say('timetable.orders.said', { local })
        : say('timetable.orders.lead', { local, lag: lagWords(about.words, lead.seconds) })
    }),
    ...(by.length > 0 ? [say('timetable.orders.whose', { who: boundWords(about, by) })] : []),
    ...(downTo ? [say('timetable.orders.down-to', { unit: textIn(downTo, language) })] : [])
  ]
}
