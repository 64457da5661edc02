import { watch } from 'node:fs'
import type { Case } from '@truce/core'
import { readerPages } from '@truce/core/case'
import type { CheckResult } from '@truce/core/check'
import { check, checkPages } from '@truce/core/check'
import type { Diagnostic } from '@truce/core/diagnostic'
import { sorted } from '@truce/core/diagnostic'
import {
  checkJson,
  checkReport,
  findingsJson,
  renderMarkdown,
  renderPlain,
  sarif
} from '@truce/core/report'
import { isWorse, VERDICTS } from '@truce/core/worth'
import type { Args } from '../args.ts'
import { oneOf, parse, several, wholeNumber } from '../args.ts'
import { DRAFT, readDraft } from '../draft.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import type { Opened } from '../open.ts'
import { openCase, refuse, renderAll, tally } from '../open.ts'

export const HELP = `truce check <case> [options]
Reads a case, looks for mistakes and judges every proposal.

  --proposal <id>        judge only this proposal (may be given several times)
  --terms <file|->       judge these terms as a further proposal, \`draft\`
  --draws <n>            draws of the uncertain judgements (default 10000)
  --seed <n>             seed of the draws (default 1)
  --dependence <how>     independent (default) or party
  --require <verdict>    answer no (exit 4) below this verdict
  --deny warnings        treat warnings about the case as errors (exit 3)
  --format <how>         text (default), json, sarif or markdown
  --summary              one table and one line for each proposal
  --notes                show notes as well as warnings
  --watch                judge again whenever a file of the case changes
`

const FORMATS = ['text', 'json', 'sarif', 'markdown'] as const
type Format = (typeof FORMATS)[number]

const OPTIONS = {
  proposal: { type: 'string', multiple: true },
  terms: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  dependence: { type: 'string' },
  require: { type: 'string' },
  deny: { type: 'string' },
  format: { type: 'string' },
  watch: { type: 'boolean' },
  notes: { type: 'boolean' },
  summary: { type: 'boolean' }
} as const

/**
 * `truce check`: exit 0 when nothing judged is dead on arrival, 4 when something is, 3 when the
 * case has errors.
 */
export async function checkCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('check takes one case: truce check <case>')
  oneOf(args, 'deny', ['warnings'])
  oneOf(args, 'require', VERDICTS)
  if (args.values['watch'] === true) return watching(path, args, io)
  return once(path, args, io)
}

async function once(path: string, args: Args, io: Io): Promise<number> {
  const format = oneOf(args, 'format', FORMATS) ?? 'text'
  const drafts =
    typeof args.values['terms'] === 'string' ? [await readDraft(args.values['terms'], io)] : []
  const opened = await openCase(path, drafts)
  const source = opened.case
  if (!opened.sound || !source) return refused(opened, opened.diagnostics, { io, format })
  const proposals = chosen(source, args)
  const result = check(source, {
    draws: wholeNumber(args, 'draws', { least: 1, most: 10_000_000, otherwise: 10_000 }),
    seed: wholeNumber(args, 'seed', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 1 }),
    dependence: oneOf(args, 'dependence', ['independent', 'party']) ?? 'independent',
    proposals,
    spanOf: opened.spanOf
  })
  // A draft's terms come without sources; who proposes them is not the question.
  const own = opened.diagnostics.filter(
    ({ code, span }) => code !== 'EV001' || !drafts.some(({ name }) => name === span?.file)
  )
  const findings = sorted([...own, ...result.findings])
  const denied =
    args.values['deny'] === 'warnings' &&
    findings.some(({ severity, code }) => severity === 'warning' && !IN_REPORT.has(code))
  if (denied) io.stderr('warnings are denied (--deny warnings), and there are some:\n')
  if (denied || findings.some(({ severity }) => severity === 'error'))
    return refused(opened, findings, { io, format })
  print(
    { opened, source, result, findings },
    { io, format, notes: args.values['notes'] === true, summary: args.values['summary'] === true }
  )
  return answer(result, args)
}

function refused(
  opened: Opened,
  findings: readonly Diagnostic[],
  how: { readonly io: Io; readonly format: Format }
): number {
  const { io, format } = how
  if (format !== 'sarif')
    return refuse(opened, findings, { io, command: 'check', json: format === 'json' })
  io.stdout(
    `${JSON.stringify(sarif(findings, { files: opened.files, pages: [...readerPages, ...checkPages], folder: opened.folder }), undefined, 2)}\n`
  )
  return EXIT.broken
}

/** The proposals asked for; a draft is judged alone unless others are named. */
function chosen(source: Case, args: Args): Case['proposals'] {
  const wanted = several(args, 'proposal')
  const missing = wanted.find((id) => !source.proposals.some((proposal) => proposal.id === id))
  if (missing !== undefined)
    throw new Usage(
      `the case has no proposal ${missing}; it has ${source.proposals.map(({ id }) => id).join(', ')}`
    )
  if (wanted.length > 0)
    return source.proposals.filter(
      ({ id }) => wanted.includes(id) || (args.values['terms'] !== undefined && id === DRAFT)
    )
  return args.values['terms'] === undefined
    ? source.proposals
    : source.proposals.filter(({ id }) => id === DRAFT)
}

interface Judged {
  readonly opened: Opened
  readonly source: Case
  readonly result: CheckResult
  readonly findings: readonly Diagnostic[]
}

function print(
  { opened, source, result, findings }: Judged,
  how: {
    readonly io: Io
    readonly format: Format
    readonly notes: boolean
    readonly summary: boolean
  }
): void {
  const { io, format, notes, summary } = how
  if (format === 'json') {
    const about = { hash: opened.hash, findings: findingsJson(findings, opened.files) }
    io.stdout(`${JSON.stringify(checkJson(source, result, about), undefined, 2)}\n`)
  } else if (format === 'sarif') {
    io.stdout(
      `${JSON.stringify(sarif(findings, { files: opened.files, pages: [...readerPages, ...checkPages], folder: opened.folder }), undefined, 2)}\n`
    )
  } else if (format === 'markdown') {
    io.stdout(renderMarkdown(checkReport(source, result, { bibliography: true, summary })))
  } else {
    const shown = findings.filter(
      ({ severity, code }) => (notes || severity !== 'note') && !IN_REPORT.has(code)
    )
    io.stdout(
      renderPlain(checkReport(source, result, { summary }), {
        width: io.columns,
        colour: io.colour
      })
    )
    io.stdout(
      `\n${shown.length > 0 ? `${renderAll(shown, opened, io)}\n\n` : ''}${closing(findings, notes)}\n`
    )
  }
}

/** The last line: how many findings there are, and where those are that were not printed. */
function closing(findings: readonly Diagnostic[], notes: boolean): string {
  const told = findings.some(({ code }) => IN_REPORT.has(code))
    ? ['those on the verdicts are told in the report']
    : []
  const hidden =
    !notes && findings.some(({ severity, code }) => severity === 'note' && !IN_REPORT.has(code))
      ? ['--notes shows the notes']
      : []
  return [tally(findings), ...told, ...hidden].join('; ')
}

/** Findings that the report itself already tells, with more around them. */
const IN_REPORT = new Set(['RL001', 'RL002', 'RL008', 'PR001'])

/** Exit 4 when a judged proposal is dead on arrival, or below the verdict that is required. */
function answer(result: CheckResult, args: Args): number {
  const least = oneOf(args, 'require', VERDICTS) ?? 'unlikely'
  return result.proposals.some(({ verdict }) => isWorse(verdict, least)) ? EXIT.no : EXIT.done
}

/** Judges again after every change, a moment after the last one, until stopped. */
async function watching(path: string, args: Args, io: Io): Promise<number> {
  let last = await once(path, args, io)
  let timer: NodeJS.Timeout | undefined
  const { promise, resolve } = Promise.withResolvers<number>()
  const watcher = watch(path, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      io.stdout(`\n${'-'.repeat(Math.min(80, io.columns))}\n`)
      once(path, args, io).then(
        (code) => {
          last = code
        },
        (error: unknown) => io.stderr(`${error instanceof Error ? error.message : String(error)}\n`)
      )
    }, 150)
  })
  process.once('SIGINT', () => {
    watcher.close()
    clearTimeout(timer)
    resolve(last)
  })
  io.stderr('watching; Ctrl-C ends\n')
  return promise
}
