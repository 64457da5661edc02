import type { Page } from '../../diagnostic/diagnostic.ts'
import { riverStances, SURVEY, SURVEY_SOURCES } from './examples.ts'
import type { CheckRule, RuleContext } from './rule.ts'
import { names, ticked } from './terms-text.ts'

const page: Page = {
  code: 'PO002',
  severity: 'warning',
  title: 'ratification that nothing speaks to',
  about:
    'A body that must ratify is judged by the polls whose conditions fit the package, else by what `otherwise` says. Where neither is there its consent is not assessed, and no verdict goes above `likely`.',
  message: (d) =>
    `nothing says what \`${d['party']}\`'s \`${d['body']}\` would make of ${ticked(names(d, 'proposals'))}`,
  why: () => ['ratification is left out of the chance of acceptance there'],
  help: () => 'add a row of `support` that fits, or `otherwise:` with the share you would expect',
  examples: {
    failing: {
      sources: SURVEY_SOURCES,
      polls: SURVEY,
      stances: riverStances({
        lowland:
          'ratification: [{body: assembly, threshold: 50%, support: [{when: {water: full}, poll: survey, answers: [agree]}]}]'
      })
    },
    passing: {
      sources: SURVEY_SOURCES,
      polls: SURVEY,
      stances: riverStances({
        lowland:
          'ratification: [{body: assembly, threshold: 50%, support: [{when: {water: half}, poll: survey, answers: [agree]}]}]'
      })
    }
  }
}

/** A body of a required party has neither a matching row nor `otherwise` for some proposals. */
export const notAssessed: CheckRule = {
  page,
  run: ({ source, result, report, spanOf }) => {
    for (const { party, ratification } of source.stances.values()) {
      for (const { id, at } of ratification) {
        const proposals = muteFor(party, id, result)
        if (proposals.length > 0)
          report(page, { span: spanOf(`${at}/body`) }, { party, body: id, proposals })
      }
    }
  }
}

const muteFor = (
  party: string,
  body: string,
  { proposals }: RuleContext['result']
): readonly string[] =>
  proposals
    .filter(
      ({ required, parties }) =>
        required.includes(party) &&
        parties.get(party)?.ratified.bodies.some((one) => one.body.id === body && !one.assessed)
    )
    .map(({ proposal }) => proposal.id)
