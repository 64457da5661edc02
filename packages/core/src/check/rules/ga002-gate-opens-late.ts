import type { Awaited } from '../../calendar/waited.ts'
import { riverCeasefire } from '../../ceasefire/examples.ts'
import type { Page } from '../../diagnostic/diagnostic.ts'
import { lateGates } from '../../gates/late.ts'
import { dayAt, daysUpTo } from '../../time/counted.ts'
import type { CheckRule } from './rule.ts'

/** The example's ceasefire answers everything: what it leaves open is not the point here. */
const CEASEFIRE = riverCeasefire({
  'enters-into-force': '"2024-07-01T08:00[Europe/Vienna]"',
  source: 'talks'
})
const TRENCH = `
    - {id: trench, by: upland, title: The trench is filled, due: "2024-07-21T08:00[Europe/Vienna]", verified-by: [lowland], source: talks}`
const GATES = (days: number) => `
    - {id: calm, title: Calm on the river, opens: deliverable.trench, when: {violations-per-day: {at-most: 2, for-days: ${days}}}, decided-by: [lowland], source: talks}`

const page: Page = {
  code: 'GA002',
  severity: 'warning',
  title: 'due before its gate can open',
  about:
    'A gate opens no earlier than what it waits for: days of quiet count from the ceasefire, withdrawals have their dates, a share of meetings is known once one was due. What is due on a fixed day before that is promised for a day on which it cannot be.',
  message: (d) =>
    `\`${d['of']}\` is due on ${d['due']}, and the gate \`${d['gate']}\` before it opens on ${d['opens']} at the earliest: ${d['days']} too late`,
  why: (d) => [`it waits longest for ${d['awaits']}`],
  help: () => 'set a later day, or let the gate wait for less',
  examples: {
    failing: { ...CEASEFIRE, deliverables: TRENCH, gates: GATES(30) },
    passing: { ...CEASEFIRE, deliverables: TRENCH, gates: GATES(14) }
  }
}

/** What a fixed day asks for before the gate in front of it can be open. */
export const gateOpensLate: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    const { gates } = source.process
    for (const { gate, of, due, opens, zone } of lateGates(source.process)) {
      const days = daysUpTo({ seconds: due, zone }, opens.at)
      report(
        page,
        { span: spanOf(`${gates.get(gate)?.at}/opens`) },
        {
          gate,
          of,
          due: dayAt(due, zone),
          opens: dayAt(opens.at, zone),
          days: `${days} ${days === 1 ? 'day' : 'days'}`,
          awaits: awaitedWords(opens.awaits)
        }
      )
    }
  }
}

function awaitedWords(awaits: Awaited): string {
  if (awaits.kind === 'quiet')
    return `${awaits.forDays} days with at most ${awaits.atMost} violations a day, from the ceasefire on`
  if (awaits.kind === 'meetings') return `a first \`${awaits.of}\`, held ${awaits.cadence}`
  return `\`${awaits.kind}.${awaits.of}\``
}
