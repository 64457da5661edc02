import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { FolderShelf } from '../../src/record/index.ts'
import { Workspace } from '../../src/workspace/index.ts'

/** One thing that was done with a workspace, in numbers that are taken modulo what there is. */
export interface Deed {
  readonly what: 'create' | 'save' | 'stale' | 'outside' | 'remove' | 'put back' | 'lose' | 'record'
  readonly at: number
  readonly text: string
  readonly bytes: Uint8Array
}

/** Texts with what gives trouble: other scripts, ends of lines, U+0000, signs beyond 16 bits. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', '# a\r\nb\n', 'a\u0000b', '𝔘 🕊', 'ї\u0301')
)

/** What was done with a workspace, one thing after the other. */
export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({
    what: fc.constantFrom(
      ...(['create', 'create', 'save', 'save', 'stale', 'outside'] as const),
      ...(['remove', 'put back', 'lose', 'record'] as const)
    ),
    at: fc.nat(50),
    text,
    bytes: fc.uint8Array({ maxLength: 40 })
  }),
  { minLength: 8, maxLength: 25 }
)

const filesFor = ({ text, at }: Deed) =>
  ['case.yaml', 'stances/südland 2.yaml', 'lines/a.geojson', 'Ünü.yaml']
    .slice(0, 1 + (at % 4))
    .map((name, place) => ({ name, text: place % 2 === 0 ? text : `${text}${place}` }))

/** Does it all in a folder. */
export async function doneIn(folder: string, all: readonly Deed[]): Promise<void> {
  const workspace = await Workspace.open(folder)
  const shelf = new FolderShelf(join(folder, '.truce', 'records'))
  for (const [number, deed] of all.entries()) {
    const { ids } = await workspace.list()
    const id = ids[deed.at % Math.max(1, ids.length)]
    const files = filesFor(deed)
    if (deed.what === 'create' || id === undefined) {
      const shippedFrom = deed.at % 2 === 0 ? null : 'rivers/ö'
      await workspace.create({ id: `case${deed.at % 3}`, files, shippedFrom })
      continue
    }
    const { version } = await workspace.read(id)
    if (deed.what === 'save') await workspace.save({ id, files, base: version })
    if (deed.what === 'stale')
      await workspace.save({ id, files, base: 1 + (deed.at % version) }).catch(() => undefined)
    if (deed.what === 'outside') await writeFile(join(folder, id, 'case.yaml'), deed.text)
    if (deed.what === 'remove') await workspace.remove(id)
    if (deed.what === 'lose') await rm(join(folder, id), { recursive: true })
    const [removed] = await workspace.removed()
    if (deed.what === 'put back' && removed !== undefined) await workspace.putBack(removed)
    if (deed.what === 'record') await recordIn(shelf, { deed, id, record: `r${number}` })
  }
  await workspace.close()
}

async function recordIn(
  shelf: FolderShelf,
  { deed, id, record }: { readonly deed: Deed; readonly id: string; readonly record: string }
): Promise<void> {
  await shelf.keepGround(id, record, filesFor(deed))
  const store = await shelf.entries(id, record)
  const leaf = Uint8Array.from(deed.bytes)
  await store.append(0, [{ leaf }, { leaf, body: leaf }, { leaf: new Uint8Array() }])
  await store.keepCheckpoint({ size: 2, note: leaf }, undefined)
  await store.close()
  if (deed.at % 2 === 0) await shelf.keepAhead(id, record, deed.at * 1000.5 - 7)
  await shelf.keepLines(
    id,
    record,
    deed.at % 3 === 0 ? [] : [`{"reader":${JSON.stringify(deed.text)}}`, '{"reader":"b"}']
  )
  if (deed.at % 5 === 0) await shelf.keepKey(id, record, { name: 'a-operator.pem', bytes: leaf })
  if (deed.at % 7 === 0) await shelf.key()
}

/** All that a workspace in a folder is: its files byte by byte, its versions, and its records. */
export async function toldOf(folder: string): Promise<unknown> {
  const workspace = await Workspace.open(folder)
  const archive = workspace.archive()
  const cases = []
  for (const one of await archive.cases()) {
    const texts = []
    for (const { version } of await archive.versions(one.id))
      texts.push(await archive.text(one.id, version))
    cases.push({ ...one, texts })
  }
  await workspace.close()
  const shelf = new FolderShelf(join(folder, '.truce', 'records'))
  const records = []
  for (const of of await shelf.owners())
    for (const id of await shelf.ids(of)) {
      const store = await shelf.entries(of, id)
      const [entries, notes] = [await store.read(0, 1e6), await store.checkpoints(0, 1e6)]
      await store.close()
      const ahead = await shelf.ahead(of, id)
      records.push({ of, id, entries, notes, ahead })
    }
  return { cases, records, files: await filesUnder(folder) }
}

const CHANGING = /versions\.db|record\.sqlite|\.truce\/(?:lock|staging)$/

/** The bytes of every file but databases, by path. */
export async function filesUnder(folder: string): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {}
  await mkdir(folder, { recursive: true })
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of names) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !CHANGING.test(path))
      found[path.slice(folder.length)] = (await readFile(path)).toString('hex')
  }
  return found
}
