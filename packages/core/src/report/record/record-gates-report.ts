import type { GateStand, GateTestStand, RecordState } from '../../record/index.ts'
import type { Block } from '../blocks.ts'
import { facts, heading, list, paragraph, table } from '../blocks.ts'
import { count, namesOf } from '../words/index.ts'
import type { RecordTelling } from './record-moments.ts'
import { recordTelling } from './record-moments.ts'

/** The gates of a record: how each stands, what decides it, and what was decided. */
export function recordGatesReport(
  state: RecordState,
  gates: readonly GateStand[],
  now: number
): readonly Block[] {
  const telling = recordTelling(state)
  const { say } = telling.words
  return [
    heading(1, say('held.title')),
    paragraph(gates.length === 0 ? say('held.none') : say('held.lead', { at: telling.clock(now) })),
    ...gates.flatMap((gate) => gateBlocks(telling, gate))
  ]
}

/** Gates in a table, a row each. */
export function recordGateTable(telling: RecordTelling, gates: readonly GateStand[]): Block {
  const { say } = telling.words
  return table(
    [say('held.gate'), say('held.opens'), say('held.answer'), say('held.decided')],
    gates.map((gate) => [
      gate.id,
      gate.opens ?? say('held.opens.none'),
      answerWords(telling, gate),
      decisionWords(telling, gate)
    ])
  )
}

function gateBlocks(telling: RecordTelling, gate: GateStand): readonly Block[] {
  const { words, state } = telling
  const { say } = words
  const days = gate.tests.flatMap((test) => (test.kind === 'quiet' ? test.days : []))
  return [
    heading(2, gate.id),
    facts([
      [say('held.opens'), gate.opens ?? say('held.opens.none')],
      [say('held.answer'), answerWords(telling, gate)],
      [say('held.decided'), decisionWords(telling, gate)],
      ...(gate.undecided.length === 0
        ? []
        : [[say('held.undecided'), namesOf(words, state.source, gate.undecided)] as const])
    ]),
    table(
      [say('held.test'), say('held.answer'), say('held.entries')],
      gate.tests.map((test) => [
        test.way === undefined
          ? testWords(telling, test)
          : say('held.way', { n: test.way + 1, test: testWords(telling, test) }),
        answerWords(telling, test),
        test.entries.join(', ')
      ])
    ),
    ...(days.length === 0
      ? []
      : [
          heading(3, say('held.days')),
          paragraph(say('held.day.count')),
          table(
            [
              say('held.day'),
              say('held.day.low'),
              say('held.day.high'),
              say('held.day.state'),
              say('held.entries')
            ],
            days.map((one) => [
              one.day,
              count(one.low),
              count(one.high),
              say(`held.day.${one.state}`),
              one.entries.join(', ')
            ])
          )
        ]),
    ...(gate.barred.length === 0
      ? []
      : [list([say('held.barred', { parties: namesOf(words, state.source, gate.barred) })])])
  ]
}

function answerWords(
  { words: { say }, clock }: RecordTelling,
  { answer, since, earliest }: Pick<GateTestStand, 'answer' | 'since' | 'earliest'>
): string {
  const said = say(`held.answer.${answer}`)
  if (since !== undefined) return `${said} (${say('held.since', { at: clock(since) })})`
  if (earliest !== undefined) return `${said} (${say('held.earliest', { at: clock(earliest) })})`
  return said
}

function decisionWords(
  { words, state, clock }: RecordTelling,
  { decisions, decision }: GateStand
): string {
  const { say } = words
  const last = decisions.at(-1)
  if (!last || !decision) return say('held.decided.none')
  const said = say('held.decided.said', {
    decision: say(`held.decided.${last.decision}`),
    by: namesOf(words, state.source, last.by),
    at: clock(last.at),
    entry: last.entry
  })
  return say(`held.decided.${decision}`, { said })
}

function testWords({ words, state }: RecordTelling, test: GateTestStand): string {
  const { say } = words
  switch (test.kind) {
    case 'quiet':
      return say('held.test.quiet', { most: test.atMost, n: test.forDays, run: test.run })
    case 'verified':
      return say('held.test.verified', {
        of: test.of,
        proofs: test.proofs
          .map(({ party, state: proven }) =>
            say('held.proof', {
              party: namesOf(words, state.source, [party]),
              state: say(`held.proof.${proven}`)
            })
          )
          .join(', ')
      })
    case 'meetings':
      return say('held.test.meetings', {
        share: `${Math.round(test.heldAtLeast * 100)} %`,
        meeting: test.meeting,
        held: test.held,
        due: test.due,
        shown: test.shown
      })
    case 'gate':
      return say('held.test.gate', { gate: test.gate })
  }
}
