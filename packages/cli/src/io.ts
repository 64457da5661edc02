/** What a command may do to the outside: print, and know how its output is shown. */
export interface Io {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  readonly stdin: () => Promise<string>
  readonly columns: number
  readonly colour: boolean
}

/** Exit codes, a public promise. */
export const EXIT = { done: 0, failed: 1, usage: 2, broken: 3, no: 4 } as const

/** A wrong use of the command line: one sentence, exit 2. */
export class Usage extends Error {}

/** The process's own streams. Colour only on a terminal, and not where NO_COLOR is set. */
export function processIo(): Io {
  // A reader that stops early (`| head`) is no failure: what is left has nobody to read it.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.failed)
  )
  const { NO_COLOR, TERM } = process.env
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    stdin: readStdin,
    columns: columnsOf(process.stdout.columns),
    colour: process.stdout.isTTY === true && !NO_COLOR && TERM !== 'dumb'
  }
}

/** Some terminals report no width at all. */
const columnsOf = (columns: number | undefined): number =>
  columns !== undefined && columns >= 40 ? Math.min(100, columns) : 80

/** A draft's terms fit in far less; what is larger is refused by the reader. */
const MOST = 2_000_001

async function readStdin(): Promise<string> {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) {
    text += chunk
    if (text.length > MOST) break
  }
  return text
}
