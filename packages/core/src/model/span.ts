/** A stretch of a case file, in UTF-16 offsets; `end` is exclusive. */
export interface Span {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** A file of a case as read: its name relative to the case folder, with `/`, and its whole text. */
export interface SourceFile {
  readonly name: string
  readonly text: string
  /**
   * Lines and columns that were put in front of the author's own text, such as a draft's terms read
   * from a pipe.
   */
  readonly origin?: { readonly lines: number; readonly columns: number }
}

const DRAWING = /\.(?:geojson|kml|csv)$/

/** Whether a file of a case holds the course of a line; what the case says stands in the others. */
export const isDrawingFile = (name: string): boolean => DRAWING.test(name)
