/** A report as data: what to say, in order. Faces turn it into plain text, Markdown or HTML. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
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
export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
/** A paragraph. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
/** A list; an empty one says nothing. */
export const list = (items: readonly string[]): Block => ({ kind: 'list', items })
/** Labelled lines; rows without text are left out. */
export const facts = (rows: readonly (readonly [string, string])[]): Block => ({
  kind: 'facts',
  rows: rows.filter(([, text]) => text !== '')
})
/** A table; the first column is left-aligned, the others right-aligned where they hold numbers. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  head,
  rows
})
/** A picture. */
export const figure = (content: Omit<Figure, 'kind'>): Figure => ({ kind: 'figure', ...content })
