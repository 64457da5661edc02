import { base64, keyId } from '@truce/core/log'
import { newKeyFile, readKeyFile } from '@truce/host/record'
import { parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'

export const HELP = `truce record key <file> [options]
Makes an Ed25519 key and writes its private half to a new file that only you can
read. The public half is printed: give that line, with your party and role, to
whoever begins the record. Nobody else needs the file, and a copy of it is a copy
of your signature.

  --show                 print the public half of a key that is there
`

/** `truce record key`. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, { show: { type: 'boolean' } })
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('record key takes one file: truce record key <file>')
  const signer = args.values['show'] ? await readKeyFile(path) : await newKeyFile(path)
  io.stdout(`${base64(signer.publicKey)}  key ${keyId(signer.publicKey)}\n`)
  return EXIT.done
}
