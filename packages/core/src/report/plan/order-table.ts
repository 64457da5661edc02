import type { CarriedOut, FoundOrder } from '../../plan/carried-out.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { inPercent, nameOf, signed } from '../words/index.ts'
import { stepName } from './step-names.ts'

/** The order as a table: a row a step, a column a party. */
export function orderBlocks(own: Words, about: CarriedOut, found: FoundOrder): readonly Block[] {
  const { say } = own
  const { path, sequence } = about
  const { best, dates } = found
  const gated = path.steps.some(({ gates }) => gates.length > 0)
  const rows = [...best.order, undefined].map((place, period) => [
    place === undefined ? say('plan.end') : String(period + 1),
    ...(dates ? [dates.days[period] ?? ''] : []),
    place === undefined ? say('plan.all-done') : givenWords(own, about, place),
    ...(gated ? [place === undefined ? '' : gateWords(own, about, place)] : []),
    ...sequence.parties.map((_, i) => slackWords(own, found, [period, i])),
    inPercent(found.drawn.anybody[period] ?? 0)
  ])
  return [
    heading(2, say('plan.order')),
    paragraph([say('plan.table'), ...daysWords(own, about, found)].join(' ')),
    table(
      [
        say('plan.column.step'),
        ...(dates ? [say('plan.column.day')] : []),
        say('plan.column.what'),
        ...(gated ? [say('plan.column.gate')] : []),
        ...sequence.parties.map((party) =>
          say('plan.column.slack', { party: nameOf(path.source, party) })
        ),
        say('plan.column.breaks')
      ],
      rows
    ),
    list(dateLines(own, found)),
    ...tieLines(own, about, found).map(paragraph)
  ]
}

const givenWords = ({ say, list: listed }: Words, { path }: CarriedOut, place: number): string =>
  listed(
    (path.steps[place]?.deliverables ?? []).map(({ id, by }) =>
      say('plan.given', { deliverable: id, party: nameOf(path.source, by) })
    )
  )

const gateWords = ({ list: listed }: Words, { path }: CarriedOut, place: number): string =>
  listed((path.steps[place]?.gates ?? []).map(({ id }) => id))

/** At the centre; with the low end of the draws where breaking pays in some. */
function slackWords(
  { say }: Words,
  { best, drawn }: FoundOrder,
  [period, i]: readonly [number, number]
): string {
  const [low] = drawn.ranges[period]?.[i] ?? [0]
  const centre = signed(best.slacks[period]?.[i] ?? 0)
  return low < 0 ? say('plan.slack', { centre, low: signed(low) }) : centre
}

function daysWords({ say }: Words, { path }: CarriedOut, { dates }: FoundOrder): readonly string[] {
  const { ceasefire, plan } = path.source.process
  const start = ceasefire?.entersIntoForce
  if (!dates || !plan || !start || 'after' in start) return []
  return [say('plan.days', { day: start.text, period: plan.period.text })]
}

function dateLines({ say }: Words, { dates }: FoundOrder): readonly string[] {
  if (!dates) return []
  return [
    ...dates.waiting.map(({ period, gate }) => say('plan.waiting', { n: period + 1, gate })),
    ...dates.late.map((late) => say('plan.late', { ...late }))
  ]
}

/** Orders nothing tells apart: none is chosen for its place in a file. */
function tieLines(own: Words, about: CarriedOut, { best }: FoundOrder): readonly string[] {
  if (best.ties.length === 0) return []
  const orders = best.ties.map((order) =>
    order.map((place) => stepName(own, about, place)).join(' > ')
  )
  return [own.say(best.allTies ? 'plan.ties' : 'plan.ties.some', { orders: orders.join('; ') })]
}
