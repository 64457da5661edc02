/**
 * A report as data: what to say, in order. Faces turn it into plain text, Markdown or HTML. `T` is
 * a text: letters alone, or `Rich` where a report marks its verdicts.
 */
export type Block<T = string> =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: T }
  | { readonly kind: 'paragraph'; readonly text: T }
  | { readonly kind: 'list'; readonly items: readonly T[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, T])[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly T[])[]
    }
  | { readonly kind: 'literal'; readonly text: string }
  | Figure

/**
 * A picture as SVG text that stands alone; `text` says the same in words. `id` is a short name, as
 * for a file.
 */
export interface Figure {
  readonly kind: 'figure'
  readonly id: string
  readonly title: string
  readonly text: string
  readonly svg: string
}

/** A heading. */
export const heading = <T>(level: 1 | 2 | 3, text: T): Block<T> => ({
  kind: 'heading',
  level,
  text
})
/** A paragraph. */
export const paragraph = <T>(text: T): Block<T> => ({ kind: 'paragraph', text })
/** A list; an empty one says nothing. */
export const list = <T>(items: readonly T[]): Block<T> => ({ kind: 'list', items })
/** Labelled lines; rows without text are left out. */
export const facts = <T extends { readonly length: number }>(
  rows: readonly (readonly [string, T])[]
): Block<T> => ({
  kind: 'facts',
  rows: rows.filter(([, text]) => text.length > 0)
})
/** A table; the first column is left-aligned, the others right-aligned where they hold numbers. */
export const table = <T>(head: readonly string[], rows: readonly (readonly T[])[]): Block<T> => ({
  kind: 'table',
  head,
  rows
})
/** A picture. */
export const figure = (content: Omit<Figure, 'kind'>): Figure => ({ kind: 'figure', ...content })
