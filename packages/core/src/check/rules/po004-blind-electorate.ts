import type { Page } from '../../diagnostic/diagnostic.ts'
import { issuesOfBody } from '../../model/bodies.ts'
import type { Stance } from '../../model/case.ts'
import { requiredParties } from '../../worth/admissible.ts'
import { centralPoint, ScalarWorth } from '../../worth/scalar.ts'
import { riverStances, SURVEY, SURVEY_SOURCES } from './examples.ts'
import type { CheckRule } from './rule.ts'
import { names, ticked } from './terms-text.ts'

const ISSUES = `
    water: {title: Water let through in summer, ordered: true, options: {third: A third, half: One half, full: All of it}}
    dam: {title: The dam, options: {built: Built, none: None}, if-silent: none}`

const asked = (row: string): Readonly<Record<string, string>> => ({
  sources: SURVEY_SOURCES,
  polls: SURVEY,
  issues: ISSUES,
  stances: riverStances({
    lowland: `ratification: [{body: assembly, threshold: 50%, support: [${row}]}]`
  }).replaceAll(
    /^( +)(water: \{weight.*\})$/gm,
    '$1$2\n$1dam: {weight: 0.5, values: {built: 40, none: 60}, source: talks}'
  )
})

const page: Page = {
  code: 'PO004',
  severity: 'warning',
  title: 'an electorate that is blind to what matters most',
  about:
    'A body is judged by polls whose conditions fit the package. Where neither conditions nor effects speak of the issue that its own government weighs most, it ratifies packages alike that differ in just that.',
  message: (d) =>
    `\`${d['party']}\`'s ${ticked(names(d, 'bodies'))} would vote alike however ${ticked(names(d, 'issues'))} ${names(d, 'issues').length > 1 ? 'are' : 'is'} settled, which \`${d['party']}\` weighs most`,
  why: () => ['a text that gives way there passes at home as easily as one that does not'],
  help: () =>
    'say for which options each poll speaks (`when:`), or what single options do to the share (`effects:`)',
  examples: {
    failing: asked('{poll: survey, answers: [agree]}'),
    passing: asked('{when: {water: [third, half, full]}, poll: survey, answers: [agree]}')
  }
}

/** No row and no effect of a required party's bodies speaks of the issue that the party weighs most. */
export const blindElectorate: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    for (const party of requiredParties(source)) {
      const stance = source.stances.get(party)
      const polled = (stance?.ratification ?? []).filter(({ support }) => support.length > 0)
      const [first] = polled
      // With one issue alone there is nothing that could be weighed more than another.
      if (!stance || !first || stance.interests.length < 2) continue
      const most = weightiest(stance, new ScalarWorth(stance, source, centralPoint(source)))
      const seen = new Set(polled.flatMap(issuesOfBody))
      if (most.some((issue) => seen.has(issue))) continue
      report(
        page,
        { span: spanOf(`${first.at}/body`) },
        { party, bodies: polled.map(({ id }) => id), issues: most }
      )
    }
  }
}

/** The issue with the greatest share of all weights; several where they are equal. */
function weightiest({ interests }: Stance, worth: ScalarWorth): readonly string[] {
  const issues = interests.map(({ issue }) => issue)
  const most = Math.max(...issues.map((issue) => worth.share(issue)))
  return issues.filter((issue) => worth.share(issue) >= most - ROUNDING)
}

/** Shares nearer than this are equal. */
const ROUNDING = 1e-12
