import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Thrown when the server cannot listen; says what to do. */
export class CannotListen extends Error {}

/** How long answers under way may take to end. */
const GRACE = 3000

/** Listens, or says why that cannot be. The port, where any free one was asked for. */
export function listening(server: Server, port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      reject(new CannotListen(reason(port, code ?? message)))
    )
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port))
  })
}

function reason(port: number, code: string): string {
  if (code === 'EADDRINUSE')
    return `port ${port} is in use by another program; choose another, such as --port ${port + 1}, or --port 0 for any free one`
  if (code === 'EACCES') return `port ${port} may not be used by you; choose one above 1023`
  return `port ${port} cannot be used (${code}); choose another with --port`
}

/** Takes no more requests, lets those under way end, and after a while ends them. */
export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), GRACE)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/**
 * Answers that are worked on: whoever asked may have gone, and the server be closed, while the work
 * still reads and writes.
 */
export class UnderWay {
  private readonly answers = new Set<Promise<unknown>>()

  /** The same way to answer, followed. */
  readonly follow =
    <Asked extends readonly unknown[]>(
      fetch: (...asked: Asked) => Response | Promise<Response>
    ): ((...asked: Asked) => Response | Promise<Response>) =>
    (...asked) => {
      const answer = fetch(...asked)
      if (!(answer instanceof Promise)) return answer
      const done = answer.catch(() => undefined).finally(() => this.answers.delete(done))
      this.answers.add(done)
      return answer
    }

  /** Waits until none is. */
  async settled(): Promise<void> {
    while (this.answers.size > 0) await Promise.all(this.answers)
  }
}
