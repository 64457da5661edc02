import { riverCeasefire } from '../../ceasefire/examples.ts'
import { gravest, reviewCeasefire } from '../../ceasefire/lint.ts'
import { nonsenseRules } from '../../ceasefire/rules/nonsense-rules.ts'
import type { Page } from '../../diagnostic/diagnostic.ts'
import type { CheckRule } from './rule.ts'

const page: Page = {
  code: 'CF900',
  severity: 'note',
  title: 'a ceasefire whose text leaves something open',
  about:
    'The clauses of the ceasefire are held against what texts of ceasefires are expected to answer. Here all that was found is one line; `truce ceasefire lint` goes through the text clause by clause. No verdict depends on it.',
  message: (d) =>
    `the ceasefire, as the case tells it, leaves ${d['count'] === 1 ? 'one thing' : `${d['count']} things`} open; the gravest (${d['code']}): ${d['gravest']}`,
  help: () => '`truce ceasefire lint` says what is missing, clause by clause, and what others did',
  examples: {
    failing: riverCeasefire({ 'return-fire': '' }),
    passing: riverCeasefire()
  }
}

const byItself = new Set(nonsenseRules.map((rule) => rule.page.code))

/** What the review of a ceasefire's text found, as one line; what can hardly be is said by itself. */
export const ceasefireText: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    const review = reviewCeasefire(source, spanOf)
    const found = review ? gravest(review).filter(({ code }) => !byItself.has(code)) : []
    const [first] = found
    if (!first) return
    report(
      page,
      { span: spanOf('ceasefire/class') },
      { count: found.length, code: first.code, gravest: first.message }
    )
  }
}
