import type { Page } from '../../diagnostic/diagnostic.ts'
import type { Interest, Redline, Stance } from '../../model/case.ts'
import { holds, issuesIn } from '../../model/condition.ts'
import { redlineId } from '../../worth/redlines.ts'
import { KEPT, riverStances } from './examples.ts'
import { redlineHere, sourcesOf } from './places.ts'
import type { CheckRule, RuleContext } from './rule.ts'
import { names, ticked } from './terms-text.ts'

const page: Page = {
  code: 'RL005',
  severity: 'warning',
  title: 'a refusal counted twice',
  about:
    'A value says what an option would be worth to the party if it stayed; the refusal itself belongs in the redline. Where all that a redline forbids on an issue is also valued 0, the value may only repeat the refusal.',
  message: (d) =>
    `\`${d['party']}\` forbids ${ticked(names(d, 'options'))} by \`${d['redline']}\` and also values ${names(d, 'options').length > 1 ? 'them' : 'it'} at 0`,
  why: () => [
    'the refusal then counts twice: once in the chance of walking, and once in what the package is worth'
  ],
  help: () =>
    'ask what the option would be worth if the party stayed all the same, and give that as a range',
  examples: {
    failing: { stances: riverStances({ ...KEPT, worst: '0' }) },
    passing: { stances: riverStances(KEPT) }
  }
}

/** Everything that a redline forbids on an issue is valued 0 by the same party at the centre. */
export const countedTwice: CheckRule = {
  page,
  run: (context) => {
    for (const stance of context.source.stances.values()) {
      for (const redline of stance.redlines)
        for (const interest of interestsIn(redline, stance)) look(redline, interest, context)
    }
  }
}

const interestsIn = ({ crossedWhen }: Redline, { interests }: Stance): readonly Interest[] =>
  crossedWhen ? interests.filter(({ issue }) => issuesIn(crossedWhen).includes(issue)) : []

function look(
  redline: Redline,
  interest: Interest,
  { source, judges, report, spanOf }: RuleContext
): void {
  const { crossedWhen } = redline
  if (!crossedWhen) return
  const options =
    source.issues.find(({ id }) => id === interest.issue)?.options.map(({ id }) => id) ?? []
  const alone =
    (option: string) =>
    (issue: string): string | undefined =>
      issue === interest.issue ? option : undefined
  const forbidden = options.filter(
    (option) => holds(crossedWhen, { option: alone(option) }) === true
  )
  const value = (option: string): number =>
    (interest.values.get(option) ?? []).reduce(
      (sum, part) => sum + part.share * (judges.central.sampler.column(part.judgement)[0] ?? 0),
      0
    )
  if (forbidden.length === 0 || forbidden.some((option) => value(option) !== 0)) return
  const place = {
    span: spanOf(`${interest.at}/values/${forbidden[0]}`),
    related: [redlineHere(redline, spanOf)],
    sources: sourcesOf([redline])
  }
  report(page, place, {
    party: redline.party,
    redline: redlineId(redline),
    options: forbidden.map((option) => `${interest.issue}: ${option}`)
  })
}
