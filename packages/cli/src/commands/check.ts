import { watch } from 'node:fs'
import type { Case } from '@truce/core'
import { refused } from '@truce/core/ask/answer'
import type { CheckAnswer, CheckSettings } from '@truce/core/ask/check'
import { askCheck } from '@truce/core/ask/check'
import { readerPages } from '@truce/core/case'
import type { CheckResult } from '@truce/core/check'
import { checkPages } from '@truce/core/check'
import type { Diagnostic } from '@truce/core/diagnostic'
import { checkReport, renderMarkdown, renderPlain, sarif } from '@truce/core/report'
import { isWorse, VERDICTS } from '@truce/core/worth'
import type { Args } from '../args.ts'
import { oneOf, parse, several, wholeNumber } from '../args.ts'
import { DRAFT, readDraft } from '../draft.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import type { Opened } from '../open.ts'
import { openCase, printJson, refuse, renderAll, tally } from '../open.ts'

export const HELP = `truce check <case> [options]
Reads a case, looks for mistakes and judges every proposal.

  --proposal <id>        judge only this proposal (may be given several times)
  --terms <file|->       judge these terms as a further proposal, \`draft\`
  --draws <n>            draws of the uncertain judgements (default 10000)
  --seed <n>             seed of the draws (default 1)
  --dependence <how>     independent (default) or party
  --word <whose>         count only redlines by this word: own (each side's own),
                         all (default), or the id of a source
  --require <verdict>    answer no (exit 4) below this verdict
  --deny warnings        treat warnings about the case as errors (exit 3)
  --format <how>         text (default), json, sarif or markdown
  --summary              one table and one line for each proposal
  --notes                show notes as well as warnings
  --watch                judge again whenever a file of the case changes
`

const FORMATS = ['text', 'json', 'sarif', 'markdown'] as const

const OPTIONS = {
  proposal: { type: 'string', multiple: true },
  terms: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  dependence: { type: 'string' },
  word: { type: 'string' },
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
  const asked = askCheck(opened, (source) => ({
    ...settingsOf(args, source),
    ceiling: args.values['summary'] === true || format === 'json',
    drafts: drafts.map(({ name }) => name)
  }))
  const denied = opened.sound && args.values['deny'] === 'warnings' && asked.findings.some(isDenied)
  if (denied) io.stderr('warnings are denied (--deny warnings), and there are some:\n')
  const answer = denied && !asked.refused ? refused('check', opened, asked.findings) : asked
  if (format === 'sarif') printJson(sarifOf(answer.findings, opened), io)
  if (answer.refused)
    return format === 'sarif' ? EXIT.broken : refuse(answer, io, format === 'json')
  if (format !== 'sarif') print(answer, args, { io, format })
  return exitOf(answer.result, args)
}

const isDenied = ({ severity, code }: Diagnostic): boolean =>
  severity === 'warning' && !IN_REPORT.has(code)

function settingsOf(args: Args, source: Case): CheckSettings {
  return {
    draws: wholeNumber(args, 'draws', { least: 1, most: 10_000_000, otherwise: 10_000 }),
    seed: wholeNumber(args, 'seed', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 1 }),
    dependence: oneOf(args, 'dependence', ['independent', 'party']) ?? 'independent',
    proposals: chosen(source, args),
    ...wordOf(source, args)
  }
}

/** Whose word on redlines counts. */
function wordOf({ sources }: Case, { values }: Args): Pick<CheckSettings, 'word'> {
  const word = values['word']
  if (typeof word !== 'string' || word === 'all') return {}
  if (word !== 'own' && !sources.has(word))
    throw new Usage(
      `--word is own, all or a source of the case; it has ${[...sources.keys()].join(', ')}`
    )
  return { word }
}

const sarifOf = (findings: readonly Diagnostic[], { files, folder }: Opened): object =>
  sarif(findings, { files, folder, pages: [...readerPages, ...checkPages] })

/** The proposals asked for; a draft is judged alone unless others are named. */
function chosen({ proposals }: Case, args: Args): readonly string[] | undefined {
  const wanted = several(args, 'proposal')
  const missing = wanted.find((id) => !proposals.some((proposal) => proposal.id === id))
  if (missing !== undefined)
    throw new Usage(
      `the case has no proposal ${missing}; it has ${proposals.map(({ id }) => id).join(', ')}`
    )
  if (args.values['terms'] !== undefined) return [...wanted, DRAFT]
  return wanted.length > 0 ? wanted : undefined
}

function print(
  answer: CheckAnswer,
  args: Args,
  { io, format }: { readonly io: Io; readonly format: 'text' | 'json' | 'markdown' }
): void {
  const { source, result, findings } = answer
  const summary = args.values['summary'] === true
  const notes = args.values['notes'] === true
  if (format === 'json') {
    printJson(answer.document(), io)
    return
  }
  if (format === 'markdown') {
    io.stdout(renderMarkdown(checkReport(source, result, { bibliography: true, summary })))
    return
  }
  const shown = findings.filter(
    ({ severity, code }) => (notes || severity !== 'note') && !IN_REPORT.has(code)
  )
  const report = checkReport(source, result, { summary })
  io.stdout(renderPlain(report, { width: io.columns, colour: io.colour }))
  io.stdout(
    `\n${shown.length > 0 ? `${renderAll(shown, answer, io)}\n\n` : ''}${closing(findings, notes)}\n`
  )
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
function exitOf(result: CheckResult, args: Args): number {
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
