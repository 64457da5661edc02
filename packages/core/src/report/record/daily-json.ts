import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type { Daily, Disclosure, RecordedEvent, Violations } from '../../record/index.ts'
import { isCoarse } from '../../record/index.ts'
import { documentHead } from '../check-json.ts'
import { withheldTold } from './daily-disclosure.ts'
import type { DailyDocument } from './daily-shape.ts'

/** The document of `record daily --format json`. */
export function dailyJson(source: Case, about: Daily): DailyDocument {
  const { number, days, period, cutOff, until, cumulative } = about
  const { killed, injured, mines, works, restrictions, late } = about
  return {
    ...documentHead('record daily'),
    findings: [],
    case: { title: textIn(source.title) },
    number,
    days,
    period: { from: utc(period.from), to: utc(period.to) },
    cutOff,
    until,
    disclosure: disclosureJson(about.disclosure),
    withheld: withheldTold(about),
    violations: byArea(about.violations),
    ...(cumulative
      ? { cumulative: { since: utc(cumulative.since), counted: cumulative.counted } }
      : {}),
    killed,
    injured,
    weapons: byArea(about.weapons),
    mines,
    works,
    civilians: byArea(about.civilians),
    movement: byArea(about.movement),
    restrictions,
    open: about.open.map(({ standing, events }) => ({
      standing,
      events: events.map(({ id }) => id)
    })),
    events: about.events.map(eventJson),
    late
  }
}

function disclosureJson(disclosure: Disclosure): DailyDocument['disclosure'] {
  const { audience, place, time, authors } = disclosure
  return {
    audience: audience.of,
    ...(audience.of === 'party' ? { party: audience.party } : {}),
    ...(typeof place === 'string' ? { place } : { place: 'cell', cellKm: place.cellKm }),
    time,
    authors,
    ids: isCoarse(disclosure) ? 'of-this-report' : 'of-the-record'
  }
}

const utc = (seconds: number): string => new Date(seconds * 1000).toISOString()

const byArea = ({ total, rows, byDay }: Violations): DailyDocument['violations'] => ({
  total,
  rows,
  byDay
})

const eventJson = (event: RecordedEvent): DailyDocument['events'][number] => ({
  id: event.id,
  incidents: event.incidents,
  kind: event.kind,
  categories: event.categories,
  from: utc(event.from),
  areas: event.areas,
  standing: event.standing,
  contested: event.contested,
  low: event.violations.low,
  high: event.violations.high,
  entries: event.entries
})
