/** What the room is asked to show: a place of the text, or a part of the reading view. */
export type Wanted =
  | { readonly mode: 'text'; readonly at: string | undefined }
  | { readonly mode: 'read'; readonly at: string | undefined }

const TEXT = 'text:'

/**
 * Reads the room's focus: `text:<pointer>` for the text editor, a pointer alone for the reading
 * view.
 */
export function wantedBy(focus: string | undefined): Wanted {
  if (focus === undefined) return { mode: 'read', at: undefined }
  if (!focus.startsWith(TEXT)) return { mode: 'read', at: focus }
  return { mode: 'text', at: focus === TEXT ? undefined : focus.slice(TEXT.length) }
}

/** The focus that opens the text editor without a place. */
export const WHOLE_TEXT = TEXT
