import { watch } from 'node:fs'

const QUIET = 150
const POLL = 2000

/** Calls back a moment after the last change below a folder; where the system cannot watch, at regular times. */
export function watchFolder(folder: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  let stop = (): void => undefined
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(changed, QUIET)
  }
  const poll = (): void => {
    const every = setInterval(changed, POLL)
    stop = () => clearInterval(every)
  }
  try {
    const watcher = watch(folder, { recursive: true }, soon)
    stop = () => watcher.close()
    watcher.on('error', () => {
      watcher.close()
      poll()
    })
  } catch {
    poll()
  }
  return () => {
    clearTimeout(timer)
    stop()
  }
}
