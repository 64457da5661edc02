/** What there is now, and what was before and after it, where undo and redo go to. */
export interface History<S> {
  readonly now: S
  readonly past: readonly S[]
  readonly future: readonly S[]
  /** What the last step was about and when it was made, in milliseconds. */
  readonly last: { readonly key: string; readonly at: number } | undefined
}

/** Changes under one key less than this apart, in milliseconds, are one step. */
const QUICK = 1500
/** Steps kept. */
const MOST = 300

/** A history that begins with this. */
export function begin<S>(now: S): History<S> {
  return { now, past: [], future: [], last: undefined }
}

/** A new step; one that follows quickly on another of the same key joins it. */
export function step<S>(
  history: History<S>,
  now: S,
  { key, at }: { readonly key: string | undefined; readonly at: number }
): History<S> {
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
export function back<S>({ now, past, future, ...rest }: History<S>): History<S> {
  const earlier = past.at(-1)
  if (earlier === undefined) return { now, past, future, ...rest }
  return { now: earlier, past: past.slice(0, -1), future: [now, ...future], last: undefined }
}

/** One step forward again; the same history where there is none. */
export function forward<S>({ now, past, future, ...rest }: History<S>): History<S> {
  const [later, ...others] = future
  if (later === undefined) return { now, past, future, ...rest }
  return { now: later, past: [...past, now], future: others, last: undefined }
}
