/** A piece of a text, and whether it is a gap that is left to be agreed. */
export interface Piece {
  readonly text: string
  readonly isGap: boolean
}

/** A text in pieces, with the marks of its gaps apart, each at the first place behind the last. */
export function piecesOf(text: string, marks: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const put = (to: number, isGap: boolean): void => {
    if (to > from) pieces.push({ text: text.slice(from, to), isGap })
    from = Math.max(from, to)
  }
  for (const mark of inOrder(text, marks)) {
    const at = text.indexOf(mark, from)
    if (at < 0) continue
    put(at, false)
    put(at + mark.length, true)
  }
  put(text.length, false)
  return pieces
}

/** A clause may want its gaps in another order than that in which its sentence has them. */
const inOrder = (text: string, marks: readonly string[]): readonly string[] =>
  marks.toSorted((a, b) => text.indexOf(a) - text.indexOf(b))
