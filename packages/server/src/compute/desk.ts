import { createHash } from 'node:crypto'
import type { SourceFile } from '@truce/core'
import { VERSION } from '@truce/core/model'
import { hashOf } from '@truce/host'
import type { ReportBody, ReportFormat, Settings } from '../schemas.ts'
import { Cache } from './cache.ts'
import type { Computes } from './share.ts'
import type { AnswerTo, Briefing, Task, Texts } from './tasks.ts'

const CACHED_CHARACTERS = 32_000_000

/** A computation, and how many wait for it; it is stopped when the last one leaves. */
interface Running {
  readonly answer: Promise<string>
  readonly stopper: AbortController
  askers: number
}

/**
 * Answers from memory what was answered before, by content; everything else in a thread, each
 * question once.
 */
export class Desk {
  private readonly pool: Computes
  private readonly answers: Cache
  private readonly underWay = new Map<string, Running>()

  /** `characters`: of answers, that it remembers at most. */
  constructor(pool: Computes, characters = CACHED_CHARACTERS) {
    this.pool = pool
    this.answers = new Cache(characters)
  }

  /** The document of `truce check --format json`, as text, and whether it was known. */
  async check(
    files: readonly SourceFile[],
    settings: Settings
  ): Promise<{ readonly document: string; readonly known: boolean }> {
    const texts = textsOf(files)
    const key = keyOf('check', texts.hash, settings)
    const known = this.answers.get(key)
    if (known !== undefined) return { document: known, known: true }
    return { document: await this.compute(key, { kind: 'check', texts, settings }), known: false }
  }

  /**
   * A briefing, a path, or a ceasefire's text: `file` in base64, or the findings that stand in its way. It is worked out once for
   * all its forms, and no longer than somebody waits for it.
   */
  async report(
    { files, short = false, path, ceasefire = false }: Omit<ReportBody, 'to'>,
    to: ReportFormat,
    signal?: AbortSignal
  ): Promise<AnswerTo<'report'> | Exclude<AnswerTo<'briefing'>, Briefing>> {
    const texts = textsOf(files)
    const wanted = { texts, short, ceasefire, ...(path === undefined ? {} : { path }) }
    const asked = keyOf('briefing', texts.hash, short, path, ceasefire)
    const known = await this.ask(asked, { kind: 'briefing', ...wanted }, signal)
    const briefing: AnswerTo<'briefing'> = JSON.parse(known)
    if (!('blocks' in briefing)) return briefing
    const key = keyOf('report', texts.hash, short, path, ceasefire, to)
    return JSON.parse(await this.ask(key, { kind: 'report', briefing, to }, signal))
  }

  /** What was worked out already, as a file in base64. */
  async written(briefing: Briefing, to: ReportFormat): Promise<AnswerTo<'report'>> {
    return JSON.parse(await this.pool.run({ kind: 'report', briefing, to }))
  }

  /** The rows of a workbook; read in a thread, which ends where it takes too long. */
  async workbook(file: string): Promise<AnswerTo<'workbook'>> {
    return JSON.parse(await this.pool.run({ kind: 'workbook', file }))
  }

  /** Rows as a workbook; written in a thread, for many cells take seconds. */
  async sheet(rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
    const answer: AnswerTo<'sheet'> = JSON.parse(await this.pool.run({ kind: 'sheet', rows }))
    return Buffer.from(answer.file, 'base64')
  }

  /** The document of `truce diff --format json`, as text. */
  async diff(
    left: readonly SourceFile[],
    right: readonly SourceFile[],
    names: readonly [string, string]
  ): Promise<string> {
    const [a, b] = [textsOf(left), textsOf(right)]
    return this.ask(keyOf('diff', a.hash, b.hash, names), {
      kind: 'diff',
      left: a,
      right: b,
      names
    })
  }

  /** Title and view of a case; what cannot be read is null. */
  async describe(files: readonly SourceFile[]): Promise<AnswerTo<'describe'>> {
    const texts = textsOf(files)
    return JSON.parse(await this.ask(keyOf('describe', texts.hash), { kind: 'describe', texts }))
  }

  private async ask(key: string, task: Task, signal?: AbortSignal): Promise<string> {
    return this.answers.get(key) ?? this.compute(key, task, signal)
  }

  private compute(key: string, task: Task, signal?: AbortSignal): Promise<string> {
    const running = this.underWay.get(key) ?? this.begin(key, task)
    running.askers++
    signal?.addEventListener('abort', () => {
      running.askers--
      if (running.askers === 0) running.stopper.abort()
    })
    return running.answer
  }

  private begin(key: string, task: Task): Running {
    const stopper = new AbortController()
    const answer = this.pool
      .run(task, stopper.signal)
      .then((text) => {
        this.answers.set(key, text)
        return text
      })
      .finally(() => this.underWay.delete(key))
    const running = { answer, stopper, askers: 0 }
    this.underWay.set(key, running)
    return running
  }
}

/**
 * In the order of their names: the same case gives the same answer, however its files were sent.
 */
export function textsOf(files: readonly SourceFile[]): Texts {
  const inOrder = files
    .map(({ name, text }) => ({ name, text }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return { files: inOrder, hash: hashOf(inOrder) }
}

const keyOf = (...parts: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify([VERSION, ...parts]))
    .digest('base64')
