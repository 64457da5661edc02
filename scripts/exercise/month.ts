// The exercise of the flagship case: the first month of its ceasefire, invented. Run with
// `node scripts/exercise/month.ts` to write it, with --check to see that it is as written here.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = join(import.meta.dirname, '../../cases/ukraine/2024-maitra/exercise.jsonl')
const DAY = 86_400_000
const MINUTE = 60_000
/** Midnight in Kyiv of the day on which the ceasefire enters into force. */
const BEGINS = Date.parse('2025-01-31T22:00:00.000Z')
const DAYS = 29

const turns: { readonly at: number; readonly order: number; readonly line: object }[] = []

/** The instant of an hour in Kyiv of a day of the ceasefire; the first is day 1. */
function hour(day: number, clock: string, minutes = 0): number {
  const [hours = 0, rest = 0] = clock.split(':').map(Number)
  return BEGINS + (day - 1) * DAY + (hours * 60 + rest + minutes) * MINUTE
}

const iso = (at: number): string => new Date(at).toISOString()

function turn(at: number, line: object): void {
  turns.push({ at, order: turns.length, line: { at: iso(at), ...line } })
}

/** Somebody writes. */
function writes(at: number, as: string, kind: string, content: object, more: object = {}): void {
  turn(at, { as, kind, ...more, content })
}

const PLACES = {
  north: {
    area: 'north',
    name: 'Kupiansk',
    names: { uk: 'Куп’янськ', ru: 'Купянск' },
    lon: 37.62,
    lat: 49.71
  },
  centre: {
    area: 'centre',
    name: 'Toretsk',
    names: { uk: 'Торецьк', ru: 'Торецк' },
    lon: 37.85,
    lat: 48.4
  },
  south: {
    area: 'south',
    name: 'Orikhiv',
    names: { uk: 'Оріхів', ru: 'Орехов' },
    lon: 35.79,
    lat: 47.57
  }
}
type Sector = keyof typeof PLACES

interface Report {
  readonly at: number
  readonly sector: Sector
  readonly category: string
  readonly count?: number
  readonly of?: string
  readonly alleged?: string
  readonly means?: readonly string[]
  readonly more?: object
}

const account = ({
  at,
  sector,
  category,
  count,
  of,
  alleged,
  means = ['heard'],
  more = {}
}: Report): object => ({
  occurred: { at: iso(at), precision: 'minute', zone: 'Europe/Kyiv' },
  place: { ...PLACES[sector], within: 1000 },
  category,
  means,
  ...(count !== undefined && { observed: { count, of: of ?? 'explosion' } }),
  ...(alleged !== undefined && { alleged }),
  ...more
})

/** A mission's patrol reports, and the mission verifies the next day. */
function observed(id: string, report: Report, outcome: string | undefined = 'confirmed'): void {
  writes(report.at + 40 * MINUTE, 'norway', 'incident.reported', account(report), {
    id,
    role: 'field'
  })
  writes(
    report.at + 60 * MINUTE,
    'austria',
    'incident.logged',
    { incident: id },
    { role: 'operator' }
  )
  if (outcome !== undefined)
    writes(
      report.at + 300 * MINUTE,
      'norway',
      'incident.verified',
      { incident: id, outcome, by: ['norway'], means: ['saw'] },
      { role: 'observer' }
    )
}

const OFFICERS = [
  {
    party: 'russia',
    as: 'party',
    name: 'A. Orlov',
    rank: 'general-mayor',
    nation: 'RU',
    service: 'army',
    appointment: 'head of delegation',
    grade: { low: 'OF-6', high: 'OF-7', basis: 'practice' },
    acceptedBy: ['ukraine', 'us', 'eu', 'india', 'norway', 'austria']
  },
  {
    party: 'ukraine',
    as: 'party',
    name: 'O. Kovalenko',
    rank: 'brihadnyi heneral',
    nation: 'UA',
    service: 'army',
    appointment: 'head of delegation',
    grade: { low: 'OF-6', high: 'OF-6', basis: 'law' }
  },
  {
    party: 'norway',
    as: 'observer',
    name: 'K. Dahl',
    rank: 'brigader',
    nation: 'NO',
    service: 'army',
    appointment: 'chief of observers',
    grade: { low: 'OF-6', high: 'OF-6', basis: 'law' }
  }
]

/** The flag meeting of a day: held, minuted in three languages, signed by both. */
function held(
  day: number,
  {
    late = 0,
    more = {},
    signed = ['russia', 'ukraine']
  }: { readonly late?: number; readonly more?: object; readonly signed?: readonly string[] } = {}
): void {
  const started = hour(day, '10:00', late)
  const id = `flag-day-${String(day).padStart(2, '0')}`
  writes(
    started + 50 * MINUTE,
    'austria',
    'meeting.held',
    {
      meeting: 'flag',
      due: iso(hour(day, '10:00')),
      started: iso(started),
      ended: iso(started + 40 * MINUTE),
      place: 'crossing point',
      attendance: OFFICERS,
      ...more
    },
    { id, role: 'operator' }
  )
  const texts = {
    uk: `Протокол зустрічі, день ${day}.`,
    ru: `Протокол встречи, день ${day}.`,
    en: `Minutes of the meeting, day ${day}.`
  }
  const versions = Object.entries(texts).map(([language, text]) => {
    writes(
      started + 120 * MINUTE,
      'austria',
      'minutes.written',
      { held: id, language, text },
      { id: `${id}-${language}`, role: 'operator' }
    )
    return `${id}-${language}`
  })
  for (const [at, party] of signed.entries())
    writes(started + (180 + 5 * at) * MINUTE, party, 'minutes.signed', { held: id, versions })
}

/** A check of the line: sent by one side, received and acknowledged by the other. */
function lineCheck(day: number, clock: string, from: string, delay = 2): void {
  const to = from === 'russia' ? 'ukraine' : 'russia'
  const sent = hour(day, clock)
  const id = `check-${String(day).padStart(2, '0')}-${clock.replace(':', '')}`
  writes(
    sent,
    from,
    'message.sent',
    {
      channel: 'theatre',
      kind: 'line-check',
      status: 'test',
      urgency: 'unknown',
      to: [to],
      sentAt: iso(sent),
      text: from === 'russia' ? { ru: 'Проверка связи.' } : { uk: 'Перевірка зв’язку.' }
    },
    { id }
  )
  writes(sent + (delay + 1) * MINUTE, to, 'message.received', {
    message: id,
    at: iso(sent + MINUTE)
  })
  writes(sent + (delay + 1) * MINUTE, to, 'message.acknowledged', {
    message: id,
    at: iso(sent + delay * MINUTE)
  })
}

// Every day: two checks of the line, and the head of the record signed and cosigned in the evening.
for (let day = 1; day <= DAYS; day++) {
  lineCheck(day, '09:30', 'ukraine')
  // The afternoon of day 20 nobody checks the line.
  if (day !== 20) lineCheck(day, '15:30', 'russia')
  turn(hour(day, '20:00'), { checkpoint: ['ukraine', 'russia'] })
}

// Meetings: one fails, one begins late, and there is a recess of two days.
for (let day = 1; day <= DAYS; day++) {
  if (day === 9) {
    writes(
      hour(9, '10:40'),
      'austria',
      'meeting.failed',
      {
        meeting: 'flag',
        due: iso(hour(9, '10:00')),
        absent: ['russia'],
        because: 'no delegation came and no notice was given'
      },
      { role: 'operator' }
    )
    continue
  }
  if (day === 23 || day === 24) continue
  held(day, {
    ...(day === 14 && { late: 35 }),
    ...(day === 5 && {
      more: {
        agenda: [{ incident: 'shelling-day-04' }],
        agreed: ['The road at the crossing is cleared of mines by both sides.'],
        undertakings: [
          {
            id: 'clear-road',
            by: 'ukraine',
            what: 'mines on the western half of the road are cleared',
            due: iso(hour(12, '18:00')),
            verifiedBy: ['norway', 'india']
          },
          {
            id: 'clear-road-east',
            by: 'russia',
            what: 'mines on the eastern half of the road are cleared',
            due: iso(hour(12, '18:00')),
            verifiedBy: ['norway', 'india']
          }
        ]
      }
    }),
    ...(day === 17 && { signed: ['ukraine'] })
  })
}
writes(hour(22, '11:10'), 'russia', 'meeting.recessed', {
  meeting: 'flag',
  from: iso(hour(23, '00:00')),
  until: iso(hour(25, '00:00')),
  agreedBy: ['russia', 'ukraine'],
  because: 'a holiday'
})

// The first days: fire dies down. The mission hears and sees it.
const FIRST: readonly (readonly [number, string, Sector, number])[] = [
  [1, '00:40', 'centre', 12],
  [1, '01:15', 'south', 6],
  [1, '02:05', 'centre', 9],
  [1, '05:30', 'north', 3],
  [1, '09:50', 'centre', 4],
  [2, '03:20', 'centre', 5],
  [2, '14:10', 'south', 2],
  [3, '23:05', 'centre', 3],
  [6, '22:40', 'south', 2],
  [8, '04:15', 'north', 1],
  [11, '21:30', 'centre', 2],
  [13, '02:00', 'south', 1],
  [16, '19:45', 'centre', 1],
  [21, '03:30', 'north', 2],
  [26, '22:10', 'centre', 1]
]
for (const [at, [day, clock, sector, count]] of FIRST.entries())
  observed(
    `heard-${String(at + 1).padStart(3, '0')}`,
    { at: hour(day, clock), sector, category: 'fire', count },
    at % 6 === 5 ? 'inconclusive' : 'confirmed'
  )

// The contested incident: two accounts, no access, then access, and no agreement about who.
writes(
  hour(4, '14:20'),
  'ukraine',
  'incident.reported',
  account({
    at: hour(4, '13:50'),
    sector: 'centre',
    category: 'fire',
    count: 7,
    alleged: 'russia',
    means: ['heard', 'saw'],
    more: {
      weapon: 'mortar',
      killed: { low: 1, best: 1, high: 1 },
      injured: { low: 2, best: 3, high: 4 },
      text: 'Сім розривів мін на околиці.',
      language: 'uk'
    }
  }),
  { id: 'shelling-day-04' }
)
writes(
  hour(4, '14:45'),
  'austria',
  'incident.logged',
  { incident: 'shelling-day-04' },
  { role: 'operator' }
)
writes(hour(4, '16:10'), 'russia', 'incident.acknowledged', { incident: 'shelling-day-04' })
writes(hour(4, '17:00'), 'russia', 'incident.account', {
  incident: 'shelling-day-04',
  ...account({
    at: hour(4, '13:50'),
    sector: 'centre',
    category: 'mine-clearance',
    count: 7,
    means: ['saw'],
    more: { text: 'Контролируемый подрыв мин.', language: 'ru' }
  })
})
writes(
  hour(4, '18:30'),
  'ukraine',
  'incident.verified',
  { incident: 'shelling-day-04', outcome: 'confirmed', by: ['ukraine'], means: ['saw'] },
  { refused: 'beneficiary-alone' }
)
writes(
  hour(5, '09:00'),
  'norway',
  'incident.verified',
  {
    incident: 'shelling-day-04',
    outcome: 'no-access',
    by: ['norway'],
    means: [],
    refusedBy: 'russia'
  },
  { role: 'observer' }
)
writes(
  hour(5, '09:05'),
  'norway',
  'incident.reported',
  account({
    at: hour(5, '08:40'),
    sector: 'centre',
    category: 'freedom-of-movement',
    means: ['saw'],
    alleged: 'russia',
    more: { restriction: 'denial' }
  }),
  { id: 'denied-day-05', role: 'observer' }
)
writes(
  hour(5, '10:55'),
  'norway',
  'incident.attributed',
  { incident: 'shelling-day-04', outcome: 'party', to: 'russia', by: ['norway'] },
  { role: 'observer', refused: 'step-order' }
)
writes(
  hour(5, '11:00'),
  'norway',
  'incident.discussed',
  { incident: 'shelling-day-04', meeting: 'flag-day-05' },
  { role: 'observer' }
)
writes(
  hour(6, '13:00'),
  'norway',
  'incident.verified',
  {
    incident: 'shelling-day-04',
    outcome: 'confirmed',
    by: ['norway', 'india'],
    means: ['saw', 'camera'],
    text: 'Craters of 82 mm mortar rounds, fins found.'
  },
  { role: 'observer' }
)
writes(
  hour(6, '16:00'),
  'norway',
  'incident.attributed',
  { incident: 'shelling-day-04', outcome: 'contested', by: ['norway', 'india'] },
  { role: 'observer' }
)
writes(
  hour(7, '12:00'),
  'us',
  'incident.found',
  { incident: 'shelling-day-04', violation: true, text: 'Fire across the line, whoever fired.' },
  { id: 'found-day-07' }
)
writes(hour(7, '15:00'), 'russia', 'incident.disputed', {
  incident: 'shelling-day-04',
  because: 'the fins lay there before the ceasefire'
})
writes(hour(7, '15:05'), 'russia', 'dissent', {
  about: 'found-day-07',
  because: 'no fire came from our side'
})

// The hotline: an exercise announced, a message acknowledged too late, one never answered.
writes(
  hour(10, '09:00'),
  'russia',
  'message.sent',
  {
    channel: 'theatre',
    kind: 'exercise',
    status: 'actual',
    urgency: 'future',
    to: ['ukraine'],
    sentAt: iso(hour(10, '09:00')),
    text: { ru: 'Учения 12 февраля.' }
  },
  { refused: 'exercise' }
)
const told: readonly (readonly [
  string,
  number,
  string,
  string,
  string,
  number,
  number | undefined
])[] = [
  ['exercise-day-10', 10, '09:05', 'russia', 'exercise', 6, 70],
  ['incident-day-12', 12, '22:15', 'ukraine', 'incident', 41, 150],
  ['launch-day-18', 18, '06:00', 'russia', 'launch', 5, undefined]
]
for (const [id, day, clock, from, kind, acknowledged, answered] of told) {
  const to = from === 'russia' ? 'ukraine' : 'russia'
  const sent = hour(day, clock)
  const at = (minutes: number): object => ({ message: id, at: iso(sent + minutes * MINUTE) })
  writes(
    sent,
    from,
    'message.sent',
    {
      channel: 'theatre',
      kind,
      status: 'exercise',
      urgency: kind === 'incident' ? 'immediate' : 'future',
      to: [to],
      sentAt: iso(sent),
      answerWanted: true,
      text: from === 'russia' ? { ru: `Сообщение: ${kind}.` } : { uk: `Повідомлення: ${kind}.` }
    },
    { id }
  )
  writes(sent + acknowledged * MINUTE, to, 'message.received', at(acknowledged - 3))
  writes(sent + acknowledged * MINUTE, to, 'message.acknowledged', at(acknowledged))
  if (answered !== undefined)
    writes(sent + answered * MINUTE, to, 'message.answered', {
      ...at(answered),
      text: { en: 'Understood.' }
    })
}

// Inventories, then the withdrawal on the agreed day and hour.
for (const [party, weapon, withdrawal, count] of [
  ['russia', 'artillery', 'heavy', 320],
  ['ukraine', 'artillery', 'heavy', 260],
  ['russia', 'mlrs', 'rockets', 90],
  ['ukraine', 'mlrs', 'rockets', 60],
  ['russia', 'tank', 'armour', 210],
  ['ukraine', 'tank', 'armour', 170]
] as const) {
  writes(hour(12, party === 'russia' ? '14:00' : '14:10'), party, 'holding.declared', {
    withdrawal,
    weapon,
    asOf: iso(hour(12, '00:00')),
    items: [{ count, place: { area: 'all' } }]
  })
  const delay = withdrawal === 'armour' && party === 'russia' ? 190 : 0
  const started = hour(15, '08:00', delay)
  writes(started + 20 * MINUTE, party, 'withdrawal.started', {
    withdrawal,
    party,
    at: iso(started),
    means: ['party-report']
  })
  writes(
    started + 45 * MINUTE,
    'norway',
    'withdrawal.started',
    { withdrawal, party, at: iso(started + 10 * MINUTE), means: ['uav-mid-range'] },
    { role: 'observer' }
  )
  const ended = hour(withdrawal === 'heavy' ? 26 : 27, '16:00', party === 'russia' ? 30 : 0)
  writes(ended, party, 'withdrawal.completed', {
    withdrawal,
    party,
    at: iso(ended),
    count,
    means: ['party-report']
  })
  writes(ended + 5 * MINUTE, party, 'delivery.declared', {
    of: `withdrawal.${withdrawal}`,
    party,
    at: iso(ended)
  })
  const outcome = withdrawal === 'armour' && party === 'russia' ? 'no-access' : 'confirmed'
  writes(ended + 22 * 60 * MINUTE, 'india', 'delivery.verified', {
    of: `withdrawal.${withdrawal}`,
    party,
    outcome,
    by: ['india', 'norway'],
    at: iso(ended + 21 * 60 * MINUTE),
    means: outcome === 'confirmed' ? ['saw', 'satellite'] : []
  })
}
writes(
  hour(17, '12:30'),
  'norway',
  'position.observed',
  {
    weapon: 'artillery',
    calibreMm: 152,
    count: 4,
    of: 'russia',
    occurred: { at: iso(hour(17, '11:50')), precision: 'minute' },
    place: { lon: 37.95, lat: 48.35, within: 200, area: 'centre' },
    means: ['uav-mid-range']
  },
  { role: 'observer' }
)
writes(hour(17, '13:10'), 'india', 'position.observed', {
  weapon: 'artillery',
  calibreMm: 155,
  count: 2,
  of: 'ukraine',
  occurred: { at: iso(hour(17, '12:40')), precision: 'minute' },
  place: { lon: 37.7, lat: 48.42, within: 200, area: 'centre' },
  means: ['saw']
})
writes(hour(28, '15:00'), 'india', 'inspection.made', {
  withdrawal: 'heavy',
  site: { area: 'depot east', name: 'depot east' },
  of: 'russia',
  by: ['india'],
  occurred: { at: iso(hour(28, '11:00')), precision: 'hour' },
  weapon: 'artillery',
  outcome: 'missing',
  declared: 160,
  counted: 148
})
writes(
  hour(28, '16:00'),
  'norway',
  'inspection.made',
  {
    withdrawal: 'heavy',
    site: { area: 'depot west', name: 'depot west' },
    of: 'ukraine',
    by: ['norway'],
    occurred: { at: iso(hour(28, '12:00')), precision: 'hour' },
    weapon: 'artillery',
    outcome: 'as-declared',
    declared: 130,
    counted: 130
  },
  { role: 'observer' }
)

// Undertakings: one met and verified, one declared and not confirmed.
writes(hour(11, '17:00'), 'ukraine', 'delivery.declared', {
  of: 'undertaking.clear-road',
  at: iso(hour(11, '16:30'))
})
writes(hour(12, '11:00'), 'india', 'delivery.verified', {
  of: 'undertaking.clear-road',
  outcome: 'confirmed',
  by: ['india'],
  at: iso(hour(12, '10:30')),
  means: ['saw']
})
writes(hour(12, '17:30'), 'russia', 'delivery.declared', {
  of: 'undertaking.clear-road-east',
  at: iso(hour(12, '17:00'))
})
writes(
  hour(13, '12:00'),
  'norway',
  'delivery.verified',
  {
    of: 'undertaking.clear-road-east',
    outcome: 'not-confirmed',
    by: ['norway'],
    at: iso(hour(13, '11:00')),
    means: ['saw']
  },
  { role: 'observer' }
)

// Gates: the first opens when the fire has died down; the second does not.
writes(hour(1, '18:00'), 'us', 'gate.decided', {
  gate: 'ceasefire-first',
  decision: 'shut',
  at: iso(hour(1, '18:00')),
  decidedBy: ['us', 'eu'],
  entries: ['heard-001', 'heard-002'],
  because: 'the first day is not over'
})
writes(hour(4, '12:00'), 'eu', 'gate.decided', {
  gate: 'ceasefire-first',
  decision: 'open',
  at: iso(hour(4, '12:00')),
  decidedBy: ['us', 'eu'],
  entries: ['heard-006', 'heard-007', 'heard-008']
})
writes(hour(29, '18:00'), 'us', 'gate.decided', {
  gate: 'broader-talks',
  decision: 'shut',
  at: iso(hour(29, '18:00')),
  decidedBy: ['us', 'eu'],
  entries: ['found-day-07'],
  because: 'the withdrawal of tanks is not verified on both sides'
})

// What only some may read, a signal, and what those who run the exercise bring about.
writes(
  hour(8, '11:00'),
  'ukraine',
  'incident.reported',
  account({
    at: hour(8, '09:30'),
    sector: 'north',
    category: 'uav',
    count: 1,
    of: 'flight',
    alleged: 'russia',
    means: ['saw']
  }),
  { id: 'sealed-day-08', audience: ['ukraine', 'norway', 'india'] }
)
writes(hour(19, '10:00'), 'us', 'overture.answered', {
  overture: 'nato-russia-council',
  by: 'russia',
  at: iso(hour(19, '09:00')),
  answer: 'yes',
  text: 'told at the margin of the meeting'
})
writes(hour(20, '12:00'), 'us', 'signal.seen', {
  by: 'russia',
  at: iso(hour(20, '11:00')),
  text: 'A missile regiment is said to be on alert.'
})
writes(
  hour(3, '09:00'),
  'austria',
  'inject',
  { text: 'Snow closes the northern road for two days.', at: iso(hour(3, '09:00')) },
  { role: 'operator' }
)

const opening = {
  at: iso(BEGINS - 2 * 60 * MINUTE),
  opening: {
    title: 'A month of the ceasefire, an exercise',
    operator: 'austria',
    witnesses: 2,
    keys: [
      { party: 'ukraine', role: 'head' },
      { party: 'russia', role: 'head' },
      { party: 'us', role: 'mediator' },
      { party: 'eu', role: 'mediator' },
      { party: 'india', role: 'observer' },
      { party: 'norway', role: 'observer' },
      { party: 'norway', role: 'field' },
      { party: 'ukraine', role: 'witness' },
      { party: 'russia', role: 'witness' }
    ]
  }
}
const lines = [
  opening,
  ...turns.sort((a, b) => a.at - b.at || a.order - b.order).map(({ line }) => line)
]
const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`
if (process.argv.includes('--check')) {
  if (readFileSync(FILE, 'utf8') !== text) {
    process.stderr.write(
      'exercise.jsonl is not as written here: run node scripts/exercise/month.ts\n'
    )
    process.exit(1)
  }
} else writeFileSync(FILE, text)
