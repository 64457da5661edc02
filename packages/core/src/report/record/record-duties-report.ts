import type { Duty, RatingMatrix, RecordState } from '../../record/index.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import { namesOf } from '../words/index.ts'
import type { RecordTelling } from './record-moments.ts'
import { recordTelling, stretchWords } from './record-moments.ts'

/** What is told of obligations: the duties, and the matrices of each month. */
export interface DutiesTold {
  readonly duties: readonly Duty[]
  readonly months: readonly RatingMatrix[]
  readonly now: number
}

/** The obligations of a record and how far they are carried out. */
export function recordDutiesReport(
  state: RecordState,
  { duties, months, now }: DutiesTold
): readonly Block[] {
  const telling = recordTelling(state)
  const { say } = telling.words
  return [
    heading(1, say('duty.title')),
    ...(duties.length === 0
      ? [paragraph(say('duty.none'))]
      : [paragraph(say('duty.lead', { at: telling.clock(now) })), dutyTable(telling, duties)]),
    ...matrixBlocks(telling, months)
  ]
}

/** Duties in a table, a row each. */
export function dutyTable(telling: RecordTelling, duties: readonly Duty[]): Block {
  const { say } = telling.words
  return table(
    [say('duty.what'), say('duty.party'), say('duty.due'), say('duty.state'), say('duty.entries')],
    duties.map((duty) => [
      kindWords(telling, duty),
      telling.state.source.parties.has(duty.party)
        ? namesOf(telling.words, telling.state.source, [duty.party])
        : duty.party,
      dueWords(telling, duty),
      stateWords(telling, duty),
      [...duty.entries, ...duty.against].join(', ')
    ])
  )
}

function kindWords(
  { words: { say } }: RecordTelling,
  { kind, of: whole, count = 0 }: Duty
): string {
  if (kind === 'inventory') return say('duty.kind.inventory')
  const of = whole.slice(whole.indexOf('.') + 1)
  return kind === 'tranche'
    ? say('duty.kind.tranche', { of, n: count })
    : say(`duty.kind.${kind}`, { of })
}

function dueWords({ words: { say }, clock }: RecordTelling, { due, waitsFor }: Duty): string {
  if (due !== undefined) return clock(due)
  return waitsFor === undefined ? say('duty.undated') : say('duty.waits', { event: waitsFor })
}

function stateWords({ words }: RecordTelling, { state, lateBy }: Duty): string {
  const { say } = words
  const by = lateBy === undefined ? '' : stretchWords(words, lateBy)
  if (state === 'late') return say('duty.state.late', { by })
  const said = say(`duty.state.${state}`)
  return by === '' ? said : say('duty.state.late.done', { state: said, by })
}

function matrixBlocks(
  { words: { say }, clock }: RecordTelling,
  months: readonly RatingMatrix[]
): readonly Block[] {
  const now = months.at(-1)
  if (!now || now.rows.length === 0) return []
  const rating = (of: string, { rows }: RatingMatrix): string =>
    String(rows.find((row) => row.of === of)?.rating ?? '')
  return [
    heading(2, say('matrix.kroc.title')),
    paragraph(say('matrix.kroc.lead')),
    table(
      [
        say('matrix.kroc.of'),
        ...months.slice(0, -1).map(({ at }) => clock(at).slice(0, 7)),
        say('matrix.kroc.now'),
        say('matrix.kroc.rule')
      ],
      [
        ...now.rows.map(({ of, rule }) => [
          of,
          ...months.map((month) => rating(of, month)),
          say(`matrix.kroc.rule.${rule}`)
        ]),
        [
          say('matrix.kroc.mean'),
          ...months.map(({ mean }) => (mean === undefined ? '' : mean.toFixed(2))),
          ''
        ]
      ]
    )
  ]
}
