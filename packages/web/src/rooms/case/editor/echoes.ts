/** The stretch in which two texts differ: `from`..`to` of the old one is replaced by `insert`. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** The smallest single change from one text to another; undefined when they are the same. */
export function changeBetween(before: string, after: string): Change | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++
  let same = 0
  while (
    same < shorter - from &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) }
}

/**
 * Tells the editor's own words coming back from changes made elsewhere. While somebody types, the
 * page may show a text that is a few letters behind; laying it over the editor would take those
 * letters away again.
 */
export class Echoes {
  private sent: string[] = []

  /** Remembers a text that the editor has handed on. */
  send(text: string): void {
    this.sent.push(text)
  }

  /** Whether a text that arrives is the editor's own, so that there is nothing to do. */
  isEcho(text: string, current: string): boolean {
    if (text === current) {
      this.sent = []
      return true
    }
    const index = this.sent.indexOf(text)
    if (index < 0) {
      this.sent = []
      return false
    }
    this.sent = this.sent.slice(index + 1)
    return true
  }
}
