import { readFile } from 'node:fs/promises'
import { exportCap, importCap } from '@truce/interchange'
import { parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { readableState } from '../record-asked.ts'
import { FOR } from '../record-audience.ts'
import { openRecord } from '../record-book.ts'

export const HELP = `truce record cap <record> --out <message>
truce record cap <record> --in <file> [options]
A message of the hotline as a CAP 1.2 alert (Common Alerting Protocol), or an alert as
the line that brings it in with truce record add. A message is an Alert, a correction
an Update, a cancellation a Cancel, an acknowledgement an Ack.

  --out <message>        prints the alert of an entry, by its id
  --for <audience>       only what a party of the case, or mission, may read
  --in <file>            prints the line of an alert; - is the standard input. Its
                         sender has to sign it; what is not taken over is said
  --channel <id>         by which channel of the case it came, where it does not say so
  --kind <kind>          what it is about, such as incident, where its event is no such word

Exit code 4: an alert that a record cannot hold, or an entry that CAP cannot.
`

/** `truce record cap`: exit 0, or 4 where one cannot hold what the other says. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, {
    out: { type: 'string' },
    in: { type: 'string' },
    channel: { type: 'string' },
    kind: { type: 'string' },
    ...FOR
  })
  const [path, extra] = args.positionals
  const { out, in: file, channel, kind } = args.values
  if (path === undefined || extra !== undefined) throw new Usage('record cap takes one record')
  if ((out === undefined) === (file === undefined))
    throw new Usage('record cap takes --out <message> or --in <file>')
  const folder = await openRecord(path)
  try {
    if (out !== undefined) {
      const made = exportCap(readableState(args, folder, 'cap'), String(out))
      return made.refused === undefined ? printed(made.text, io) : refusedAs(made.refused, io)
    }
    const text = file === '-' ? await io.stdin() : await readFile(String(file), 'utf8')
    const name = file === '-' ? 'standard input' : String(file)
    const made = importCap(name, text, {
      ...(channel === undefined ? {} : { channel: String(channel) }),
      ...(kind === undefined ? {} : { kind: String(kind) })
    })
    if (made.refused !== undefined) return refusedAs(made.refused, io)
    io.stderr(`${name}: sent by ${made.sender}, who has to sign it\n`)
    for (const lost of made.lost) io.stderr(`${name}: ${lost}\n`)
    return printed(`${JSON.stringify(made.line)}\n`, io)
  } finally {
    await folder.close()
  }
}

function printed(text: string, io: Io): number {
  io.stdout(text)
  return EXIT.done
}

function refusedAs(why: string, io: Io): number {
  io.stderr(`${why}\n`)
  return EXIT.no
}
