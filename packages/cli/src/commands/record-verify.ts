import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LogEntry } from '@truce/core'
import type { Verified } from '@truce/core/log'
import { bytesOf, verifyLog } from '@truce/core/log'
import { placedProblem } from '@truce/core/report/record'
import { words } from '@truce/core/report/words'
import { isRecordFolder, verifier } from '@truce/host/record'
import { oneOf, parse, several } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { printJson } from '../open.ts'
import { openRecord } from '../record-book.ts'

export const HELP = `truce record verify <record or copy> [options]
Proves a record or an exported copy without asking anybody: every signature, the
order of each author's entries, times, bodies against what was committed to, and
that the checkpoint was signed over these entries and no others. The first thing
that is wrong is named by its entry. Compare the fingerprint with other parties:
it stands for every key that is believed.

  --checkpoint <file>    an earlier checkpoint that you kept; may stand several
                         times: was anything behind it rewritten?
  --format <how>         text (default) or json

Exit code 4: something is wrong.
`

/** `truce record verify`. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, {
    checkpoint: { type: 'string', multiple: true },
    format: { type: 'string' }
  })
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('record verify takes one record or copy')
  const format = oneOf(args, 'format', ['text', 'json'] as const) ?? 'text'
  const kept = await Promise.all(several(args, 'checkpoint').map((file) => readFile(file)))
  const source = (await isRecordFolder(path)) ? await ofRecord(path) : await ofCopy(path)
  try {
    if (source.size === 0) throw new Usage(`${path} has no entries: there is nothing to verify`)
    const verified = await verifyLog({
      ...source,
      checkpoints: [...source.checkpoints, ...kept.map((note) => new Uint8Array(note))],
      verifier
    })
    if (format === 'json') printJson(documentOf(verified), io)
    else io.stdout(told(verified))
    return verified.sound ? EXIT.done : EXIT.no
  } finally {
    await source.close()
  }
}

interface ToVerify {
  readonly size: number
  readonly read: (from: number, to: number) => Promise<readonly LogEntry[]>
  readonly checkpoints: readonly Uint8Array[]
  readonly close: () => Promise<void>
}

async function ofRecord(path: string): Promise<ToVerify> {
  const { store, close } = await openRecord(path)
  const checkpoint = await store.checkpoint()
  return {
    size: await store.size(),
    read: (from, to) => store.read(from, to),
    checkpoints: checkpoint ? [checkpoint.note] : [],
    close
  }
}

async function ofCopy(path: string): Promise<ToVerify> {
  const names: readonly string[] = await readdir(path).catch(() => [])
  if (!names.includes('entries.jsonl'))
    throw new Usage(`${path} is neither a record nor a copy of one`)
  const entries = await linesOf(join(path, 'entries.jsonl'))
  const notes = names.filter((name) => name === 'checkpoint' || name.startsWith('checkpoint-'))
  return {
    size: entries.length,
    read: async (from, to) => entries.slice(from, to),
    checkpoints: await Promise.all(
      notes.map(async (name) => new Uint8Array(await readFile(join(path, name))))
    ),
    close: async () => {}
  }
}

async function linesOf(path: string): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = []
  const file = await open(path)
  try {
    for await (const line of file.readLines()) {
      if (line !== '') entries.push(entryOf(line))
    }
  } finally {
    await file.close()
  }
  return entries
}

/** A line that cannot be read becomes an entry that is none: it is told by its number. */
function entryOf(line: string): LogEntry {
  try {
    const { leaf, body } = JSON.parse(line) as { readonly leaf?: unknown; readonly body?: unknown }
    const bytes = typeof leaf === 'string' ? bytesOf(leaf) : undefined
    const hidden = typeof body === 'string' ? bytesOf(body) : undefined
    return { leaf: bytes ?? new Uint8Array(), ...(hidden && { body: hidden }) }
  } catch {
    return { leaf: new Uint8Array() }
  }
}

const MOST_TOLD = 20

function told(verified: Verified): string {
  const { record, size, root, opening, sound, problems, counts, doubted, checkpoints } = verified
  const said = words()
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const signed = checkpoints.map(
    ({ size: over, cosigned }) =>
      `checkpoint   over ${over} entries, cosigned by ${cosigned.length === 0 ? 'nobody' : cosigned.map(({ party }) => party).join(', ')}`
  )
  return [
    `record       ${record ?? 'none'}`,
    `entries      ${size}`,
    `root         ${root}`,
    `fingerprint  ${opening ?? 'none'}`,
    ...signed,
    ...(checkpoints.length === 0 ? ['checkpoint   none: nothing vouches for the end of it'] : []),
    ...doubted.map(
      ({ entry, by }) =>
        `in doubt     entry ${entry}: its key was revoked by entry ${by} from before it on`
    ),
    '',
    sound ? 'Sound: every entry is whole, signed and in its place.' : `Not sound: ${all} found.`,
    ...problems.slice(0, MOST_TOLD).map((problem) => placedProblem(said, problem)),
    ...(all > MOST_TOLD ? [`and ${all - MOST_TOLD} more`] : []),
    ''
  ].join('\n')
}

function documentOf(verified: Verified): object {
  const { keys, counts, ...rest } = verified
  return {
    ...rest,
    counts: Object.fromEntries(counts),
    keys: keys.map(({ id, party, role, added, revoked }) => ({ id, party, role, added, revoked }))
  }
}
