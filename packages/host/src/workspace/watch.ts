import { watch } from 'node:fs'

const QUIET = 150
const POLL = 2000

/**
 * Calls back a moment after the last change below a folder, and at regular times, whether anything
 * changed or not.
 */
export function watchFolder(folder: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  let stop = (): void => undefined
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(changed, QUIET)
  }
  const poll = (): void => {
    const every = setInterval(changed, POLL)
    every.unref()
    stop = () => clearInterval(every)
  }
  // Also looked at regularly: where a file was put in another's place by renaming, some systems
  // fall silent about it.
  poll()
  try {
    const watcher = watch(folder, { recursive: true }, soon)
    const stopPolling = stop
    stop = () => {
      stopPolling()
      watcher.close()
    }
    watcher.on('error', () => watcher.close())
  } catch {
    // What cannot be watched is looked at all the same.
  }
  return () => {
    clearTimeout(timer)
    stop()
  }
}
