import type { Page } from '../../diagnostic/diagnostic.ts'
import type { Interest } from '../../model/case.ts'
import { riverStances, SURVEY, SURVEY_SOURCES } from './examples.ts'
import type { CheckRule } from './rule.ts'

const RATIFIED =
  'ratification: [{body: assembly, threshold: 50%, support: [{poll: survey, answers: [agree], fit: direct}]}]'

const page: Page = {
  code: 'PO001',
  severity: 'warning',
  title: 'a poll counted twice',
  about:
    "A poll that already decides whether a party's body ratifies says nothing new when the same figures also set what the terms are worth to that party: one survey then counts as two grounds.",
  message: (d) =>
    `\`${d['party']}\`'s interest in \`${d['issue']}\` rests on \`${d['source']}\`, which also feeds its ratification`,
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
      for (const interest of interests) {
        const key = keyOf(interest, fed)
        const cited = key && interest[key]
        if (cited !== undefined)
          report(
            page,
            { span: spanOf(`${interest.at}/${key}`), sources: [cited] },
            { party, issue: interest.issue, source: cited }
          )
      }
    }
  }
}

const keyOf = (interest: Interest, fed: ReadonlySet<string>): 'source' | 'numbers' | undefined =>
  (['source', 'numbers'] as const).find((key) => fed.has(interest[key] ?? ''))
