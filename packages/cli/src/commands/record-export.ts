import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { base64, isLeaf, leafHash, readLeaf } from '@truce/core/log'
import type { Audience } from '@truce/core/record'
import { mayRead } from '@truce/core/record'
import { parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { audienceOf, FOR } from '../record-audience.ts'
import { openRecord } from '../record-book.ts'

export const HELP = `truce record export <record> --for <party> <new folder>
A copy for one party that proves itself: every entry, the bodies that this party
may read, and the newest checkpoint. It is verified by truce record verify, or by
docs/verify-record.py, which shares no code with Truce. Keep the checkpoint: with
it a later copy shows whether anything behind it was rewritten.

  --for <party>          whose copy, or mission: what any party may read that keeps,
                         watches or mediates. Nobody is given a copy without a name: a
                         signed entry cannot be told less closely. What the public is to
                         know is told by truce record daily --for public
`

const STRETCH = 1000

/** `truce record export`. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, FOR)
  const [path, out, extra] = args.positionals
  if (path === undefined || out === undefined || extra !== undefined)
    throw new Usage('record export takes one record and one new folder')
  if (args.values['for'] === undefined)
    throw new Usage('record export needs whose copy it is: --for <party>, or --for mission')
  const folder = await openRecord(path)
  try {
    const { book, store } = folder
    const audience = audienceOf(args, { source: book.state.source, ring: book.log.ring })
    if (audience.of === 'public')
      throw new Usage(
        'a signed copy tells open entries whole, so there is none for the public: truce record daily --for public tells less closely'
      )
    const checkpoint = await store.checkpoint()
    if (!checkpoint)
      throw new Usage('there is no checkpoint yet: run truce record checkpoint first')
    await mkdir(out)
    const file = join(out, 'entries.jsonl')
    // What came in after the checkpoint is not covered by it, and waits for the next.
    for (let from = 0; from < checkpoint.size; from += STRETCH) {
      const entries = await book.read(from, Math.min(checkpoint.size, from + STRETCH))
      const lines = entries.map(({ leaf, body }) => {
        const shown = body && isFor(audience, leaf) ? { body: base64(body) } : {}
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

/** Whether the body of a leaf is for an audience. */
function isFor(audience: Audience, leaf: Uint8Array): boolean {
  const read = readLeaf(leaf)
  return isLeaf(read) && mayRead(audience, read.entry)
}
