import type { SourceFile } from '@truce/core'

type Files = readonly SourceFile[]

/** The texts now, and those before and after that undo and redo go to. */
export interface History {
  readonly now: Files
  readonly past: readonly Files[]
  readonly future: readonly Files[]
  /** What the last step was about and when it was made, in milliseconds. */
  readonly last: { readonly key: string; readonly at: number } | undefined
}

/** Changes under one key less than this apart, in milliseconds, are one step. */
const QUICK = 1500
/** Steps kept. */
const MOST = 300

/** A history that begins with these texts. */
export function begin(now: Files): History {
  return { now, past: [], future: [], last: undefined }
}

/** A new step; one that follows quickly on another of the same key joins it. */
export function step(
  history: History,
  now: Files,
  { key, at }: { readonly key: string | undefined; readonly at: number }
): History {
  const { past, last } = history
  const joins = key !== undefined && last?.key === key && at - last.at < QUICK && past.length > 0
  return {
    now,
    past: joins ? past : [...past, history.now].slice(-MOST),
    future: [],
    last: key === undefined ? undefined : { key, at }
  }
}

/** One step back; the same history where there is none. */
export function back({ now, past, future, ...rest }: History): History {
  const earlier = past.at(-1)
  if (!earlier) return { now, past, future, ...rest }
  return { now: earlier, past: past.slice(0, -1), future: [now, ...future], last: undefined }
}

/** One step forward again; the same history where there is none. */
export function forward({ now, past, future, ...rest }: History): History {
  const [later, ...others] = future
  if (!later) return { now, past, future, ...rest }
  return { now: later, past: [...past, now], future: others, last: undefined }
}
