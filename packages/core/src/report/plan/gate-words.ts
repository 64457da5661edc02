import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { InWords } from '../words/index.ts'
import { nameOf, signed } from '../words/index.ts'
import type { PlanFound } from './plan-shape.ts'
import type { OrderFound } from './plan-words.ts'
import { stepName, stepNumber } from './step-names.ts'

type GateFound = PlanFound['gates'][number]

/** A table by its words: a heading for each column, and rows. */
export interface GateTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The gates as a table, and what is to be said of them. */
export function gateBlocks(about: InWords, plan: PlanFound): readonly Block[] {
  const { say } = about.words
  if (plan.gates.length === 0) return []
  const lines = gateLines(about, plan)
  const { head, rows } = gateTable(about, plan)
  return [
    heading(2, say('gate.title')),
    ...(areDated(plan) ? [paragraph(say('gate.lead'))] : []),
    table(head, rows),
    ...(lines.length > 0 ? [list(lines)] : [])
  ]
}

const areDated = ({ gates }: PlanFound): boolean => gates.some(({ day }) => day !== null)

/** What each gate opens, from when, what it waits for longest and who decides. */
export function gateTable(about: InWords, plan: PlanFound): GateTable {
  const { say, list: listed } = about.words
  const dated = areDated(plan)
  return {
    head: [
      say('gate.column.gate'),
      say('gate.column.opens'),
      ...(dated ? [say('gate.column.day'), say('gate.column.awaits')] : []),
      say('gate.column.decided')
    ],
    rows: plan.gates.map((one) => [
      one.gate,
      opensWords(about, one, plan.found),
      ...(dated ? [one.day ?? '', one.awaits ? awaitsWords(about, one.awaits) : ''] : []),
      listed(one.decidedBy.map((party) => nameOf(about.source, party)))
    ])
  }
}

function opensWords({ words }: InWords, one: GateFound, found: PlanFound['found']): string {
  if (found && one.before.length > 0)
    return words.list(
      one.before.map((step) =>
        words.say('gate.opens.step', { n: stepNumber(found, step), what: stepName(words, step) })
      )
    )
  return one.opens ?? words.say('gate.opens.nothing')
}

function awaitsWords(
  { words: { say } }: InWords,
  awaits: NonNullable<GateFound['awaits']>
): string {
  if (awaits.kind === 'quiet')
    return awaits.forDays === 1
      ? say('gate.awaits.quiet.one', { most: awaits.atMost })
      : say('gate.awaits.quiet', { days: awaits.forDays, most: awaits.atMost })
  if (awaits.kind === 'meetings')
    return say('gate.awaits.meetings', { of: awaits.of, cadence: awaits.cadence })
  return say(`gate.awaits.${awaits.kind}`, { of: awaits.of })
}

/** What is wrong with the gates: those that never open, or open late, and whose word opens them. */
export const gateLines = (about: InWords, plan: PlanFound): readonly string[] => [
  ...plan.gates.flatMap((one) => linesOf(about, one)),
  ...(plan.found?.dueBeforeGate ?? []).map((due) => {
    const { say } = about.words
    const awaits = plan.gates.find(({ gate }) => gate === due.gate)?.awaits
    return say('gate.due', {
      ...due,
      days: due.days === 1 ? say('gate.days.one') : say('gate.days', { n: due.days }),
      awaits: awaits ? awaitsWords(about, awaits) : ''
    })
  })
]

function linesOf(about: InWords, one: GateFound): readonly string[] {
  const { words, source } = about
  const { say } = words
  const { gate, blocking, undelivered, oneSided } = one
  const why = blocking.map(({ why: kind, what }) =>
    say(kind === 'unverified' ? 'gate.never.unverified' : 'gate.never.never', { what })
  )
  return [
    ...(why.length > 0 ? [say('gate.never', { gate, why: words.list([...new Set(why)]) })] : []),
    ...(undelivered.length > 0
      ? [say('gate.undelivered', { gate, what: words.list(undelivered) })]
      : []),
    ...(one.gainersDecide ? [say('gate.gainers', { gate, parties: gainersIn(about, one) })] : []),
    ...oneSided.map(({ verified, by, why: kind }) =>
      say(`gate.evidence.${kind}`, {
        gate,
        verified,
        parties: words.list(by.map((party) => nameOf(source, party)))
      })
    )
  ]
}

const gainersIn = ({ words, source }: InWords, { gains, decidedBy }: GateFound): string =>
  words.list(
    gains
      .filter(({ party }) => decidedBy.includes(party))
      .map(({ party: id, points }) => {
        const party = nameOf(source, id)
        return points > 0
          ? words.say('gate.gainer', { party, points: signed(points) })
          : words.say('gate.gainer.handed', { party })
      })
  )

type Failure = Pick<OrderFound['ifGateFails'][number], 'fails' | 'missing' | 'stops' | 'parties'>

/** What follows if a gate fails, for each that a step waits for. */
export function ifGateFailsBlocks(about: InWords, found: OrderFound): readonly Block[] {
  const { say } = about.words
  if (found.ifGateFails.length === 0) return []
  const { head, rows } = ifGateFailsTable(about, found)
  return [heading(2, say('fails.title')), paragraph(say('fails.lead')), table(head, rows)]
}

/** A row for each of those gates: what then does not come, who stands where, who stops. */
export function ifGateFailsTable(about: InWords, found: OrderFound): GateTable {
  const { say } = about.words
  const [{ parties } = { parties: [] }] = found.ifGateFails
  return {
    head: [
      say('fails.column.gate'),
      say('fails.column.missing'),
      ...parties.map(({ party }) => nameOf(about.source, party)),
      say('fails.column.stops')
    ],
    rows: found.ifGateFails.map((one) => [
      one.fails.slice('gate.'.length),
      missingWords(about, one, found),
      ...one.parties.map(({ byThen }) => signed(byThen)),
      stopsWords(about, one, found)
    ])
  }
}

function missingWords({ words }: InWords, { missing }: Failure, found: OrderFound): string {
  if (missing.length === 0) return words.say('fails.nothing')
  const steps = words.list(missing.map((step) => String(stepNumber(found, step))))
  return words.say(missing.length === 1 ? 'fails.step' : 'fails.steps', { steps })
}

function stopsWords({ words, source }: InWords, { stops }: Failure, found: OrderFound): string {
  const [first] = stops
  if (!first) return words.say('fails.nobody')
  const parties = words.list(stops.map(({ party }) => nameOf(source, party)))
  return first.step === null
    ? words.say('fails.stops.end', { parties })
    : words.say('fails.stops.step', { parties, n: stepNumber(found, first.step) })
}
