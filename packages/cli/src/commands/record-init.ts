import { rm } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { KeyRole, RecordOpening } from '@truce/core/log'
import { base64, bytesOf, fingerprint, KEY_ROLES } from '@truce/core/log'
import { loadCase } from '@truce/host'
import { makeRecordFolder, readKeyFile } from '@truce/host/record'
import { parse, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { textOf } from '../json-line.ts'
import { NOW, NOW_HELP, openRecord, saidSubmitted } from '../record-book.ts'

export const HELP = `truce record init <new folder> --case <case> --operator <party> --key <file> --keys <file> [options]
Begins the record of a ceasefire. Whoever keeps it (the operator) signs its first
entry, which names every key that may write; its fingerprint is printed, for all
to compare. The operator keeps the record and can speak for no other party.

  --case <case>          the case it is kept under: a copy is laid beside the record
  --operator <party>     the party of the case that keeps it
  --key <file>           the operator's key (truce record key)
  --keys <file>          the other keys, a line each: party role public-key [name].
                         Roles: ${KEY_ROLES.join(', ')}
  --title <text>         what it is called; else the case's title
  --witnesses <n>        parties that must cosign a checkpoint (default 0)
  --exercise             for practice: the clock can be moved
${NOW_HELP}
`

/** `truce record init`. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, {
    case: { type: 'string' },
    operator: { type: 'string' },
    key: { type: 'string' },
    keys: { type: 'string' },
    title: { type: 'string' },
    witnesses: { type: 'string' },
    exercise: { type: 'boolean' },
    ...NOW
  })
  const [path, extra] = args.positionals
  const { case: casePath, operator, key, keys, title, exercise, now } = args.values
  if (path === undefined || extra !== undefined)
    throw new Usage('record init takes one new folder: truce record init <folder> --case <case> ..')
  for (const [name, value] of Object.entries({ case: casePath, operator, key }))
    if (value === undefined) throw new Usage(`record init needs --${name}`)
  if (now !== undefined && !exercise) throw new Usage('--now goes with --exercise only')
  const signer = await readKeyFile(String(key))
  const listed = keys === undefined ? [] : keysIn(await textOf(String(keys)), String(keys))
  const witnesses = wholeNumber(args, 'witnesses', { least: 0, most: 50, otherwise: 0 })
  await makeRecordFolder(path, String(casePath))
  const { hash } = await loadCase(String(casePath))
  const folder = await openRecord(path, args)
  try {
    const { source } = folder.book.state
    for (const { party } of [{ party: String(operator) }, ...listed])
      if (!source.parties.has(party))
        throw new Usage(`the case has no party ${party}: ${[...source.parties.keys()].join(', ')}`)
    const caseTitle =
      typeof source.title === 'string' ? source.title : Object.values(source.title)[0]
    const opening: RecordOpening = {
      title: String(title ?? caseTitle),
      case: { title: caseTitle ?? '', sha256: hash.replace(/^.*:/, '') },
      operator: String(operator),
      keys: [
        { party: String(operator), role: 'operator', publicKey: base64(signer.publicKey) },
        ...listed
      ],
      ...(witnesses > 0 && { witnesses }),
      ...(exercise === true && { exercise })
    }
    const answer = await folder.book.begin(slugOf(path), opening, signer)
    saidSubmitted('record.opened', answer, io)
    if (answer.outcome === 'refused') return EXIT.failed
    const [first] = await folder.book.read(0, 1)
    io.stdout(`record       ${folder.book.log.record}\n`)
    io.stdout(`fingerprint  ${fingerprint(first?.leaf ?? new Uint8Array())}\n`)
    return EXIT.done
  } finally {
    await folder.close()
    // What never began is not left in the way of the next attempt.
    if (folder.book.size === 0) await rm(path, { recursive: true })
  }
}

const slugOf = (path: string): string =>
  basename(resolve(path))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'record'

type Listed = RecordOpening['keys'][number]

/** Reads the lines of keys; what is wrong is said with its line. */
function keysIn(text: string, file: string): readonly Listed[] {
  return text.split(/\r?\n/).flatMap((line, at): readonly Listed[] => {
    if (line.trim() === '' || line.startsWith('#')) return []
    const [party = '', role = '', publicKey = '', ...name] = line.trim().split(/\s+/)
    const wrong = (what: string): never => {
      throw new Usage(`${file}:${at + 1}: ${what}`)
    }
    const known = KEY_ROLES.find((one): one is KeyRole => one === role)
    if (!known || known === 'operator')
      return wrong(
        `\`${role}\` is not a role: ${KEY_ROLES.filter((one) => one !== 'operator').join(', ')}`
      )
    if (bytesOf(publicKey)?.length !== 32)
      return wrong('the third word is not a public key as `truce record key` prints it')
    return [{ party, role: known, publicKey, ...(name.length > 0 && { name: name.join(' ') }) }]
  })
}
