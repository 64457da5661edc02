import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { InWords } from '../words/index.ts'
import { inPercent, nameOf, signed } from '../words/index.ts'
import type { PlanFound } from './plan-shape.ts'
import type { OrderFound } from './plan-words.ts'
import { stepName } from './step-names.ts'

type Period = OrderFound['periods'][number]

/** The order as a table: a row a step, a column a party. */
export function orderBlocks(
  about: InWords,
  { parties }: PlanFound,
  found: OrderFound
): readonly Block[] {
  const { say, list: listed } = about.words
  const { periods } = found
  const gated = periods.some(({ gates }) => gates.length > 0)
  const dated = isDated(found)
  const rows = periods.map((period, place) => [
    isEnd(period) ? say('plan.end') : String(place + 1),
    ...(dated ? [period.day ?? ''] : []),
    handedWords(about, period),
    ...(gated ? [listed(period.gates)] : []),
    ...period.parties.map((slack) => slackWords(about, slack)),
    inPercent(period.breaks)
  ])
  return [
    heading(2, say('plan.order')),
    paragraph([say('plan.table'), ...daysWords(about, found)].join(' ')),
    table(
      [
        say('plan.column.step'),
        ...(dated ? [say('plan.column.day')] : []),
        say('plan.column.what'),
        ...(gated ? [say('plan.column.gate')] : []),
        ...parties.map((party) => say('plan.column.slack', { party: nameOf(about.source, party) })),
        say('plan.column.breaks')
      ],
      rows
    ),
    list(dateLines(about, found)),
    ...tieLines(about, found).map(paragraph)
  ]
}

/** The end is the period after the last step, in which nothing is handed over. */
const isEnd = ({ deliverables }: Period): boolean => deliverables.length === 0

/** Whether the steps of an order have days: they do where the ceasefire has a moment. */
export const isDated = ({ periods }: OrderFound): boolean => periods.some(({ day }) => day !== null)

/** What is handed over in a step and by whom; at the end, that all is done. */
export const handedWords = (
  { words: { say, list: listed }, source }: InWords,
  period: Period
): string =>
  isEnd(period)
    ? say('plan.all-done')
    : listed(
        period.deliverables.map((deliverable) => {
          const by = source.process.deliverables.get(deliverable)?.by
          return say('plan.given', {
            deliverable,
            party: by === undefined ? '' : nameOf(source, by)
          })
        })
      )

/** At the centre; with the low end of the draws where breaking pays in some. */
function slackWords(
  { words: { say } }: InWords,
  { slack, low }: Period['parties'][number]
): string {
  const centre = signed(slack)
  return low < 0 ? say('plan.slack', { centre, low: signed(low) }) : centre
}

/** From when the days of an order count; none where it has none. */
export function daysWords(
  { words: { say }, source }: InWords,
  found: OrderFound
): readonly string[] {
  const { ceasefire, plan } = source.process
  const start = ceasefire?.entersIntoForce
  if (!isDated(found) || !plan || !start || 'after' in start) return []
  return [say('plan.days', { day: start.text, period: plan.period.text })]
}

/** Which steps wait for a gate, and what is done after it is due. */
export const dateLines = (
  { words: { say } }: InWords,
  { waiting, late }: OrderFound
): readonly string[] => [
  ...waiting.map(({ period, gate }) => say('plan.waiting', { n: period + 1, gate })),
  ...late.map((one) => say('plan.late', { ...one }))
]

/** Orders nothing tells apart: none is chosen for its place in a file. */
export function tieLines(
  { words: own }: InWords,
  { ties, allTies }: OrderFound
): readonly string[] {
  if (ties.length === 0) return []
  const orders = ties.map((order) => order.map((step) => stepName(own, step)).join(' > '))
  return [own.say(allTies ? 'plan.ties' : 'plan.ties.some', { orders: orders.join('; ') })]
}
