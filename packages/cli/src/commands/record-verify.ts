import { open, readdir, readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { LogEntry } from '@truce/core'
import type { Verified } from '@truce/core/log'
import {
  bytesOf,
  changedLeaves,
  isJsonObject,
  readCheckpoint,
  readNote,
  verifyLog
} from '@truce/core/log'
import { placedProblem } from '@truce/core/report/record'
import { words } from '@truce/core/report/words'
import {
  hashLeaf,
  hashNode,
  isRecordFolder,
  nodeVerifier,
  openRecordStore,
  verifyThreads
} from '@truce/host/record'
import { oneOf, parse, several } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { printJson } from '../open.ts'

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
    const threads = verifyThreads(source.size < FEW ? 0 : Math.max(2, availableParallelism()))
    const verified = await verifyLog({
      ...source,
      checkpoints: [...source.checkpoints, ...kept.map((note) => new Uint8Array(note))],
      verifier: nodeVerifier,
      verifyMany: threads.verifyMany,
      hashLeaf,
      hashNode
    }).finally(threads.close)
    const changed = changedIn(verified, source)
    if (format === 'json') printJson(documentOf(verified, changed), io)
    else io.stdout(told(verified, changed))
    return verified.sound ? EXIT.done : EXIT.no
  } finally {
    await source.close()
  }
}

/** Below so many entries threads are not worth their start. */
const FEW = 5000

/** An entry of a copy, with the hash that it had when the copy was made. */
interface CopiedEntry extends LogEntry {
  readonly hash?: Uint8Array
}

interface ToVerify {
  /** Of a copy, all entries. */
  readonly copied?: readonly CopiedEntry[]

  readonly size: number
  readonly read: (from: number, to: number) => Promise<readonly LogEntry[]>
  readonly checkpoints: readonly Uint8Array[]
  readonly close: () => Promise<void>
}

async function ofRecord(path: string): Promise<ToVerify> {
  const store = await openRecordStore(path)
  const checkpoint = await store.checkpoint()
  return {
    size: await store.size(),
    read: (from, to) => store.read(from, to),
    checkpoints: checkpoint ? [checkpoint.note] : [],
    close: () => store.close()
  }
}

async function ofCopy(path: string): Promise<ToVerify> {
  const names: readonly string[] = await readdir(path).catch(() => [])
  if (!names.includes('entries.jsonl'))
    throw new Usage(`${path} is neither a record nor a copy of one`)
  const entries = await linesOf(join(path, 'entries.jsonl'))
  const notes = names.filter((name) => name === 'checkpoint' || name.startsWith('checkpoint-'))
  return {
    copied: entries,
    size: entries.length,
    read: async (from, to) => entries.slice(from, to),
    checkpoints: await Promise.all(
      notes.map(async (name) => new Uint8Array(await readFile(join(path, name))))
    ),
    close: async () => {}
  }
}

async function linesOf(path: string): Promise<readonly CopiedEntry[]> {
  const entries: CopiedEntry[] = []
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
function entryOf(line: string): CopiedEntry {
  try {
    const told: unknown = JSON.parse(line)
    const bytesAt = (key: string): Uint8Array | undefined => {
      const value = isJsonObject(told) ? told[key] : undefined
      return typeof value === 'string' ? bytesOf(value) : undefined
    }
    const [body, hash] = [bytesAt('body'), bytesAt('hash')]
    return {
      leaf: bytesAt('leaf') ?? new Uint8Array(),
      ...(body && { body }),
      ...(hash && { hash })
    }
  } catch {
    return { leaf: new Uint8Array() }
  }
}

/**
 * Which entries of a copy are not those that its newest checkpoint was signed over, as far as the
 * hashes beside them prove it. Whether the checkpoint itself is to be believed is told apart: where
 * the first entry was changed, its keys are not known.
 */
function changedIn({ sound }: Verified, source: ToVerify): readonly number[] {
  const { copied, checkpoints } = source
  if (sound || !copied) return []
  const heads = checkpoints.flatMap((note) => readCheckpoint(readNote(note)?.text ?? '') ?? [])
  const newest = heads.toSorted((a, b) => b.size - a.size)[0]
  if (!newest) return []
  const entries = copied.slice(0, newest.size)
  return (
    changedLeaves(
      entries.map(({ leaf }) => leaf),
      entries.map(({ hash }) => hash),
      newest.root
    ) ?? []
  )
}

const MOST_TOLD = 20

function told(verified: Verified, changed: readonly number[]): string {
  const { record, size, root, opening, sound, problems, bad, counts, doubted, checkpoints } =
    verified
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
    ...changed.map((entry) =>
      said.say('door.at-number', { entry, what: said.say('door.changed') })
    ),
    ...(bad && changed.length === 0 ? [said.say('door.between', { ...bad })] : []),
    ...problems.slice(0, MOST_TOLD).map((problem) => placedProblem(said, problem)),
    ...(all > MOST_TOLD ? [`and ${all - MOST_TOLD} more`] : []),
    ''
  ].join('\n')
}

function documentOf(verified: Verified, changed: readonly number[]): object {
  const { keys, counts, ...rest } = verified
  return {
    ...rest,
    changed,
    counts: Object.fromEntries(counts),
    keys: keys.map(({ id, party, role, added, revoked }) => ({ id, party, role, added, revoked }))
  }
}
