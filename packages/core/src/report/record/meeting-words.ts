import type { DueAccount, FloorOfMeeting } from '../../record/index.ts'
import type { InWords } from '../words/index.ts'
import { nameOf, namesOf } from '../words/index.ts'

/** Why a meeting counts as it does: who was absent, what was lacking, who does not agree. */
export function accountWords(about: InWords, one: DueAccount): string {
  const { words: own, source } = about
  const { say } = own
  const { by, lateBy, absent, failed, noticeHours, dissent, quorum, notAgreed, slip, held } = one
  const short = quorum.filter(({ there, needed }) => there < needed)
  return [
    ...(by === 'cadence' ? [] : [say(`meetings.by.${by}`)]),
    ...(one.state === 'late' && lateBy !== undefined
      ? [say('meetings.why.late', { minutes: Math.round(lateBy) })]
      : []),
    ...(absent.length > 0
      ? [say('meetings.why.absent', { parties: namesOf(own, source, absent) })]
      : []),
    ...failed.flatMap(({ content }) =>
      content.because === undefined ? [] : [say('meetings.why.said', { because: content.because })]
    ),
    ...(noticeHours === undefined
      ? []
      : [say('meetings.why.notice', { hours: Math.round(10 * noticeHours) / 10 })]),
    ...(held.length > 0 && failed.length > 0 ? [say('meetings.why.both')] : []),
    ...(dissent.length > 0
      ? [say('meetings.why.dissent', { parties: namesOf(own, source, dissent) })]
      : []),
    ...short.map(({ party, there, needed }) =>
      say('meetings.why.quorum', { party: nameOf(source, party), there, needed })
    ),
    ...(one.floor && short.length === 0 ? floorWords(about, one.floor) : []),
    ...(notAgreed
      ? [
          say('meetings.why.not-agreed', {
            recess: notAgreed.recess,
            parties: namesOf(own, source, notAgreed.by)
          })
        ]
      : []),
    ...(slip ? [say(`hotline.check.${slip}`)] : [])
  ].join(' ')
}

/** Whose ranks do not reach the floor by themselves, and what would help. */
function floorWords(
  { words: own, source }: InWords,
  { floor, sides }: FloorOfMeeting
): readonly string[] {
  const { say } = own
  return sides
    .filter(({ verdict }) => verdict !== 'satisfied')
    .flatMap(({ party, attendants, reach, needed }) => [
      ...(reach < needed
        ? [say('meetings.floor.short', { party: nameOf(source, party), floor, reach, needed })]
        : []),
      ...attendants
        .filter(({ verdict }) => verdict !== 'satisfied')
        .map(({ attendant, verdict, hint, missing }) => {
          const { low, high, basis } = attendant.grade
          const grades = low === high ? low : say('meetings.floor.range', { low, high })
          const who = say('meetings.floor.who', {
            rank: attendant.rank,
            grades,
            basis: say(`meetings.basis.${basis}`)
          })
          if (verdict === 'by-equivalence') return say('meetings.floor.accepted', { who })
          if (hint === 'not-accepted')
            return say('meetings.floor.not-accepted', {
              who,
              parties: namesOf(own, source, missing)
            })
          return hint === 'functional-peer'
            ? say('meetings.floor.peer', { who })
            : say('meetings.floor.below', { who })
        })
    ])
}
