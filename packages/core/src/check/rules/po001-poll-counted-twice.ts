import type { Page } from '../../diagnostic/diagnostic.ts'
import type { Interest } from '../../model/case.ts'
import { riverStances, SURVEY, SURVEY_SOURCES } from './examples.ts'
import type { CheckRule } from './rule.ts'
import { names, ticked } from './terms-text.ts'

const RATIFIED =
  'ratification: [{body: assembly, threshold: 50%, support: [{poll: survey, answers: [agree], fit: direct}]}]'

const page: Page = {
  code: 'PO001',
  severity: 'warning',
  title: 'a poll counted twice',
  about:
    "A poll that already decides whether a party's body ratifies says nothing new when the same figures also set what the terms are worth to that party: one survey then counts as two grounds.",
  message: (d) => {
    const issues = names(d, 'issues')
    const what = issues.length === 1 ? 'interest' : `${issues.length} interests`
    return `\`${d['party']}\`'s ${what} in ${ticked(issues)} ${issues.length === 1 ? 'rests' : 'rest'} on \`${d['source']}\`, which also feeds its ratification`
  },
  help: () =>
    'let the poll speak in one place: rest the interest on another source, or leave the poll out of ratification',
  examples: {
    failing: {
      sources: SURVEY_SOURCES,
      polls: SURVEY,
      stances: riverStances({ lowland: RATIFIED, basis: 'survey' })
    },
    passing: {
      sources: SURVEY_SOURCES,
      polls: SURVEY,
      stances: riverStances({ lowland: RATIFIED })
    }
  }
}

/**
 * An interest cites, as source or for its numbers, the source of a poll in the same party's
 * ratification.
 */
export const pollCountedTwice: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    for (const { party, interests, ratification } of source.stances.values()) {
      const fed = new Set(
        ratification.flatMap(({ support }) =>
          support.flatMap(({ poll }) => source.polls.get(poll)?.source ?? [])
        )
      )
      const resting = interests.flatMap((interest) => {
        const key = keyOf(interest, fed)
        const cited = key && interest[key]
        return cited === undefined
          ? []
          : [{ issue: interest.issue, cited, at: `${interest.at}/${key}` }]
      })
      // One poll that is counted twice is one finding, however many interests rest on it.
      for (const [cited, [first, ...more]] of Map.groupBy(resting, (one) => one.cited)) {
        if (first)
          report(
            page,
            { span: spanOf(first.at), sources: [cited] },
            { party, issues: [first, ...more].map(({ issue }) => issue), source: cited }
          )
      }
    }
  }
}

const keyOf = (interest: Interest, fed: ReadonlySet<string>): 'source' | 'numbers' | undefined =>
  (['source', 'numbers'] as const).find((key) => fed.has(interest[key] ?? ''))
