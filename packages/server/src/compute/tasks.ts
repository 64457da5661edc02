import type { SourceFile } from '@truce/core'
import type { Described, Given } from '@truce/core/ask'
import type { LineDrawing } from '@truce/core/ask/zones'
import { readCase } from '@truce/core/case'
import { textIn } from '@truce/core/model'
import type { Block, CheckDocument, DiffDocument, RefusedDocument } from '@truce/core/report'
import type { ReportFormat, Settings } from '../schemas.ts'

/** The texts of a case and the hash over them. */
export interface Texts {
  readonly files: readonly SourceFile[]
  readonly hash: string
}

/** What a briefing says, and what its file says of itself. */
export interface Briefing {
  readonly blocks: readonly Block[]
  readonly title: string
  readonly asOf: string
}

/** What a thread is asked for, and what it answers. */
export interface Tasks {
  readonly check: {
    readonly ask: { readonly texts: Texts; readonly settings: Settings }
    readonly answer: CheckDocument | RefusedDocument
  }
  readonly diff: {
    readonly ask: {
      readonly left: Texts
      readonly right: Texts
      readonly names: readonly [string, string]
    }
    readonly answer: DiffDocument | (RefusedDocument & { readonly cases: readonly string[] })
  }
  readonly describe: { readonly ask: { readonly texts: Texts }; readonly answer: Described }
  /** The rows of a workbook that is given in base64. */
  readonly workbook: {
    readonly ask: { readonly file: string }
    readonly answer:
      | { readonly rows: readonly (readonly string[])[] }
      | { readonly refused: string }
  }
  /** Rows as a workbook. */
  readonly sheet: {
    readonly ask: { readonly rows: readonly (readonly (string | number)[])[] }
    readonly answer: { readonly file: string }
  }
  /** The briefing on a case, the path of a proposal, or the ceasefire's text, before it has a form. */
  readonly briefing: {
    readonly ask: {
      readonly texts: Texts
      readonly short: boolean
      readonly path?: string
      readonly ceasefire?: boolean
    }
    readonly answer: Briefing | RefusedDocument | { readonly refused: string }
  }
  readonly report: {
    readonly ask: { readonly briefing: Briefing; readonly to: ReportFormat }
    readonly answer: { readonly file: string }
  }
}

/** A kind of task by its name. */
export type Kind = keyof Tasks

/** A task: its kind and what is asked for. */
export type Task = { readonly [K in Kind]: { readonly kind: K } & Tasks[K]['ask'] }[Kind]

/** What a task is answered with. */
export type AnswerTo<K extends Kind> = Tasks[K]['answer']

/**
 * Does a task; the answer is text, so that it passes between threads in one piece: a JSON document,
 * for a briefing in base64.
 */
export async function perform(task: Task): Promise<string> {
  return JSON.stringify(await answerTo(task))
}

async function answerTo(task: Task): Promise<AnswerTo<Kind>> {
  if (task.kind === 'check') return checked(task)
  if (task.kind === 'diff') return compared(task)
  if (task.kind === 'briefing') return briefed(task)
  if (task.kind === 'report') return reported(task)
  if (task.kind === 'workbook') return unpacked(task)
  if (task.kind === 'sheet') return packed(task)
  const { askDescribe } = await import('@truce/core/ask/describe')
  return askDescribe(read(task.texts)).document()
}

/** The case that was last read: somebody who asks for one thing of it soon asks for another. */
let last: Given | undefined

function read({ files, hash }: Texts): Given {
  if (!last || last.hash !== hash || !areSame(last.files, files))
    last = { ...readCase(files), hash }
  return last
}

const areSame = (some: readonly SourceFile[], others: readonly SourceFile[]): boolean =>
  some.length === others.length &&
  some.every(({ name, text }, i) => name === others[i]?.name && text === others[i]?.text)

/** The document of `truce check --format json`. */
async function checked({ texts, settings }: Tasks['check']['ask']): Promise<AnswerTo<'check'>> {
  const { askCheck } = await import('@truce/core/ask/check')
  return askCheck(read(texts), settings).document()
}

/** The document of `truce diff --format json`. */
async function compared({ left, right, names }: Tasks['diff']['ask']): Promise<AnswerTo<'diff'>> {
  const { askDiff } = await import('@truce/core/ask/diff')
  const answer = askDiff([read(left), read(right)], { cases: names })
  return answer.refused ? { ...answer.document(), cases: names } : answer.document()
}

/** The first sheet of a workbook, or why it cannot be read. */
async function unpacked({ file }: Tasks['workbook']['ask']): Promise<AnswerTo<'workbook'>> {
  const { NoWorkbook, xlsxRows } = await import('@truce/host')
  try {
    return { rows: await xlsxRows(Buffer.from(file, 'base64')) }
  } catch (error) {
    if (error instanceof NoWorkbook) return { refused: error.message }
    throw error
  }
}

/** Rows as a workbook of one sheet. */
async function packed({ rows }: Tasks['sheet']['ask']): Promise<AnswerTo<'sheet'>> {
  const { xlsxOf } = await import('@truce/host')
  return { file: (await xlsxOf(rows)).toString('base64') }
}

/** Works out a briefing, or the findings that stand in its way. */
async function briefed({
  texts,
  short,
  path,
  ceasefire
}: Tasks['briefing']['ask']): Promise<AnswerTo<'briefing'>> {
  if (path !== undefined) return planned(texts, path)
  if (ceasefire === true) return drafted(texts)
  const { askReport } = await import('@truce/core/ask/report')
  const { highsSolver } = await import('@truce/milp')
  const { studyAside } = await import('@truce/host')
  const given = read(texts)
  const drawings = await drawingsIn(given)
  const help = { solver: highsSolver(), study: studyAside() }
  const answer = await askReport(given, { short, drawings }, help)
  if (answer.refused) return answer.document()
  const { title, asOf } = answer.source
  return { blocks: answer.document(), title: textIn(title), asOf }
}

/** The courses of the case's lines, as far as its files hold them. */
async function drawingsIn({ case: source, files }: ReturnType<typeof read>): Promise<Drawings> {
  const { drawingsAmong } = await import('@truce/interchange')
  return source ? drawingsAmong(source, files) : new Map()
}

type Drawings = ReadonlyMap<string, LineDrawing>

/** The report of `truce plan` on a proposal, or why there is none. */
async function planned(texts: Texts, proposal: string): Promise<AnswerTo<'briefing'>> {
  const { askPlan, NoPlan } = await import('@truce/core/ask/plan')
  const { planReport } = await import('@truce/core/report/plan')
  try {
    const answer = askPlan(read(texts), { proposal })
    if (answer.refused) return answer.document()
    const { title, asOf } = answer.source
    return { blocks: planReport(answer.result), title: textIn(title), asOf }
  } catch (error) {
    if (error instanceof NoPlan) return { refused: error.message }
    throw error
  }
}

/** The text of `truce ceasefire draft`. */
async function drafted(texts: Texts): Promise<AnswerTo<'briefing'>> {
  const { askDraft } = await import('@truce/core/ask/draft-agreement')
  const { draftReport } = await import('@truce/core/report/ceasefire')
  const given = read(texts)
  const answer = askDraft(given, { drawings: await drawingsIn(given) })
  if (answer.refused) return answer.document()
  const { title, asOf } = answer.source
  return { blocks: draftReport(answer.result), title: textIn(title), asOf }
}

/** A briefing as a file. */
async function reported({ briefing, to }: Tasks['report']['ask']): Promise<AnswerTo<'report'>> {
  const { blocks, ...about } = briefing
  if (to === 'docx' || to === 'pdf') {
    const { docxOf, pdfOf } = await import('@truce/host')
    const bytes = await (to === 'docx' ? docxOf : pdfOf)(blocks, about)
    return { file: Buffer.from(bytes).toString('base64') }
  }
  const { renderMarkdown } = await import('@truce/core/report')
  const { renderHtml } = await import('@truce/core/report/briefing')
  const text = to === 'html' ? renderHtml(blocks) : renderMarkdown(blocks)
  return { file: Buffer.from(text).toString('base64') }
}
