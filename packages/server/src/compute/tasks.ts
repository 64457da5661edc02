import type { SourceFile } from '@truce/core'
import type { Reading } from '@truce/core/case'
import { readCase } from '@truce/core/case'
import { check, diffCases } from '@truce/core/check'
import { sorted } from '@truce/core/diagnostic'
import { textIn } from '@truce/core/model'
import { checkJson, findingsJson, head } from '@truce/core/report'
import type { Settings } from '../schemas.ts'

/** The texts of a case and the hash over them. */
export interface Texts {
  readonly files: readonly SourceFile[]
  readonly hash: string
}

/** What a thread is asked for. */
export type Task =
  | { readonly kind: 'check'; readonly texts: Texts; readonly settings: Settings }
  | {
      readonly kind: 'diff'
      readonly left: Texts
      readonly right: Texts
      readonly names: readonly [string, string]
    }
  | { readonly kind: 'describe'; readonly texts: Texts }
  | { readonly kind: 'report'; readonly texts: Texts; readonly to: 'docx' | 'pdf' }

/**
 * Does a task; the answer is text, so that it passes between threads in one piece: a JSON document,
 * for a briefing in base64.
 */
export async function perform(task: Task): Promise<string> {
  if (task.kind === 'report') return JSON.stringify(await reported(task))
  if (task.kind === 'check') return JSON.stringify(checked(task.texts, task.settings))
  if (task.kind === 'diff') return JSON.stringify(compared(task))
  return JSON.stringify(described(task.texts))
}

/** The document of `truce check --format json`. */
function checked({ files, hash }: Texts, { proposals, ...settings }: Settings): object {
  const reading = readCase(files)
  if (!reading.case || !reading.sound) return refused('check', reading)
  const source = reading.case
  const chosen = proposals && source.proposals.filter(({ id }) => proposals.includes(id))
  const result = check(source, {
    ...settings,
    ...(chosen ? { proposals: chosen } : {}),
    spanOf: reading.spanOf
  })
  const findings = sorted([...reading.diagnostics, ...result.findings])
  if (findings.some(({ severity }) => severity === 'error'))
    return refused('check', { ...reading, diagnostics: findings })
  return checkJson(source, result, { hash, findings: findingsJson(findings, reading.files) })
}

/** The document of `truce diff --format json`. */
function compared({ left, right, names }: Extract<Task, { readonly kind: 'diff' }>): object {
  const readings = [readCase(left.files), readCase(right.files)] as const
  const broken = readings.find((reading) => !reading.case || !reading.sound)
  if (broken) return { ...refused('diff', broken), cases: names }
  const [a, b] = readings.map(({ case: source, spanOf }) => {
    if (!source) throw new Error('a sound reading has a case')
    return { source, result: check(source, { repairs: 0, spanOf }) }
  })
  if (!a || !b) throw new Error('two cases were read')
  return { ...head('diff'), findings: [], cases: names, difference: diffCases(a, b) }
}

function refused(command: string, { diagnostics, files, title }: Reading): object {
  const about = title === undefined ? {} : { case: { title } }
  return { ...head(command), findings: findingsJson(diagnostics, files), ...about }
}

/** What a list shows of a case. */
export interface Described {
  readonly title: string | null
  readonly view: string | null
}

function described({ files }: Texts): Described {
  const { case: source, title } = readCase(files)
  return { title: title ?? null, view: source?.view === undefined ? null : textIn(source.view) }
}

/** A briefing as a file, or the findings that stand in its way. */
async function reported({
  texts: { files, hash },
  to
}: Extract<Task, { readonly kind: 'report' }>): Promise<object> {
  const reading = readCase(files)
  if (!reading.case || !reading.sound) return refused('report', reading)
  const { DEFAULTS } = await import('@truce/core/check')
  const { briefing, materialOf } = await import('@truce/core/report/briefing')
  const { docxOf, highsSolver, pdfOf } = await import('@truce/host')
  const source = reading.case
  const blocks = briefing(
    await materialOf({ ...reading, case: source, hash }, DEFAULTS, highsSolver())
  )
  const bytes = await (to === 'docx' ? docxOf : pdfOf)(blocks, {
    title: textIn(source.title),
    asOf: source.asOf
  })
  return { file: Buffer.from(bytes).toString('base64') }
}
