import type { Page } from '../../diagnostic/diagnostic.ts'
import type { PartyResult } from '../check-result.ts'
import { riverStances, SURVEY, SURVEY_SOURCES } from './examples.ts'
import type { CheckRule, RuleContext } from './rule.ts'
import { names, ticked } from './terms-text.ts'

const page: Page = {
  code: 'PO002',
  severity: 'warning',
  title: 'ratification that nothing speaks to',
  about:
    'A body that must ratify is judged by the polls whose conditions fit the package, else by what `otherwise` says. Where neither is there its consent is not assessed, and no verdict goes above `likely`. The same holds where none of the rows of a player who can veto fits the package.',
  message: (d) =>
    d['veto'] === undefined
      ? `nothing says what \`${d['party']}\`'s \`${d['body']}\` would make of ${ticked(names(d, 'proposals'))}`
      : `nothing says whether \`${d['veto']}\` would veto ${ticked(names(d, 'proposals'))} in \`${d['party']}\`'s \`${d['body']}\``,
  why: (d) =>
    d['veto'] === undefined
      ? ['ratification is left out of the chance of acceptance there']
      : ['its veto is left out of the chance of acceptance there'],
  help: (d) =>
    d['veto'] === undefined
      ? 'add a row of `support` that fits, or `otherwise:` with the share you would expect'
      : 'add a last row without `when:`, with the chance you would expect',
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

/** A body of a required party, or one of its vetoes, has nothing that speaks to some proposals. */
export const notAssessed: CheckRule = {
  page,
  run: ({ source, result, report, spanOf }) => {
    for (const { party, ratification } of source.stances.values()) {
      for (const { id, at, vetoes } of ratification) {
        const proposals = proposalsWhere(party, id, result)
        const mute = proposals((body) => !body.assessed)
        if (mute.length > 0)
          report(page, { span: spanOf(`${at}/body`) }, { party, body: id, proposals: mute })
        for (const veto of vetoes.filter(({ chances }) => chances.length > 0)) {
          const unsaid = proposals(({ muteVetoes }) => muteVetoes.includes(veto.id))
          const data = { party, body: id, veto: veto.id, proposals: unsaid }
          if (unsaid.length > 0) report(page, { span: spanOf(`${veto.at}/id`) }, data)
        }
      }
    }
  }
}

/** The proposals that need the party and of whose body this holds. */
const proposalsWhere =
  (party: string, body: string, { proposals }: RuleContext['result']) =>
  (is: (result: PartyResult['ratified']['bodies'][number]) => boolean): readonly string[] =>
    proposals
      .filter(
        ({ required, parties }) =>
          required.includes(party) &&
          parties.get(party)?.ratified.bodies.some((one) => one.body.id === body && is(one))
      )
      .map(({ proposal }) => proposal.id)
