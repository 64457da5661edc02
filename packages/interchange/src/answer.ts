import type { SourceFile } from '@truce/core/model'

/** What is imported from a text of GMCR+ is told from outside: the text does not say it. */
export interface GmcrSettings {
  /** The title of the case, usually the name of the file. */
  readonly title: string
  /** The day the case is judged at, as `2024-06-01`. */
  readonly asOf: string
}

/**
 * The files of a case, what of the original they do not hold, and what they say that the original
 * does not.
 */
export interface Imported {
  readonly refused?: undefined
  readonly files: readonly SourceFile[]
  readonly lost: readonly string[]
  readonly assumed: readonly string[]
}

/** The text of an exported case, and what of the case it does not hold. */
export interface Exported {
  readonly refused?: undefined
  readonly text: string
  readonly lost: readonly string[]
}

/** Why nothing came of it, and what to do: one sentence. */
export interface Refused {
  readonly refused: string
}
