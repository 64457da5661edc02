import type { Page } from '../../diagnostic/diagnostic.ts'
import { riverStances, SURVEY, SURVEY_SOURCES } from './examples.ts'
import type { CheckRule } from './rule.ts'

const RATIFIED =
  'ratification: [{body: assembly, threshold: 50%, support: [{poll: survey, answers: [agree], fit: direct}]}]'

const page: Page = {
  code: 'PO003',
  severity: 'note',
  title: 'a poll whose size is not stated',
  about:
    'How many people were asked sets how exact a poll is. Where `n` is missing, 1,000 for each question is assumed; many polls ask a split sample, which is much smaller.',
  message: (d) => `\`${d['poll']}\` does not say how many were asked; 1,000 is assumed`,
  help: () => 'add `n:`, the number asked this very question',
  examples: {
    failing: {
      sources: SURVEY_SOURCES,
      stances: riverStances({ lowland: RATIFIED }),
      polls:
        '\n    survey: {population: lowland, field: 2024-05, answers: {agree: 62, disagree: 30}, source: survey}'
    },
    passing: {
      sources: SURVEY_SOURCES,
      polls: SURVEY,
      stances: riverStances({ lowland: RATIFIED })
    }
  }
}

/** A poll without `n` is read by some ratifying body. */
export const sizeAssumed: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    const used = new Set(
      [...source.stances.values()].flatMap(({ ratification }) =>
        ratification.flatMap(({ support }) => support.map(({ poll }) => poll))
      )
    )
    for (const poll of source.polls.values()) {
      if (!poll.nStated && used.has(poll.id))
        report(
          page,
          { span: spanOf(`${poll.at}/answers`), sources: [poll.source] },
          { poll: poll.id }
        )
    }
  }
}
