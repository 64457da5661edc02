import type { Page } from '../../diagnostic/diagnostic.ts'
import type { Blocked } from '../../gates/can-come.ts'
import { canCome } from '../../gates/can-come.ts'
import type { CheckRule } from './rule.ts'
import { names } from './terms-text.ts'

const TRENCH = (verified: string) => `
    - {id: trench, by: upland, title: The trench is filled, ${verified}source: talks}`
const GATES = `
    - {id: summer, title: Summer water, when: {verified: [trench]}, decided-by: [upland, lowland], source: talks}`

const page: Page = {
  code: 'GA001',
  severity: 'warning',
  title: 'a gate that can never open',
  about:
    'A gate opens on what is verified. If nobody is named to verify it, or if it can itself only come after the gate, the gate stays shut in whatever order the steps are done, and so does all that is behind it. Of tests under `any` each must fail for that.',
  message: (d) => `the gate \`${d['gate']}\` can never open`,
  why: (d) => names(d, 'why'),
  help: () =>
    'name under `verified-by` who verifies it, or let the gate wait for something that can come before it',
  examples: {
    failing: { deliverables: TRENCH(''), gates: GATES },
    passing: { deliverables: TRENCH('verified-by: [lowland], '), gates: GATES }
  }
}

/** Gates that are not reached when everything comes as soon as all it waits for has come. */
export const gateNeverOpens: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    const { process } = source
    const come = canCome(process)
    for (const gate of process.gates.values()) {
      const blocking = come.blocking(gate)
      if (blocking.length === 0) continue
      report(
        page,
        { span: spanOf(`${gate.at}/id`) },
        { gate: gate.id, why: [...new Set(blocking.map(whyOf))] }
      )
    }
  }
}

const whyOf = ({ why, what }: Blocked): string =>
  why === 'unverified'
    ? `nobody is named to verify \`${what}\``
    : `\`${what}\` cannot come before this gate opens, or never`
