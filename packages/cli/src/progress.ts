import type { Io } from './io.ts'

/** Nothing is told before this, and then not oftener, in milliseconds. */
const PATIENCE = 1000

/** How far a long run has come, for a person who waits. */
export interface Telling {
  readonly onProgress: (done: number, draws: number) => void
  /** Clears the line, so that the answer stands alone. */
  readonly end: () => void
}

/**
 * Tells progress on stderr for anything over a second: on a terminal in one line that is
 * overwritten, else line by line.
 */
export function telling({ stderr }: Io, what = 'draws'): Telling {
  const terminal = process.stderr.isTTY === true
  const clear = terminal ? '\r\u001b[K' : ''
  let last = performance.now()
  let told = false
  return {
    onProgress: (done, draws) => {
      const now = performance.now()
      if (now - last < PATIENCE) return
      last = now
      told = true
      stderr(
        `${clear}${done.toLocaleString('en')} of ${draws.toLocaleString('en')} ${what}${terminal ? '' : '\n'}`
      )
    },
    end: () => {
      if (told) stderr(clear)
    }
  }
}
