import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hotlineOf } from '../../src/record/hotline/hotline.ts'
import { hotlineStatistics } from '../../src/record/hotline/hotline-statistics.ts'
import { RecordState } from '../../src/record/index.ts'
import { tried } from '../laws.ts'
import { Told, utc } from './told.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const START = Date.parse('2025-02-10T08:00:00Z')

const message = (sentAt: number, more = {}) => ({
  channel: 'theatre',
  kind: 'incident' as const,
  status: 'actual' as const,
  urgency: 'immediate' as const,
  to: ['russia'],
  sentAt: utc(sentAt),
  text: { uk: 'Обстріл біля переправи' },
  ...more
})

/** What happens to one message, in minutes from the start. */
interface Story {
  readonly sent: number
  /** By the addressee's account and when the record got it, so many minutes after the sending. */
  readonly ack?: readonly [said: number, told: number]
  readonly answer?: readonly [said: number, told: number]
  readonly cancel?: number
}

const minutes = fc.integer({ min: 0, max: 180 })
const saidAndTold = fc
  .tuple(minutes, fc.integer({ min: 0, max: 60 }))
  .map(([said, later]) => [said, said + later] as const)
const story: fc.Arbitrary<Story> = fc
  .record(
    { sent: minutes, ack: saidAndTold, answer: saidAndTold, cancel: minutes },
    { requiredKeys: ['sent'] }
  )
  .map((one) => one)

/** The stories told to a record in the order in which it got them. */
function recordOf(stories: readonly Story[]): Told {
  const told = new Told()
  const ids: string[] = []
  const all = stories.flatMap(({ sent, ack, answer, cancel }, at) => [
    [sent, at, 'sent', sent] as const,
    ...(ack ? [[sent + ack[1], at, 'ack', sent + ack[0]] as const] : []),
    ...(answer ? [[sent + answer[1], at, 'answer', sent + answer[0]] as const] : []),
    ...(cancel === undefined ? [] : [[sent + cancel, at, 'cancel', sent + cancel] as const])
  ])
  for (const [when, at, what, said] of all.sort((a, b) => a[0] - b[0])) {
    const [got, hour] = [START + when * MINUTE, utc(START + said * MINUTE)]
    const about = { message: ids[at] ?? '', at: hour }
    if (what === 'sent')
      ids[at] = told.tell('message.sent', message(got), { by: 'ukraine', at: got })
    if (what === 'ack') told.tell('message.acknowledged', about, { by: 'russia', at: got })
    if (what === 'answer')
      told.tell('message.answered', { ...about, text: { ru: 'Так' } }, { by: 'russia', at: got })
    if (what === 'cancel') told.tell('message.cancelled', about, { by: 'ukraine', at: got })
  }
  return told
}

/** Which clocks are overdue at a minute, counted by hand from the stories: channel 10 min and 2 h. */
function overdueAt(stories: readonly Story[], minute: number): readonly string[] {
  const by = (told: number | undefined, sent: number): boolean =>
    told !== undefined && sent + told <= minute
  return stories
    .flatMap(({ sent, ack, answer, cancel }) => {
      if (sent > minute || by(cancel, sent)) return []
      const answered = by(answer?.[1], sent)
      return [
        ...(!by(ack?.[1], sent) && !answered && minute > sent + 10
          ? [`acknowledge ${sent + 10}`]
          : []),
        ...(!answered && minute > sent + 120 ? [`answer ${sent + 120}`] : [])
      ]
    })
    .sort()
}

const alarmsAt = (told: Told, minute: number): readonly string[] =>
  hotlineOf(told.state, START + minute * MINUTE)
    .alarms.map(({ clock, since }) => `${clock} ${(since - START) / MINUTE}`)
    .sort()

describe('alarms of the hotline', () => {
  it('are those that stepping through the minutes by hand finds', () => {
    tried(
      fc.property(fc.array(story, { maxLength: 4 }), (stories) => {
        const told = recordOf(stories)
        for (let minute = 0; minute <= 440; minute += 7)
          expect([minute, alarmsAt(told, minute)]).toEqual([minute, overdueAt(stories, minute)])
      }),
      { seed: 501, runs: 9, seeds: 14 }
    )
  })

  it('never go away by themselves: one ends only with an entry', () => {
    tried(
      fc.property(fc.array(story, { maxLength: 4 }), (stories) => {
        const told = recordOf(stories)
        const hours = [...told.state.entries()].map(({ received }) => Date.parse(received))
        let before: readonly string[] = []
        for (let minute = 0; minute <= 440; minute += 5) {
          const now = alarmsAt(told, minute)
          const came = hours.some(
            (hour) => START + (minute - 5) * MINUTE < hour && hour <= START + minute * MINUTE
          )
          if (!came) expect(now).toEqual(expect.arrayContaining([...before]))
          before = now
        }
      }),
      { seed: 511, runs: 8, seeds: 10 }
    )
  })

  it('are the same for whoever has looked after each entry and for whoever looks once', () => {
    tried(
      fc.property(fc.array(story, { minLength: 1, maxLength: 4 }), minutes, (stories, late) => {
        const whole = recordOf(stories)
        const looked = new RecordState(whole.state.source)
        for (const entry of whole.state.entries()) {
          looked.apply(entry)
          const now = Date.parse(entry.received)
          // Twice, for the second look may rest on the first.
          for (const hour of [now, now + late * MINUTE]) {
            const once = new RecordState(whole.state.source)
            for (const one of looked.entries()) once.apply(one)
            expect(hotlineOf(looked, hour)).toEqual(hotlineOf(once, hour))
          }
        }
      }),
      { seed: 31, runs: 14, seeds: 12 }
    )
  })

  it('are not undone by what is told later of an earlier hour', () => {
    tried(
      fc.property(minutes, fc.integer({ min: 0, max: 300 }), (said, later) => {
        const told = recordOf([{ sent: 0 }])
        const before = hotlineOf(told.state, START + 11 * MINUTE)
        const got = START + (Math.max(said, 11) + later) * MINUTE
        const at = utc(START + said * MINUTE)
        told.tell(
          'message.acknowledged',
          { message: 'entry-000000', at },
          { by: 'russia', at: got }
        )
        const after = hotlineOf(told.state, Math.max(got, START + 11 * MINUTE))
        const [clock] = after.messages[0]?.ends[0]?.clocks ?? []
        expect(clock?.state).toBe(said > 10 ? 'late' : 'told-late')
        expect(clock?.alarm).toEqual({ since: START + 10 * MINUTE, until: got })
        if (got > START + 11 * MINUTE)
          expect(hotlineOf(told.state, START + 11 * MINUTE).alarms).toEqual(before.alarms)
      }),
      { seed: 521, runs: 20, seeds: 15 }
    )
  })

  it('do not run for a message that the record was told of hours later', () => {
    const told = new Told()
    told.tell('message.sent', message(START), { by: 'ukraine', at: START + 5 * HOUR })
    const { alarms, messages } = hotlineOf(told.state, START + 5 * HOUR + 5 * MINUTE)
    expect(alarms).toEqual([])
    expect(messages[0]?.ends[0]?.clocks[0]?.from).toBe(START + 5 * HOUR)
  })

  it('of a drill bear its status', () => {
    const told = new Told()
    told.tell('message.sent', message(START, { status: 'exercise' }), { by: 'ukraine', at: START })
    const [first] = hotlineOf(told.state, START + 25 * MINUTE).alarms
    expect(first).toMatchObject({ status: 'exercise', party: 'russia', by: 15 * MINUTE })
  })
})

describe('the checks of a line', () => {
  const sent = (at: number) =>
    message(at, { kind: 'line-check', status: 'test', text: { en: 'check' } })

  it('are due at the hours of the channel’s zone, also over a change of the clocks', () => {
    const told = new Told()
    const now = Date.parse('2025-04-02T00:00:00Z')
    const { due } = hotlineOf(told.state, now).checks.find(
      ({ channel }) => channel === 'theatre'
    ) ?? { due: [] }
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Kyiv',
      hour: '2-digit',
      minute: '2-digit'
    })
    const byHand: number[] = []
    for (let at = Date.parse('2025-01-31T22:00:00Z'); at <= now; at += MINUTE)
      if (['09:30', '15:30'].includes(clock.format(at))) byHand.push(at)
    expect(due.map((one) => one.due)).toEqual(byHand)
    expect(new Set(due.map(({ state }) => state))).toEqual(new Set(['missed']))
  })

  it('are made when every end was heard, unanswered when one was not, and awaited in between', () => {
    const told = new Told()
    const due = Date.parse('2025-02-10T07:30:00Z')
    const at = (now: number) =>
      hotlineOf(told.state, now)
        .checks.find(({ channel }) => channel === 'theatre')
        ?.due.find((one) => one.due === due)
    expect(at(due + 5 * MINUTE)?.state).toBe('awaited')
    expect(at(due + 11 * MINUTE)?.state).toBe('missed')
    const id = told.tell('message.sent', sent(due + MINUTE), { by: 'ukraine', at: due + MINUTE })
    expect(at(due + 11 * MINUTE)?.state).toBe('awaited')
    expect(at(due + 21 * MINUTE)).toMatchObject({ state: 'unanswered', silent: ['russia'] })
    const got = due + 4 * MINUTE
    told.tell('message.acknowledged', { message: id, at: utc(got) }, { by: 'russia', at: got })
    expect(at(due + 21 * MINUTE)).toMatchObject({ state: 'made', silent: [], messages: [id] })
  })

  it.each([
    [-11, 0],
    [-10, 1],
    [10, 1],
    [11, 0]
  ])(
    'are those of the hour as far as a message may wait to be acknowledged: %i minutes from it, %i',
    (minutes, count) => {
      const told = new Told()
      const due = Date.parse('2025-02-10T07:30:00Z')
      const when = due + minutes * MINUTE
      told.tell('message.sent', sent(when), { by: 'ukraine', at: when })
      const check = hotlineOf(told.state, due + HOUR)
        .checks.find(({ channel }) => channel === 'theatre')
        ?.due.find((one) => one.due === due)
      expect(check?.messages).toHaveLength(count)
    }
  )
})

describe('statistics of the hotline', () => {
  it('count each clock by party and status, with the median and the longest', () => {
    const stories = [
      { sent: 0, ack: [4, 4], answer: [60, 60] },
      { sent: 10, ack: [8, 8], answer: [150, 150] },
      { sent: 20, ack: [30, 30] },
      { sent: 30 }
    ] as const
    const told = recordOf(stories)
    const hotline = hotlineOf(told.state, START + 200 * MINUTE)
    const [acknowledge, answer] = hotlineStatistics(hotline, { from: START, until: START + HOUR })
    expect(acknowledge).toMatchObject({
      channel: 'theatre',
      party: 'russia',
      clock: 'acknowledge',
      messages: 4,
      inTime: 2,
      late: 1,
      overdue: 1,
      share: 0.5,
      median: 8 * MINUTE,
      longest: { ran: 170 * MINUTE }
    })
    expect(answer).toMatchObject({
      inTime: 1,
      late: 1,
      overdue: 2,
      share: 0.25,
      median: 105 * MINUTE
    })
    expect(hotlineStatistics(hotline, { from: START - HOUR, until: START })).toEqual([])
  })
})
