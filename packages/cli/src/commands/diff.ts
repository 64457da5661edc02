import { askDiff } from '@truce/core/ask/diff'
import { diffReport, renderMarkdown, renderPlain } from '@truce/core/report'
import { oneOf, parse, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson, refuse } from '../open.ts'

export const HELP = `truce diff <case> <case> [--draws n] [--seed n] [--format text|json|markdown]
Lays two views of one war, or two versions of a case, side by side in their own words: stances, redlines and verdicts that differ.
`

/** `truce diff`: exit 0 once compared, whatever differs. */
export async function diffCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, {
    draws: { type: 'string' },
    seed: { type: 'string' },
    format: { type: 'string' }
  })
  const [left, right, extra] = args.positionals
  if (left === undefined || right === undefined || extra !== undefined)
    throw new Usage('diff takes two cases: truce diff <case> <case>')
  const format = oneOf(args, 'format', ['text', 'json', 'markdown']) ?? 'text'
  const settings = {
    draws: wholeNumber(args, 'draws', { least: 1, most: 10_000_000, otherwise: 10_000 }),
    seed: wholeNumber(args, 'seed', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 1 })
  }
  const answer = askDiff([await openCase(left), await openCase(right)], {
    ...settings,
    cases: [left, right]
  })
  if (answer.refused) return refuse(answer, io, format === 'json')
  if (format === 'json') printJson(answer.document(), io)
  else if (format === 'markdown') io.stdout(renderMarkdown(diffReport(answer.result)))
  else io.stdout(renderPlain(diffReport(answer.result), { width: io.columns, colour: io.colour }))
  return EXIT.done
}
