import { cosignerName, keyId } from '@truce/core/log'
import { readKeyFile } from '@truce/host/record'
import { parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { NOW, NOW_HELP, openRecord } from '../record-book.ts'

export const HELP = `truce record checkpoint <record> --key <file> [options]
Signs the head of the record with the operator's key and prints the note: size and
root, which stand for every entry. With --cosign a party's witness adds its own
signature to the newest note: it vouches that it has seen this head and no other.

  --key <file>           the key
  --cosign               cosign instead
${NOW_HELP}
`

/** `truce record checkpoint`. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, { key: { type: 'string' }, cosign: { type: 'boolean' }, ...NOW })
  const [path, extra] = args.positionals
  const { key, cosign } = args.values
  if (path === undefined || extra !== undefined || key === undefined)
    throw new Usage('record checkpoint takes one record and --key <file>')
  const signer = await readKeyFile(String(key))
  const folder = await openRecord(path, args)
  try {
    const { book } = folder
    const mine = book.log.ring.get(keyId(signer.publicKey))
    const wanted = cosign ? 'witness' : 'operator'
    if (mine?.role !== wanted)
      throw new Usage(
        `${String(key)} is ${mine ? `a key of the role ${mine.role}` : 'no key of this record'}; a key of the role ${wanted} signs here`
      )
    const note = cosign
      ? await book.cosign(cosignerName(book.log.record ?? '', mine), signer)
      : await book.checkpoint(signer)
    if (note === undefined) throw new Usage('there is no checkpoint to cosign yet')
    io.stdout(new TextDecoder().decode(note))
    return EXIT.done
  } finally {
    await folder.close()
  }
}
