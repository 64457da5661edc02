import type { Terms } from '../engine/protocol.ts'
import type { Room, TableDraft } from './workbench.ts'

/** What a step did, so that undo can say what it takes back. */
export type Deed =
  | { readonly kind: 'text'; readonly file: string }
  | { readonly kind: 'set'; readonly at: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'restored'; readonly version: number }
  | {
      readonly kind: 'joined'
      readonly version: number
      readonly theirs: number
      readonly mine: number
    }
  | {
      readonly kind: 'option'
      readonly title: string
      readonly issue: string
      readonly option?: string
    }
  | { readonly kind: 'options'; readonly title: string; readonly count: number }
  | { readonly kind: Named; readonly title: string }

/** `form`: what a form did, in the words of the button that opened it. */
type Named = 'form' | 'made' | 'titled' | 'dropped' | 'kept' | 'replaced' | 'copied'

/** A deed and the room it was done in. */
export interface Did {
  readonly deed: Deed
  readonly room: Room
}

/** What a draft that is put in the place of another, or beside them, does. */
export function deedOf(draft: TableDraft, old: TableDraft | undefined): Deed {
  const { title, terms } = draft
  if (!old) return { kind: 'made', title }
  if (old.title !== title) return { kind: 'titled', title }
  const [issue, ...more] = changedIssues(old.terms, terms)
  if (issue === undefined || more.length > 0)
    return { kind: 'options', title, count: more.length + (issue === undefined ? 0 : 1) }
  const option = terms[issue]
  return { kind: 'option', title, issue, ...(option === undefined ? {} : { option }) }
}

function changedIssues(old: Terms, now: Terms): readonly string[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (issue) => old[issue] !== now[issue]
  )
}
