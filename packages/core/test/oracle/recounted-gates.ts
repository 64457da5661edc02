// How gates stand, and how far stipulations are carried out, counted again from the entries alone.
import type { Case } from '../../src/model/case.ts'
import type { Gate, GateTest } from '../../src/model/gates.ts'
import type { Meeting } from '../../src/model/meetings.ts'
import type { EntryOf, SeenEntry } from '../../src/record/index.ts'
import { dayIn, lastByAuthor, recountedDay, standingOf } from './recounted-days.ts'

/** What is counted: entries known by an instant (ms since 1970), and the case they are kept under. */
export interface Recounting {
  readonly all: readonly SeenEntry[]
  readonly source: Case
  readonly now: number
  /** The zone of the ceasefire and its first whole day, as one reads them in the case. */
  readonly zone: string
  readonly firstDay: string
}

type Answer = 'open' | 'shut' | 'contested' | 'unknown'

/** Every gate, with the answer of each of its tests and who has not decided yet. */
export function recountedGates(about: Recounting): readonly {
  readonly id: string
  readonly answer: Answer
  readonly undecided: readonly string[]
}[] {
  return [...about.source.process.gates.values()]
    .map((gate) => ({
      id: gate.id,
      answer: gateAnswer(about, gate),
      undecided: gate.decidedBy.filter(
        (party) =>
          !standingOf(about.all, 'gate.decided').some(
            ({ content }) => content.gate === gate.id && content.decidedBy.includes(party)
          )
      )
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function gateAnswer(about: Recounting, { when, evidenceNotOnlyFrom: barred }: Gate): Answer {
  const each = (tests: readonly GateTest[]): readonly Answer[] =>
    tests.map((test) => worst(testAnswers(about, test, barred)))
  const ways = each(when.any)
  const way = (['open', 'contested', 'unknown'] as const).find((word) => ways.includes(word))
  const one: readonly Answer[] = ways.length > 0 ? [way ?? 'shut'] : []
  return worst([...each([when, ...when.all]), ...one])
}

/** Shut by one that is shut, else contested by one, else not known by one, else open. */
const worst = (answers: readonly Answer[]): Answer =>
  (['shut', 'contested', 'unknown'] as const).find((word) => answers.includes(word)) ?? 'open'

function testAnswers(
  about: Recounting,
  { violationsPerDay, verified, meetings, gate }: GateTest,
  barred: readonly string[]
): readonly Answer[] {
  const other = gate === undefined ? undefined : about.source.process.gates.get(gate)
  return [
    ...(violationsPerDay ? [quiet(about, { ...violationsPerDay, barred })] : []),
    ...verified.map((id) => proven(about, id, barred)),
    ...(meetings ? [met(about, { ...meetings, barred })] : []),
    ...(other ? [gateAnswer(about, other)] : [])
  ]
}

const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

function quiet(
  { all, source, now, zone, firstDay }: Recounting,
  {
    atMost,
    forDays,
    barred
  }: { readonly atMost: number; readonly forDays: number; readonly barred: readonly string[] }
): Answer {
  const today = dayIn(now, zone)
  const asked = { source, zone, atMost, barred }
  const words: string[] = []
  for (let back = forDays; back > 0; back--) {
    const day = shift(today, -back)
    if (day < firstDay) return 'shut'
    words.push(recountedDay(all, day, asked))
  }
  // Today is not over: it breaks what holds, and does not have to be watched yet.
  const soFar = recountedDay(all, today, asked)
  if ([...words, soFar].includes('breached')) return 'shut'
  if ([...words, soFar].includes('contested')) return 'contested'
  return words.includes('unwatched') ? 'unknown' : 'open'
}

const owing = ({ process }: Case, id: string): readonly (readonly [string, string])[] => {
  const withdrawal = process.withdrawals.get(id)
  if (withdrawal)
    return [...withdrawal.baseline.keys()].map((party) => [`withdrawal.${id}`, party] as const)
  const by = process.deliverables.get(id)?.by
  return by === undefined ? [] : [[`deliverable.${id}`, by]]
}

function proven({ all, source }: Recounting, id: string, barred: readonly string[]): Answer {
  const answers = owing(source, id).map(([of, party]): Answer => {
    const { word } = proofOfDeed(all, { of, party, barred })
    if (word === 'verified') return 'open'
    return word === 'contested' ? 'contested' : word === 'unclear' ? 'unknown' : 'shut'
  })
  return answers.length === 0 ? 'unknown' : worst(answers)
}

/** How somebody's deed is proven: who confirms it is neither the party nor barred. */
export function proofOfDeed(
  all: readonly SeenEntry[],
  {
    of,
    party,
    barred
  }: { readonly of: string; readonly party: string; readonly barred: readonly string[] }
): {
  readonly word: 'verified' | 'contested' | 'not-confirmed' | 'unclear' | 'none'
  readonly doubt: boolean
} {
  const mine = <E extends EntryOf<'delivery.verified' | 'delivery.disputed'>>(one: E): boolean =>
    one.content.of === of && (one.content.party ?? party) === party
  const last = lastByAuthor(standingOf(all, 'delivery.verified').filter(mine))
  const yes = last.filter(
    ({ content, author }) =>
      content.outcome === 'confirmed' && author.party !== party && !barred.includes(author.party)
  )
  const no = last.filter(({ content }) => content.outcome === 'not-confirmed')
  const unanswered = standingOf(all, 'delivery.disputed').filter(
    (one) => mine(one) && yes.every(({ id }) => place(all, id) < place(all, one.id))
  )
  const dissents = standingOf(all, 'dissent').filter(({ content }) =>
    yes.some(({ id }) => id === content.about)
  )
  const doubt = no.length + unanswered.length + dissents.length > 0
  if (yes.length > 0) return { word: doubt ? 'contested' : 'verified', doubt }
  if (no.length > 0) return { word: 'not-confirmed', doubt }
  return { word: last.length > 0 ? 'unclear' : 'none', doubt }
}

const place = (all: readonly SeenEntry[], id: string): number =>
  all.findIndex((one) => one.id === id)

const DAY = 86_400_000

/** Meetings every day at one hour, which is at so many hours UTC as long as the clocks are not changed. */
function met(
  about: Recounting,
  {
    id,
    heldAtLeast,
    barred
  }: { readonly id: string; readonly heldAtLeast: number; readonly barred: readonly string[] }
): Answer {
  const { all, source, now, zone, firstDay } = about
  const meeting = source.process.meetings.get(id)
  if (!meeting) throw new Error(`the case has no meeting ${id}`)
  const tally = { due: 0, held: 0, doubtful: 0, shown: 0 }
  for (let day = firstDay; ; day = shift(day, 1)) {
    const due = instantOn(day, meeting.hour.time, zone)
    if (due > now) break
    const became = becameOf(about, meeting, due)
    if (became === 'recessed' || (became === 'nothing' && now <= due + DAY)) continue
    tally.due++
    if (became === 'doubtful') tally.doubtful++
    if (became !== 'held') continue
    tally.held++
    const told = standingOf(all, 'meeting.held').filter((one) => isAt(one, id, due))
    const signed = standingOf(all, 'minutes.signed').filter(({ content }) =>
      told.some((one) => one.id === content.held)
    )
    if ([...told, ...signed].some(({ author }) => !barred.includes(author.party))) tally.shown++
  }
  if (tally.due === 0) return 'unknown'
  const reaches = (many: number): boolean => many / tally.due >= heldAtLeast
  if (!reaches(tally.held)) return reaches(tally.held + tally.doubtful) ? 'contested' : 'shut'
  return reaches(tally.shown) ? 'open' : 'unknown'
}

/** When clocks of a zone show an hour on a day: tried minute by minute. */
function instantOn(day: string, time: string, zone: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' })
  const noon = Date.parse(`${day}T12:00:00Z`)
  for (let at = noon - DAY; at < noon + DAY; at += 1_800_000)
    if (dayIn(at, zone) === day && clock.format(at) === time) return at
  throw new Error(`no clock shows ${time} on ${day}`)
}

const isAt = (
  { content }: EntryOf<'meeting.held' | 'meeting.failed'>,
  id: string,
  due: number
): boolean => content.meeting === id && Date.parse(content.due) === due

function becameOf(
  { all }: Recounting,
  { id, quorum }: Meeting,
  due: number
): 'held' | 'doubtful' | 'missed' | 'recessed' | 'nothing' {
  const sides = [...quorum.keys()]
  const rests = standingOf(all, 'meeting.recessed').some(
    ({ id: entry, content }) =>
      content.meeting === id &&
      Date.parse(content.from) <= due &&
      due < Date.parse(content.until) &&
      sides.every((side) => content.agreedBy.includes(side)) &&
      !standingOf(all, 'dissent').some(
        ({ author, content: said }) => said.about === entry && sides.includes(author.party)
      )
  )
  if (rests) return 'recessed'
  const held = standingOf(all, 'meeting.held').filter((one) => isAt(one, id, due))
  const failed = standingOf(all, 'meeting.failed').filter((one) => isAt(one, id, due))
  const dissents = standingOf(all, 'dissent').some(
    ({ author, content }) =>
      sides.includes(author.party) && [...held, ...failed].some((one) => one.id === content.about)
  )
  if (dissents || (held.length > 0 && failed.length > 0)) return 'doubtful'
  const [first] = [...held].sort((a, b) => (a.content.started < b.content.started ? -1 : 1))
  if (failed.length > 0) return 'missed'
  if (!first) return 'nothing'
  const seats = (side: string) => first.content.attendance.filter(({ party }) => party === side)
  if (sides.some((side) => seats(side).length < (quorum.get(side) ?? 0))) return 'missed'
  // A brigadier or above: of the flagship's ranks none rests on an appointment alone.
  const reaches = (side: string): boolean =>
    seats(side).some(
      ({ grade, acceptedBy = [] }) =>
        grade.low >= 'OF-6' ||
        (grade.high >= 'OF-6' &&
          sides.every((other) => other === side || acceptedBy.includes(other)))
    )
  return sides.every(reaches) ? 'held' : 'doubtful'
}

type Stands = 'verified' | 'declared' | 'disputed' | 'open'

/** How each party that owes something stands to it: disputed before verified, verified before said. */
export function recountedEnds(
  all: readonly SeenEntry[],
  source: Case,
  id: string
): readonly { readonly party: string; readonly stands: Stands; readonly done: boolean }[] {
  return owing(source, id).map(([of, party]) => {
    const { word, doubt } = proofOfDeed(all, { of, party, barred: [] })
    const isWithdrawal = of.startsWith('withdrawal.')
    const said = isWithdrawal
      ? standingOf(all, 'withdrawal.completed').some(
          ({ content }) => content.withdrawal === id && content.party === party
        )
      : standingOf(all, 'delivery.declared').some(({ content }) => content.of === of)
    const done = said || word === 'verified' || word === 'contested'
    const denied =
      word === 'contested' || word === 'not-confirmed' || (!isWithdrawal && doubt && done)
    if (denied) return { party, stands: 'disputed', done }
    return { party, stands: word === 'verified' ? word : said ? 'declared' : 'open', done }
  })
}

/** 0 nothing begun, 1 begun or denied before it was done, 2 said or partly confirmed, 3 confirmed for all. */
export function recountedRating(all: readonly SeenEntry[], source: Case, id: string): number {
  const ends = recountedEnds(all, source, id)
  if (ends.every(({ stands }) => stands === 'verified')) return 3
  if (ends.some(({ stands, done }) => stands === 'disputed' && !done)) return 1
  if (ends.every(({ stands }) => stands !== 'open')) return 2
  if (ends.some(({ stands }) => stands !== 'open')) return 1
  return standingOf(all, 'withdrawal.started').some(({ content }) => content.withdrawal === id)
    ? 1
    : 0
}
