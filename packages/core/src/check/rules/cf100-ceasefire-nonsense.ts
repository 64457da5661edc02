import { nonsenseRules } from '../../ceasefire/rules/nonsense-rules.ts'
import type { CheckRule } from './rule.ts'

/** What cannot be as a ceasefire's text has it is an error of `check` too, each by its own page. */
export const ceasefireNonsense: readonly CheckRule[] = nonsenseRules.map(({ page, run }) => ({
  page,
  run: ({ source, report, spanOf }) => {
    const { ceasefire } = source.process
    if (!ceasefire) return
    for (const { at, data } of run({ source, ceasefire })) report(page, { span: spanOf(at) }, data)
  }
}))
