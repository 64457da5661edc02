import type { Deliverable } from '../../model/plan.ts'
import type { InWords } from '../words/index.ts'
import { issueTitle, nameOf, optionTitle } from '../words/index.ts'
import { handedWords } from './order-table.ts'
import type { OrderFound } from './plan-words.ts'

/** What stands in a calendar about a path: a step on the day by which it is done, or a gate. */
export interface CalendarEntry {
  readonly kind: 'step' | 'gate'
  /** What it is about, by ids: the same whenever the order or its days change. */
  readonly of: string
  /** As `2025-02-15`; null where the ceasefire has no moment. */
  readonly day: string | null
  readonly summary: string
  readonly description: string
}

/** The steps of an order and the gates before them, each once, as a calendar tells them. */
export function calendarWords(about: InWords, found: OrderFound): readonly CalendarEntry[] {
  const told = new Set<string>()
  return found.periods.slice(0, -1).flatMap((period, place): CalendarEntry[] => {
    const { day, deliverables } = period
    const fresh = period.gates.filter((gate) => !told.has(gate))
    for (const gate of fresh) told.add(gate)
    return [
      ...fresh.map((gate) => gateEntry(about, { gate, day, n: place + 1 })),
      {
        kind: 'step',
        of: [...deliverables].sort().join('+'),
        day,
        summary: about.words.say('plan.gantt.step', {
          n: place + 1,
          what: handedWords(about, period)
        }),
        description: [
          ...deliverables.flatMap((id) => handed(about, id)),
          ...breaks(about, period)
        ].join('\n')
      }
    ]
  })
}

const gateEntry = (
  { words: { say } }: InWords,
  { gate, day, n }: { readonly gate: string; readonly day: string | null; readonly n: number }
): CalendarEntry => ({
  kind: 'gate',
  of: gate,
  day,
  summary: say('plan.calendar.gate', { gate }),
  description: say('plan.calendar.gate.note', { gate, n })
})

/** Who hands over what, and what of the proposal it brings about. */
function handed(about: InWords, id: string): readonly string[] {
  const { words, source } = about
  const one = source.process.deliverables.get(id)
  if (!one) return []
  const party = nameOf(source, one.by)
  const terms = termsOf(about, one)
  return [
    terms.length > 0
      ? words.say('plan.calendar.brings', { party, deliverable: id, terms: words.list(terms) })
      : words.say('plan.calendar.hands', { party, deliverable: id })
  ]
}

const termsOf = (
  { words, source }: InWords,
  { gives = new Map() }: Deliverable
): readonly string[] =>
  [...gives].map(
    ([issue, option]) =>
      `${issueTitle(source, issue)}: ${optionTitle(words, source, [issue, option])}`
  )

const breaks = (
  { words: { say, list }, source }: InWords,
  { parties }: OrderFound['periods'][number]
): readonly string[] => {
  const breaking = parties.filter(({ slack }) => slack < 0)
  if (breaking.length === 0) return []
  const names = list(breaking.map(({ party }) => nameOf(source, party)))
  return [say('plan.calendar.breaks', { parties: names })]
}
