import type { Span } from '../model/span.ts'

/**
 * `error`: the case cannot be judged as it stands; `warning`: look at this; `note`: worth knowing.
 */
export type Severity = 'error' | 'warning' | 'note'

/**
 * One thing to say about a case. What is wrong, why, and what to do are kept apart; prose lives in
 * the code's page.
 */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly span?: Span
  readonly related: readonly Related[]
  readonly message: string
  readonly why: readonly string[]
  readonly help?: string
  readonly sources: readonly string[]
}

/** A second place that belongs to the story, such as the first of two equal keys. */
export interface Related {
  readonly span: Span
  readonly message: string
}

/** What a rule hands over when it finds something; the page of the code turns it into words. */
export type Data = Readonly<Record<string, string | number | readonly string[]>>

/** Where it was found and, if need be, second places and the sources that speak to it. */
export interface FindingPlace {
  readonly span?: Span | undefined
  readonly related?: readonly Related[]
  readonly sources?: readonly string[]
}

/** The one way to report: rules and reader get this function and never throw on bad input. */
export type Report = (page: Page, place: FindingPlace, data?: Data) => void

/**
 * Top-level keys of a small case, as YAML text, laid over the common example case; or a whole file
 * when a string.
 */
export type Example = string | Readonly<Record<string, string>>

/** The page behind a code: its words, its explanation, and the two examples that are its test. */
export interface Page {
  readonly code: string
  readonly severity: Severity
  readonly title: string
  /** Why the rule exists, in a few plain sentences. */
  readonly about: string
  readonly message: (data: Data) => string
  readonly why?: (data: Data) => readonly string[]
  readonly help?: (data: Data) => string | undefined
  /**
   * `failing` raises this code and no other; `passing` raises nothing. Absent where only a folder
   * can show it.
   */
  readonly examples?: { readonly failing: Example; readonly passing: Example }
}

/** Collects diagnostics; `report` is what gets passed down. */
export function collector(): { readonly report: Report; readonly found: Diagnostic[] } {
  const found: Diagnostic[] = []
  const report: Report = (page, place, data = {}) => found.push(diagnose(page, place, data))
  return { report, found }
}

/** Fills a page's words with the data of one finding. */
export function diagnose(page: Page, place: FindingPlace, data: Data): Diagnostic {
  const help = page.help?.(data)
  return {
    code: page.code,
    severity: page.severity,
    message: page.message(data),
    why: page.why?.(data) ?? [],
    related: place.related ?? [],
    sources: place.sources ?? [],
    ...(help === undefined ? {} : { help }),
    ...(place.span === undefined ? {} : { span: place.span })
  }
}

/**
 * In the order a reader meets them: by file, then place, then code; findings without a place come
 * last.
 */
export function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const place = (d: Diagnostic): readonly [string, number] =>
    d.span ? [d.span.file, d.span.start] : ['\uffff', 0]
  return [...diagnostics].sort((a, b) => {
    const [fileA, startA] = place(a)
    const [fileB, startB] = place(b)
    return (
      compare(fileA, fileB) ||
      startA - startB ||
      compare(a.code, b.code) ||
      compare(a.message, b.message)
    )
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
