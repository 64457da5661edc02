import { check, diffCases } from '@truce/core/check'

import { diffReport, head, renderMarkdown, renderPlain } from '@truce/core/report'
import { oneOf, parse, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, refuse } from '../open.ts'

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
  const opened = [await openCase(left), await openCase(right)] as const
  for (const one of opened)
    if (!one.sound || !one.case)
      return refuse(one, one.diagnostics, { io, command: 'diff', json: format === 'json' })
  const judged = opened.map(({ case: source, spanOf }) => ({
    source: source as NonNullable<typeof source>,
    result: check(source as NonNullable<typeof source>, { ...settings, repairs: 0, spanOf })
  }))
  const [a, b] = judged
  if (!a || !b) return EXIT.failed
  const difference = diffCases(a, b)
  if (format === 'json')
    io.stdout(
      `${JSON.stringify({ ...head('diff'), findings: [], cases: [left, right], difference }, undefined, 2)}\n`
    )
  else if (format === 'markdown') io.stdout(renderMarkdown(diffReport(difference)))
  else io.stdout(renderPlain(diffReport(difference), { width: io.columns, colour: io.colour }))
  return EXIT.done
}
