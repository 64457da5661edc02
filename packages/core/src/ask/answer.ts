import type { Reading } from '../case/read.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Case } from '../model/case.ts'
import { findingsJson, refusedJson } from '../report/check-json.ts'
import type { FindingDocument, RefusedDocument } from '../report/shapes.ts'
import { frozen } from './freeze.ts'

/** What can be asked of a case, by the name its document goes by. */
export type Question =
  | 'check'
  | 'diff'
  | 'matrix'
  | 'solve stability'
  | 'solve bargaining'
  | 'solve study'
  | 'solve acceptance'
  | 'solve forecast'
  | 'solve strategy'
  | 'plan'
  | 'ceasefire lint'
  | 'plan timetable'
  | 'ceasefire zones'
  | 'report'
  | 'ceasefire draft'
  | 'describe'

/** A case as it was read, with the hash of its texts. */
export interface Given extends Reading {
  readonly hash: string
}

/** Settings, or what makes them of the case once it is known to be sound. */
export type Asked<Settings> = Settings | ((source: Case) => Settings)

/** How one part of an answer came about. `bounded`: not exact, but within bounds it tells. */
export type Method =
  | { readonly by: string; readonly how: 'exact' | 'bounded' }
  | {
      readonly by: string
      readonly how: 'sampled'
      readonly draws: number
      readonly seed: number
    }

/** Where an answer comes from: enough to get it again. */
export interface Provenance {
  /** SHA-256 over the texts of the case; of several cases side by side, of each. */
  readonly hashes: readonly string[]
  /** By the part of the answer. */
  readonly methods: Readonly<Record<string, Method>>
}

/** What every answer tells. All of it is frozen, all the way down. */
interface Told<Q extends Question, Document> {
  readonly question: Q
  readonly findings: readonly Diagnostic[]
  readonly files: Reading['files']
  readonly provenance: Provenance
  /** The answer as it is printed and sent: ids in place of the objects of the model. */
  readonly document: () => Document
}

/** The answer to a question. */
export interface Answered<Q extends Question, Result, Document> extends Told<Q, Document> {
  readonly refused: false
  readonly result: Result
}

/** The answer to a question about one sound case. */
export interface AboutCase<Q extends Question, Result, Document>
  extends Answered<Q, Result, Document> {
  readonly source: Case
}

/** The case cannot be used: the findings say why. */
export interface Refused<Q extends Question> extends Told<Q, RefusedDocument<Q>> {
  readonly refused: true
  /** The title of the case, if that could be read. */
  readonly title?: string
}

/** The case, if there is no error in it. */
export const soundCase = ({ sound, case: source }: Given): Case | undefined =>
  sound ? source : undefined

/** The settings that were asked for, of a sound case. */
export function settledFor<Settings extends object>(
  asked: Asked<Settings>,
  source: Case
): Settings {
  return typeof asked === 'function' ? asked(source) : asked
}

/** Refuses to answer, for these findings. */
export function refused<Q extends Question>(
  question: Q,
  { title, files, hash, diagnostics }: Given,
  findings: readonly Diagnostic[] = diagnostics
): Refused<Q> {
  const named = title === undefined ? {} : { title }
  return frozen({
    refused: true,
    question,
    findings,
    files,
    ...named,
    provenance: { hashes: [hash], methods: {} },
    document: () => refusedJson(question, { ...named, findings: findingsJson(findings, files) })
  })
}

/** Whether findings stand in the way of an answer. */
export const stopped = (findings: readonly Diagnostic[]): boolean =>
  findings.some(({ severity }) => severity === 'error')

/** What an answer about one case is made of. */
interface Made<Result, Document> {
  readonly source: Case
  readonly findings: readonly Diagnostic[]
  readonly result: Result
  readonly methods: Provenance['methods']
  readonly json: (about: {
    readonly hash: string
    readonly findings: readonly FindingDocument[]
  }) => Document
}

/** The answer about one case, frozen. */
export function answered<Q extends Question, Result, Document>(
  question: Q,
  { hash, files }: Given,
  { source, findings, result, methods, json }: Made<Result, Document>
): AboutCase<Q, Result, Document> {
  return frozen({
    refused: false,
    question,
    source,
    findings,
    files,
    result,
    provenance: { hashes: [hash], methods },
    document: () => json({ hash, findings: findingsJson(findings, files) })
  })
}
