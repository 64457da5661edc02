import type { Page } from '../../diagnostic/diagnostic.ts'
import type { Case, Effect, Support } from '../../model/case.ts'
import { factsOf, holds } from '../../model/condition.ts'
import { riverStances, SURVEY, SURVEY_SOURCES } from './examples.ts'
import type { CheckRule } from './rule.ts'
import { names, ticked } from './terms-text.ts'

const polled = (when: string): string =>
  riverStances({
    lowland: `ratification: [{body: assembly, threshold: 50%, support: [{${when}poll: survey, answers: [agree]}], effects: {water: {points: {half: [2, 6]}, source: talks}}}]`
  })

const page: Page = {
  code: 'PO005',
  severity: 'warning',
  title: 'an effect on top of a poll that asked about it',
  about:
    "A body's `effects` are added to whatever row of `support` speaks. Where a row speaks only for packages with some option, its poll was asked with that option in view, and an effect of the same option moves the share a second time. A row without `when` says nothing of what its poll asked about, so there this cannot be seen.",
  message: (d) =>
    `the poll \`${d['poll']}\` already speaks only for packages with ${ticked(names(d, 'terms'))}, whose effect on \`${d['party']}\`'s \`${d['body']}\` is added again`,
  why: () => ['the share in favour is moved twice for one term'],
  help: () =>
    "leave the option out of `effects:`, or out of the row's `when:`; where the poll asked about another option, say so with `fit: distant`",
  examples: {
    failing: {
      sources: SURVEY_SOURCES,
      polls: SURVEY,
      stances: polled('when: {water: half}, ')
    },
    passing: { sources: SURVEY_SOURCES, polls: SURVEY, stances: polled('') }
  }
}

/** A row's condition fixes an option whose effect, on the same body, is not 0. */
export const effectTwice: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    for (const { party, ratification } of source.stances.values())
      for (const { id, support, effects } of ratification)
        for (const row of support) {
          const twice =
            row.fit === 'distant' ? [] : effects.filter((one) => isFixed(one, row, source))
          if (twice.length === 0) continue
          const terms = twice.map(({ issue, option }) => `${issue}: ${option}`)
          report(
            page,
            { span: spanOf(`${row.at}/when`) },
            { party, body: id, poll: row.poll, terms }
          )
        }
  }
}

/** Whether every package that the row speaks for has the effect's option. */
function isFixed({ issue, option, points }: Effect, { when }: Support, source: Case): boolean {
  const ranges = [points.range, ...points.cases.map(({ range }) => range)]
  if (!when || ranges.every(({ low, high }) => low === 0 && high === 0)) return false
  const options = source.issues.find(({ id }) => id === issue)?.options ?? []
  const others = options.filter(({ id }) => id !== option)
  return (
    others.length > 0 &&
    others.every((other) => holds(when, factsOf(new Map([[issue, other.id]]))) === false)
  )
}
