import type { Page } from '../../diagnostic/diagnostic.ts'
import type { Case } from '../../model/case.ts'
import type { Condition } from '../../model/judgement.ts'
import { canHold } from '../../worth/admissible.ts'
import type { CheckRule } from './rule.ts'

const PARTIES = `
    upland: {name: Upland, kind: state, role: belligerent}
    lowland: {name: Lowland, kind: state, role: belligerent}
    union: {name: River Union, kind: organisation, role: guarantor}`
const ISSUES = `
    water:
      title: Water let through in summer
      ordered: true
      options: {third: A third, half: {title: "One half, watched by the union", guarantors: [union]}, full: All of it}`

const page: Page = {
  code: 'GU001',
  severity: 'warning',
  title: 'a guarantor whose consent is not asked',
  about:
    'An option that makes somebody a guarantor binds that party. If its acceptance is not required where the option is chosen, the case takes the guarantee for granted.',
  message: (d) =>
    `\`${d['issue']}: ${d['option']}\` makes \`${d['party']}\` a guarantor, and its acceptance is not required there`,
  help: (d) =>
    `add \`{party: ${d['party']}, when: {${d['issue']}: ${d['option']}}}\` to \`required\`, and say what the party wants in its stance`,
  examples: {
    failing: { required: '[upland, lowland]', parties: PARTIES, issues: ISSUES },
    passing: {
      required: '[upland, lowland, union]',
      parties: PARTIES,
      issues: ISSUES,
      stances: `
    upland:
      interests:
        water: {weight: 1, values: {third: 100, half: 70, full: 0}, source: talks}
      no-deal: {base: [20, 30, 40], source: talks}
    lowland:
      interests:
        water: {weight: 1, values: {third: 0, half: 60, full: 100}, source: talks}
      no-deal: {base: [10, 20, 30], source: talks}
    union:
      interests:
        water: {weight: 1, values: {third: 0, half: 100, full: 40}, source: talks}
      no-deal: {base: [10, 20, 30], source: talks}`
    }
  }
}

/** Some package within the rules has the option and does not need the guarantor's acceptance. */
export const guarantorNotRequired: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    for (const issue of source.issues) {
      for (const option of issue.options) {
        for (const [index, party] of (option.guarantors ?? []).entries()) {
          const chosen: Condition = { kind: 'is', issue: issue.id, options: [option.id] }
          if (!canBeWithout(party, chosen, source)) continue
          report(
            page,
            { span: spanOf(`${issue.at}/options/${option.id}/guarantors/${index}`) },
            { party, issue: issue.id, option: option.id }
          )
        }
      }
    }
  }
}

function canBeWithout(party: string, chosen: Condition, source: Case): boolean {
  const requirements = source.required.filter((one) => one.party === party)
  if (requirements.some(({ when }) => when === undefined)) return false
  const needed: Condition = { kind: 'any', parts: requirements.flatMap(({ when }) => when ?? []) }
  return canHold({ kind: 'all', parts: [chosen, { kind: 'not', part: needed }] }, source) === true
}
