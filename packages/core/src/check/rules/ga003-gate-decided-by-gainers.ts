import type { Page } from '../../diagnostic/diagnostic.ts'
import { decidedByGainers, gateGains } from '../../gates/gains.ts'
import { centralPoint } from '../../worth/scalar.ts'
import type { CheckRule } from './rule.ts'
import { names, ticked } from './terms-text.ts'

const WATER = `
    - {id: sluice, by: upland, title: Half of the water, gives: {water: half}, verified-by: [lowland], source: talks}
    - {id: survey, by: lowland, title: The river is measured, verified-by: [upland], source: talks}`
const GATES = (decides: string) => `
    - {id: measured, title: The river is measured, opens: deliverable.sluice, when: {verified: [survey]}, decided-by: [${decides}], source: talks}`

const page: Page = {
  code: 'GA003',
  severity: 'warning',
  title: 'a gate decided by who gains from it',
  about:
    'Who decides that a gate opens decides whether its condition is met. Where all who decide gain from what it opens and hand over nothing in it, nobody with another interest looks at the condition. A party gains if what is opened is handed `to` it, or if its stance moves upward from the state of things, every judgement at its centre.',
  message: (d) =>
    `the gate \`${d['gate']}\` is decided only by who gains from what it opens: ${ticked(names(d, 'deciders'))}`,
  why: (d) => names(d, 'why'),
  help: () => 'let somebody decide with them who does not gain from it, or who hands it over',
  examples: {
    failing: { deliverables: WATER, gates: GATES('lowland') },
    passing: { deliverables: WATER, gates: GATES('upland') }
  }
}

/** Gates whose every decider gains from what they open. */
export const gateDecidedByGainers: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    const point = centralPoint(source)
    for (const gate of source.process.gates.values()) {
      const gains = gateGains(source, gate, point)
      const deciders = decidedByGainers(gate, gains)
      if (deciders.length === 0) continue
      const why = deciders.map((party) => {
        const points = gains.get(party) ?? 0
        return points > 0
          ? `it moves \`${party}\` by +${points.toFixed(1)} points`
          : `it is handed over to \`${party}\``
      })
      report(page, { span: spanOf(`${gate.at}/decided-by`) }, { gate: gate.id, deciders, why })
    }
  }
}
