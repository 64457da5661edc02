/** Bytes that go to the server in one statement, and of which it never holds more. */
const STATEMENT = 4_000_000

/** Things in order, cut so that each part is of a size that the server takes at once. */
export function portions<T>(
  things: readonly T[],
  bytesOf: (thing: T) => number
): readonly (readonly T[])[] {
  const parts: T[][] = []
  let room = 0
  for (const thing of things) {
    const bytes = bytesOf(thing)
    if (parts.length === 0 || bytes > room) {
      parts.push([])
      room = STATEMENT
    }
    room -= bytes
    parts.at(-1)?.push(thing)
  }
  return parts
}
