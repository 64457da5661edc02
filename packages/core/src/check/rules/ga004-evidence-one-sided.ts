import type { Page } from '../../diagnostic/diagnostic.ts'
import type { OneSided } from '../../gates/gains.ts'
import { gateGains, oneSidedEvidence } from '../../gates/gains.ts'
import { centralPoint } from '../../worth/scalar.ts'
import type { CheckRule } from './rule.ts'
import { ticked } from './terms-text.ts'

const WATER = (verified: string) => `
    - {id: sluice, by: upland, title: Half of the water, gives: {water: half}, verified-by: [lowland], source: talks}
    - {id: survey, by: lowland, title: The river is measured, verified-by: [${verified}], source: talks}`
const GATES = `
    - {id: measured, title: The river is measured, opens: deliverable.sluice, when: {verified: [survey]}, decided-by: [upland, lowland], evidence-not-only-from: [lowland], source: talks}`

const page: Page = {
  code: 'GA004',
  severity: 'warning',
  title: 'evidence from one side alone',
  about:
    'A gate opens on verified facts. If all who verify one of them gain from what the gate opens, or are among those from whom the evidence may not come alone (`evidence-not-only-from`), the fact rests on the word of those who want the gate open.',
  message: (d) =>
    d['kind'] === 'barred'
      ? `\`${d['verified']}\`, which the gate \`${d['gate']}\` waits for, is verified only by those whose evidence is not to be enough: ${d['by']}`
      : `\`${d['verified']}\`, which the gate \`${d['gate']}\` waits for, is verified only by who gains from what it opens: ${d['by']}`,
  help: (d) => `add somebody else under \`verified-by\` of \`${d['verified']}\``,
  examples: {
    failing: { deliverables: WATER('lowland'), gates: GATES },
    passing: { deliverables: WATER('upland, lowland'), gates: GATES }
  }
}

/** Facts that a gate waits for and only one side attests. */
export const evidenceOneSided: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    const point = centralPoint(source)
    for (const gate of source.process.gates.values())
      for (const one of oneSidedEvidence(source, gate, gateGains(source, gate, point)))
        report(page, { span: spanOf(`${gate.at}/when`) }, dataOf(gate.id, one))
  }
}

const dataOf = (gate: string, { verified, by, why }: OneSided) => ({
  gate,
  verified,
  kind: why,
  by: ticked(by)
})
