/** How far from the agreed instant a start still is at it, in seconds, unless another is asked for. */
export const START_TOLERANCE = 900

/**
 * Whether a withdrawal began together: all at the agreed instant, somebody at another, accounts of
 * one party's start that differ, not said of all, not due yet, or no instant agreed.
 */
export const START_VERDICTS = [
  'together',
  'apart',
  'differing',
  'not-said',
  'ahead',
  'undated'
] as const
/** One of `START_VERDICTS`. */
export type StartVerdict = (typeof START_VERDICTS)[number]

/** Who said that a party began or ended, and for when (ms since 1970). */
export interface SaidWord {
  readonly by: string
  readonly at: number
  readonly entry: string
  readonly count?: number
}

/** The agreed instant, how far from it still counts (seconds), and now (ms since 1970). */
export interface Agreed {
  readonly at?: number
  readonly tolerance: number
  readonly now: number
}

/** Judges the starts of all parties by one kind of evidence: each party's own word, or that of others. */
export function startVerdict(
  words: readonly (readonly SaidWord[])[],
  { at, tolerance, now }: Agreed
): StartVerdict {
  if (at === undefined) return 'undated'
  const near = words.map((own) => own.map((word) => Math.abs(word.at - at) <= tolerance * 1000))
  if (near.some((own) => own.length > 0 && !own.includes(true))) return 'apart'
  if (near.some((own) => own.includes(true) && own.includes(false))) return 'differing'
  if (near.every((own) => own.length > 0)) return 'together'
  return now <= at + tolerance * 1000 ? 'ahead' : 'not-said'
}
