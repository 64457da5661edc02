import { basename, resolve } from 'node:path'
import { askMatrix } from '@truce/core/ask/matrix'
import { matrixReport, renderMarkdown, renderPlain } from '@truce/core/report'
import { oneOf, parse, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson, refuse } from '../open.ts'

export const HELP = `truce matrix <case> <case> .. [--draws n] [--seed n] [--format text|json|markdown]
Judges every proposal of every case under every case: each side's text under its own account and under the others.
Issues and options are the same where their ids are; what an account has no words for is named and left out.
`

/** `truce matrix`: exit 0 once every text is judged, whatever the verdicts. */
export async function matrixCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, {
    draws: { type: 'string' },
    seed: { type: 'string' },
    format: { type: 'string' }
  })
  const paths = args.positionals
  if (paths.length < 2)
    throw new Usage('matrix takes two cases or more: truce matrix <case> <case> ..')
  const format = oneOf(args, 'format', ['text', 'json', 'markdown']) ?? 'text'
  const settings = {
    draws: wholeNumber(args, 'draws', { least: 1, most: 10_000_000, otherwise: 10_000 }),
    seed: wholeNumber(args, 'seed', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 1 })
  }
  const given = await Promise.all(paths.map((path) => openCase(path)))
  const answer = askMatrix(given, { ...settings, names: namesOf(paths) })
  if (answer.refused) return refuse(answer, io, format === 'json')
  if (format === 'json') printJson(answer.document(), io)
  else if (format === 'markdown') io.stdout(renderMarkdown(matrixReport(answer.result)))
  else io.stdout(renderPlain(matrixReport(answer.result), { width: io.columns, colour: io.colour }))
  return EXIT.done
}

/** The last part of each path; the path as it was given where two end alike. */
function namesOf(paths: readonly string[]): readonly string[] {
  if (new Set(paths.map((path) => resolve(path))).size < paths.length)
    throw new Usage('matrix takes each case once')
  const last = paths.map((path) => basename(resolve(path)))
  return last.map((name, at) =>
    last.filter((one) => one === name).length > 1 ? (paths[at] ?? name) : name
  )
}
