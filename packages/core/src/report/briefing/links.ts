/** A stretch of text, with where it leads if it is an address of the web. */
export interface TextRun {
  readonly text: string
  readonly href?: string
}

/**
 * A text taken apart at its web addresses; only http and https count, and closing marks do not
 * belong to them.
 */
export function stretches(text: string): readonly TextRun[] {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
    .map((part, k) => (k % 2 === 1 ? { text: part, href: part } : { text: part }))
    .filter(({ text: part }) => part !== '')
}
