import type { Untold } from './untold.ts'

/** What is written: nothing, what failed, what is odd besides, each request, who asked besides. */
export const LOG_LEVELS = ['none', 'error', 'warn', 'info', 'debug'] as const
/** One of these. */
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Where lines of a log go, and which. */
export interface LogPlace {
  readonly level: LogLevel
  readonly write: (line: string) => void
  readonly untold: Untold
}

/** What is told of one request: nothing that it said, and nothing that it was told. */
export interface RequestLine {
  readonly id: string
  readonly method: string
  /** The template of its route, without any name of a case, record or person. */
  readonly route: string
  readonly status: number
  readonly milliseconds: number
  /** The person, by a name of this run alone; where that is asked for. */
  readonly who?: string
}

/** Frames of a stack that are worth a line. */
const FRAMES = 12
/** Letters of a message: a driver may quote in it what it was sent. */
const MOST = 300

/** Writes one line of JSON for each thing that happened. */
export class Log {
  private readonly place: LogPlace

  constructor(place: LogPlace) {
    this.place = place
  }

  /** Whether lines of a level are written. */
  tells(level: LogLevel): boolean {
    return LOG_LEVELS.indexOf(level) <= LOG_LEVELS.indexOf(this.place.level)
  }

  /** A request that was answered. */
  request({ who, ...line }: RequestLine): void {
    const level = line.status >= 500 ? 'warn' : 'info'
    this.line(level, 'request', {
      ...line,
      ...(who !== undefined && this.tells('debug') && { who })
    })
  }

  /** A failure that nobody foresaw: where, and what it says as far as that is no secret. */
  failure(error: unknown, request?: string): void {
    this.line('error', 'failure', { ...(request !== undefined && { id: request }), ...told(error) })
  }

  /** Something that whoever runs the server is to know. */
  notice(level: 'warn' | 'info', words: string, request?: string): void {
    this.line(level, 'notice', { ...(request !== undefined && { id: request }), words })
  }

  private line(level: LogLevel, what: string, more: object): void {
    if (!this.tells(level)) return
    const all = { time: new Date().toISOString(), level, what, ...more }
    this.place.write(
      `${JSON.stringify(all, (_, value) => (typeof value === 'string' ? this.place.untold(value) : value))}\n`
    )
  }
}

/** The name, message and places of a failure; never what else hangs on it, such as values of a query. */
function told(error: unknown): {
  readonly name: string
  readonly message: string
  stack: string[]
} {
  if (!(error instanceof Error)) return { name: typeof error, message: '', stack: [] }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const [first = ''] = error.message.split('\n')
  return {
    name: error.name,
    message: first.slice(0, MOST),
    stack: frames.slice(0, FRAMES).map((frame) => frame.trim())
  }
}
