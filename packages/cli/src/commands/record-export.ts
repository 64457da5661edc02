import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { base64, isLeaf, leafHash, readLeaf } from '@truce/core/log'
import { parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openRecord } from '../record-book.ts'

export const HELP = `truce record export <record> --for <party> <new folder>
A copy for one party that proves itself: every entry, the bodies that this party
may read, and the newest checkpoint. It is verified by truce record verify, or by
docs/verify-record.py, which shares no code with Truce. Keep the checkpoint: with
it a later copy shows whether anything behind it was rewritten.

  --for <party>          whose copy; left out: open entries only
`

const STRETCH = 1000

/** `truce record export`. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, { for: { type: 'string' } })
  const [path, out, extra] = args.positionals
  if (path === undefined || out === undefined || extra !== undefined)
    throw new Usage('record export takes one record and one new folder')
  const party = args.values['for']
  const folder = await openRecord(path)
  try {
    const { book, store } = folder
    const { parties } = book.state.source
    if (party !== undefined && !parties.has(String(party)))
      throw new Usage(`the case has no party ${party}: ${[...parties.keys()].join(', ')}`)
    const checkpoint = await store.checkpoint()
    if (!checkpoint)
      throw new Usage('there is no checkpoint yet: run truce record checkpoint first')
    await mkdir(out)
    const file = join(out, 'entries.jsonl')
    // What came in after the checkpoint is not covered by it, and waits for the next.
    for (let from = 0; from < checkpoint.size; from += STRETCH) {
      const entries = await book.read(from, Math.min(checkpoint.size, from + STRETCH))
      const lines = entries.map(({ leaf, body }) => {
        const shown = body && mayRead(leaf, party) ? { body: base64(body) } : {}
        return `${JSON.stringify({ leaf: base64(leaf), hash: base64(leafHash(leaf)), ...shown })}\n`
      })
      await writeFile(file, lines.join(''), { flag: from === 0 ? 'wx' : 'a' })
    }
    await writeFile(join(out, 'checkpoint'), checkpoint.note, { flag: 'wx' })
    io.stdout(`${checkpoint.size} entries and their checkpoint in ${out}\n`)
    return EXIT.done
  } finally {
    await folder.close()
  }
}

/** Whether a party is among those for whom the body of a leaf is meant. */
function mayRead(leaf: Uint8Array, party: unknown): boolean {
  const read = readLeaf(leaf)
  return isLeaf(read) && party !== undefined && (read.entry.audience ?? []).includes(String(party))
}
