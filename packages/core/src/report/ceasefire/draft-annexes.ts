import { nameOf } from '../words/index.ts'
import type { DraftAnnex, Made } from './draft-annex.ts'
import { tableOr } from './draft-annex.ts'
import { channelTitle, meetingTitle, meetsWords } from './draft-items.ts'
import { lineAnnex } from './draft-map.ts'
import { partyClocks, timetableRows } from './draft-timetable.ts'
import type { Drafting } from './draft-words.ts'
import {
  hourWords,
  languageName,
  lapse,
  lineWords,
  mark,
  measureWords,
  momentWords,
  partiesNamed,
  weaponWords
} from './draft-words.ts'

/** The annexes, and how many maps are still to be attached; `laid` numbers their notes. */
export function annexesOf(
  drafting: Drafting,
  laid: (text: string) => string
): { readonly annexes: readonly DraftAnnex[]; readonly maps: number } {
  const { told } = drafting
  const { annex: lines, maps } = lineAnnex(drafting)
  const annexes = [
    lines,
    weaponAnnex(drafting),
    timeAnnex(drafting),
    meetingAnnex(drafting),
    formAnnex(drafting)
  ].map(({ lines: said, tables, ...more }, at) => {
    const letter = LETTERS[at] ?? 'A'
    return {
      letter,
      title: told.say(`draft.annex.${letter}`),
      ...more,
      lines: said.map(laid),
      tables: tables.map(({ rows, ...table }) => ({
        ...table,
        rows: rows.map((row) => row.map(laid))
      }))
    }
  })
  return { annexes, maps }
}

const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const

function weaponAnnex(drafting: Drafting): Made {
  const { told, source } = drafting
  const party = (id: string): string => nameOf(source, id)
  return tableOr(told.say('draft.annex.B.none'), {
    head: [
      told.say('draft.head.weapon'),
      told.say('draft.head.measure'),
      told.say('draft.head.from'),
      told.say('draft.head.may-keep'),
      told.say('draft.head.tranches'),
      told.say('draft.head.verified')
    ],
    rows: [...source.process.withdrawals.values()].map((one) => [
      `${weaponWords(drafting, one.weapon)}${mark(one)}`,
      measureWords(drafting, one.measure) ?? '',
      [...one.baseline]
        .map(([id, line]) =>
          told.say('draft.baseline.party', { party: party(id), line: lineWords(drafting, line) })
        )
        .join('; '),
      [...one.ceiling].map(([id, n]) => told.say('draft.kept', { party: party(id), n })).join('; '),
      one.tranches
        .map(({ count, party: id, by }) => {
          const said = { n: count, when: momentWords(drafting, by) }
          return id === undefined
            ? told.say('draft.tranche', said)
            : told.say('draft.tranche.party', { ...said, party: party(id) })
        })
        .join('; '),
      partiesNamed(drafting, one.verifiedBy) ?? ''
    ])
  })
}

function timeAnnex(drafting: Drafting): Made {
  const { told } = drafting
  return {
    lines: [told.say('draft.annex.C.lead')],
    tables: [
      {
        head: [
          told.say('draft.head.what'),
          told.say('draft.head.local'),
          told.say('draft.head.utc'),
          ...[...partyClocks(drafting)].map(([zone, parties]) =>
            told.say('draft.head.clock', { parties: partiesNamed(drafting, parties) ?? '', zone })
          )
        ],
        rows: timetableRows(drafting)
      }
    ]
  }
}

function meetingAnnex(drafting: Drafting): Made {
  const { told, source } = drafting
  const { meetings, channels } = source.process
  const met = tableOr(told.say('draft.annex.D.none'), {
    lead: told.say('draft.annex.D.meetings'),
    head: [
      told.say('draft.head.meeting'),
      told.say('draft.head.when'),
      told.say('draft.head.grade'),
      told.say('draft.head.who'),
      told.say('draft.head.minutes')
    ],
    rows: [...meetings.values()].map((one) => [
      `${meetingTitle(drafting, one.id)}${mark(one)}`,
      meetsWords(drafting, one),
      one.rankFloor ?? '',
      [
        ...[...one.quorum].map(([id, n]) =>
          told.say('draft.kept', { party: nameOf(source, id), n })
        ),
        ...[...one.attend].map(([id, seat]) =>
          told.say('draft.seat', { party: nameOf(source, id), seat })
        )
      ].join('; '),
      told.list(one.minutes.map((tag) => languageName(drafting, tag)))
    ])
  })
  const linked = tableOr(told.say('draft.annex.D.no-channel'), {
    lead: told.say('draft.annex.D.channels'),
    head: [
      told.say('draft.head.channel'),
      told.say('draft.head.ends'),
      told.say('draft.head.acknowledge'),
      told.say('draft.head.answer'),
      told.say('draft.head.test'),
      told.say('draft.head.carries')
    ],
    rows: [...channels.values()].map((one) => [
      `${channelTitle(drafting, one)}${mark(one)}`,
      partiesNamed(drafting, one.ends) ?? '',
      lapse(drafting, one.acknowledgeWithin) ?? '',
      lapse(drafting, one.answerWithin) ?? '',
      one.lineCheck.map((clock) => hourWords(drafting, clock)).join(', '),
      one.kinds.join(', ')
    ])
  })
  return { lines: [...met.lines, ...linked.lines], tables: [...met.tables, ...linked.tables] }
}

const INCIDENT = [
  'number',
  'reporter',
  'seen',
  'place',
  'how',
  'act',
  'count',
  'direction',
  'harm',
  'access',
  'state',
  'party',
  'evidence',
  'signed'
] as const
const WITHDRAWAL = [
  'number',
  'reporter',
  'clause',
  'listed',
  'left',
  'stored',
  'missing',
  'verifier',
  'dissent',
  'signed'
] as const

/** Forms to be filled in by hand: what practice asks of such reports. */
function formAnnex({ told }: Drafting): Made {
  const head = [told.say('draft.head.field'), told.say('draft.head.entry')]
  const form = (
    lead: string,
    fields: readonly (typeof INCIDENT | typeof WITHDRAWAL)[number][]
  ) => ({
    lead,
    head,
    rows: fields.map((field) => [told.say(`draft.form.${field}`), ''])
  })
  return {
    lines: [],
    tables: [
      form(told.say('draft.annex.E.incident'), INCIDENT),
      form(told.say('draft.annex.E.withdrawal'), WITHDRAWAL)
    ]
  }
}
