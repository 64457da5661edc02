import type { Case } from '../../model/case.ts'
import type { Meeting } from '../../model/meetings.ts'
import type { CeasefireRule } from '../rule.ts'
import { isLasting, once } from '../rule.ts'
import { clausePage } from './page.ts'

/** Bodies in which the sides meet, as against a working group or a review. */
const bodies = ({ process }: Case): readonly Meeting[] =>
  [...process.meetings.values()].filter(
    ({ kind }) => kind === 'flag-meeting' || kind === 'joint-commission'
  )

const weekly = (changes: string): string =>
  `[{id: weekly, kind: flag-meeting, cadence: weekly, at: "10:00[Europe/Vienna]", ${changes}}]`

/** Rules about monitors, complaints, joint bodies, hotlines and guarantors. */
export const bodyRules: readonly CeasefireRule[] = [
  {
    clause: 'monitoring',
    keys: ['monitoring'],
    page: clausePage({
      code: 'CF012',
      title: 'monitors without freedom of movement or security',
      about:
        'Monitors who must ask before they move see what they are shown. The text lets them go anywhere at any hour, and says who answers for their safety.',
      message: (d) =>
        d['lacks'] === 'monitors'
          ? 'nobody is said to monitor the ceasefire'
          : `the text gives the monitors no ${d['lacks']}`,
      help: () => 'write `monitoring:` with `by:`, `freedom-of-movement:` and `security:`',
      failing: [
        {
          monitoring:
            '{by: [union], terms-of-reference: Annex B, freedom-of-movement: at any hour, inspections: weekly, suspension: by the ferry}'
        }
      ]
    }),
    run: ({ ceasefire }) => {
      const { monitoring } = ceasefire
      if (!monitoring) return once(isLasting(ceasefire), { lacks: 'monitors' })
      const lacks = [
        ...(monitoring.freedomOfMovement ? [] : ['freedom of movement']),
        ...(monitoring.security ? [] : ['guarantee of security'])
      ]
      return once(lacks.length > 0, { lacks: lacks.join(' and no ') }, 'ceasefire/monitoring')
    }
  },
  {
    clause: 'commissions',
    keys: ['monitoring', 'terms-of-reference'],
    page: clausePage({
      code: 'CF013',
      title: 'a body without written terms of reference',
      about:
        'A body without a document that says who sits in it and what it may do lives as long as both sides want it to.',
      message: (d) => `${d['body']} has no terms of reference`,
      help: () => 'write `terms-of-reference:` under the meeting, or under `monitoring:`',
      failing: [
        {},
        { meetings: weekly('rank-floor: OF-5, decides: consensus, deadlock: to the ministers') }
      ]
    }),
    run: ({ source, ceasefire: { monitoring } }) => [
      ...once(
        monitoring !== undefined && !monitoring.termsOfReference,
        { body: 'the monitoring body' },
        'ceasefire/monitoring'
      ),
      ...bodies(source)
        .filter(({ termsOfReference }) => !termsOfReference)
        .map(({ id, at }) => ({ at, data: { body: `\`${id}\`` } }))
    ]
  },
  {
    clause: 'commissions',
    keys: ['decides', 'deadlock', 'complaints'],
    page: clausePage({
      code: 'CF015',
      title: 'consensus without a rule for deadlock',
      about:
        'A body of both sides that decides by consensus is stopped by either. A text says where a matter goes that it cannot settle, and after how long. A body for which nothing is said decides by consensus.',
      message: (d) =>
        `\`${d['id']}\` decides by consensus, and nothing says what happens when there is none`,
      help: () =>
        'write `deadlock:` under the meeting or under `complaints:`, or another way to decide',
      failing: [
        { complaints: '{within: PT24H, ladder: [weekly]}' },
        { meetings: weekly('rank-floor: OF-5, terms-of-reference: Annex C') }
      ]
    }),
    run: ({ source, ceasefire: { complaints } }) =>
      bodies(source)
        .filter(({ decides = 'consensus', deadlock }) => decides === 'consensus' && !deadlock)
        .filter(() => !complaints?.deadlock)
        .map(({ id, at }) => ({ at, data: { id } }))
  },
  {
    clause: 'complaints',
    keys: ['complaints'],
    page: clausePage({
      code: 'CF011',
      title: 'no deadline for complaints, or no ladder of bodies',
      about:
        'A complaint that may be lodged at any time is lodged when it is useful. A text says within what time it is lodged, and which bodies it climbs.',
      message: (d) => `complaints have no ${d['lacks']}`,
      help: () =>
        'write `complaints:` with `within:` and a `ladder:` of meetings, the lowest first',
      failing: [{ complaints: '' }]
    }),
    run: ({ ceasefire }) => {
      const { complaints } = ceasefire
      const lacks = [
        ...(complaints?.within ? [] : ['deadline']),
        ...((complaints?.ladder ?? []).length > 0 ? [] : ['ladder of bodies'])
      ]
      return once(
        lacks.length > 0 && isLasting(ceasefire),
        { lacks: lacks.join(' and no ') },
        complaints ? 'ceasefire/complaints' : 'ceasefire'
      )
    }
  },
  {
    clause: 'complaints',
    keys: ['record'],
    page: clausePage({
      code: 'CF014',
      title: 'no joint record of violations',
      about:
        'Two logs agree on nothing, and none can be laid before anybody. A joint log holds what each side claims beside the other, and each has a copy.',
      message: (d) =>
        d['kept'] === 'separate'
          ? 'each side keeps a record of its own'
          : 'nothing says who keeps the record of violations',
      help: () => 'write `record: joint` or `record: duplicate`',
      failing: [{ record: 'separate' }]
    }),
    run: ({ ceasefire }) => {
      const { record } = ceasefire
      return once(
        record === 'separate' || (record === undefined && isLasting(ceasefire)),
        { kept: record ?? '' },
        record ? 'ceasefire/record' : 'ceasefire'
      )
    }
  },
  {
    clause: 'commissions',
    keys: ['rank-floor'],
    page: clausePage({
      code: 'CF022',
      title: 'a meeting of officers without a rank floor by code',
      about:
        'A rank of one name is not the same grade in two armies: a major general is one star in one and two in another. A floor is an OF code (STANAG 2116).',
      message: (d) => `\`${d['id']}\` has no rank floor`,
      help: () => 'write `rank-floor:` as an OF code, such as `OF-6` for a brigadier',
      failing: [
        {},
        {
          meetings: weekly(
            'terms-of-reference: Annex C, decides: consensus, deadlock: to the ministers'
          )
        }
      ]
    }),
    run: ({ source }) =>
      bodies(source)
        .filter(({ kind, rankFloor }) => kind === 'flag-meeting' && !rankFloor)
        .map(({ id, at }) => ({ at, data: { id } }))
  },
  {
    clause: 'liaison',
    keys: ['line-check'],
    page: clausePage({
      code: 'CF023',
      title: 'a hotline that nobody tests',
      about:
        'A line that is silent is either quiet or cut. A check at fixed hours tells which, and an hour within which a message is acknowledged tells when to worry.',
      message: (d) =>
        d['id'] === '' ? 'there is no line between the sides' : `\`${d['id']}\` is never tested`,
      help: () => 'write `channels:` with `acknowledge-within:` and `line-check:`',
      failing: [
        {},
        { channels: '[{id: phone, ends: [upland, lowland], acknowledge-within: PT10M}]' }
      ]
    }),
    run: ({ source, ceasefire }) => {
      const channels = [...source.process.channels.values()]
      if (channels.length === 0) return once(isLasting(ceasefire), { id: '' })
      return channels
        .filter(({ lineCheck }) => lineCheck.length === 0)
        .map(({ id, at }) => ({ at, data: { id } }))
    }
  },
  {
    clause: 'guarantors',
    keys: ['guarantors'],
    page: clausePage({
      code: 'CF019',
      title: 'a guarantor without an obligation',
      about:
        'A guarantor that is only named owes nothing. A text says what it does, and when, if the ceasefire is broken.',
      message: (d) => `\`${d['party']}\` guarantees the ceasefire, and nothing says with what`,
      help: () => 'write `{by: .., obligation: ..}` under `guarantors:`',
      failing: [{ guarantors: '[union]' }]
    }),
    run: ({ ceasefire: { guarantors = [] } }) =>
      guarantors.flatMap(({ party, obligation }, index) =>
        once(!obligation, { party }, `ceasefire/guarantors/${index}`)
      )
  },
  {
    clause: 'amendment',
    keys: ['flexibility'],
    page: clausePage({
      code: 'CF018',
      title: 'an escape clause without a cost',
      about:
        'Clauses that let a side off raise the number of violations (Park 2023, Japanese Journal of Political Science). One that is needed has a price: notice, a reason given to the commission, an inspection.',
      message: (d) => `nothing says what it costs to use the clause \`${d['clause']}\``,
      help: () => 'write `{clause: .., cost: ..}` under `flexibility:`',
      failing: [{ flexibility: '[floods]' }]
    }),
    run: ({ ceasefire: { flexibility = [] } }) =>
      flexibility.flatMap(({ clause, cost }, index) =>
        once(
          !cost,
          { clause: typeof clause === 'string' ? clause : (Object.values(clause)[0] ?? '') },
          `ceasefire/flexibility/${index}`
        )
      )
  },
  {
    clause: 'amendment',
    keys: ['monitoring'],
    page: clausePage({
      code: 'CF020',
      title: 'no plan to suspend the mission or to bring it out',
      about:
        'A mission without a plan for the day it must stop leaves in haste or stays too long; it is a lesson drawn from the Special Monitoring Mission in Ukraine (Verjee 2022, Global Policy 13).',
      message: () => 'nothing says when the monitors stop and how they leave',
      help: () => 'write `suspension:` under `monitoring:`',
      failing: [
        {
          monitoring:
            '{by: [union], terms-of-reference: Annex B, freedom-of-movement: at any hour, security: each in its area, inspections: weekly}'
        }
      ]
    }),
    run: ({ ceasefire: { monitoring } }) =>
      once(monitoring !== undefined && !monitoring.suspension, {}, 'ceasefire/monitoring')
  }
]
