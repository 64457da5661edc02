import type { SourceFile } from '@truce/core'
import { StoreRefusal } from '@truce/core/ports'
import { copyRecord } from '../record/copy-record.ts'
import type { MovableShelf } from '../record/record-shelf.ts'

interface Ends {
  readonly from: MovableShelf
  readonly to: MovableShelf
}

/** Something else stands where a copy is to be. */
export const otherThere = (what: string): StoreRefusal =>
  new StoreRefusal(
    'taken',
    `the place that it is to be copied to ${what}`,
    'copy into an empty folder or database; a copy that was broken off goes on where it ended'
  )

/** Refuses a shelf with records that the other has not. */
export async function refuseOtherRecords({ from, to }: Ends): Promise<void> {
  for (const of of await to.owners()) {
    const wanted = new Set(await from.ids(of))
    const other = (await to.ids(of)).find((id) => !wanted.has(id))
    if (other !== undefined) throw otherThere(`has a record ${of}/${other} of its own`)
  }
}

/** Copies all records with what lies beside them; keys where they are asked for. How many entries. */
export async function copyShelf(
  ends: Ends,
  keys: boolean
): Promise<{ readonly records: number; readonly entries: number }> {
  const { from, to } = ends
  let [records, entries] = [0, 0]
  for (const of of await from.owners())
    for (const id of await from.ids(of)) {
      entries += await copyOne(ends, of, id)
      if (keys) await copyKeys(ends, of, id)
      records++
    }
  const seed = keys ? await from.seed() : undefined
  if (seed !== undefined) {
    await to.keepSeed(seed)
    if (Buffer.compare((await to.seed()) ?? Buffer.of(), seed) !== 0)
      throw otherThere('has a server’s key of its own')
  }
  return { records, entries }
}

async function copyOne({ from, to }: Ends, of: string, id: string): Promise<number> {
  const there = new Map((await to.ground(of, id).catch(noFiles)).map(byName))
  const ground = await from.ground(of, id)
  const missing = ground.filter(({ name }) => !there.has(name))
  const known = new Map(ground.map(byName))
  if ([...there].some(([name, text]) => known.get(name) !== text))
    throw otherThere(`has another text under the record ${of}/${id}`)
  if (missing.length > 0) await to.keepGround(of, id, missing)
  const [source, target] = [await from.entries(of, id), await to.entries(of, id)]
  try {
    const { entries } = await copyRecord(source, target)
    await copyBeside({ from, to }, of, id)
    return entries
  } finally {
    await source.close()
    await target.close()
  }
}

const noFiles = (): readonly SourceFile[] => []
const byName = ({ name, text }: SourceFile): readonly [string, string] => [name, text]

/** The clock, and who read what. */
async function copyBeside({ from, to }: Ends, of: string, id: string): Promise<void> {
  const [wanted, found] = [await from.ahead(of, id), await to.ahead(of, id)]
  if (found !== 0 && found !== wanted)
    throw otherThere(`has another hour for the record ${of}/${id}`)
  if (found !== wanted) await to.keepAhead(of, id, wanted)
  const [lines, there] = [await from.lines(of, id), await to.lines(of, id)]
  if (there.some((line, at) => line !== lines[at]))
    throw otherThere(`says otherwise who read the record ${of}/${id}`)
  if (lines.length > there.length) await to.keepLines(of, id, lines.slice(there.length))
}

async function copyKeys({ from, to }: Ends, of: string, id: string): Promise<void> {
  const there = new Map((await to.keys(of, id)).map(({ name, bytes }) => [name, bytes]))
  for (const key of await from.keys(of, id)) {
    const found = there.get(key.name)
    if (found === undefined) await to.keepKey(of, id, key)
    else if (Buffer.compare(found, key.bytes) !== 0)
      throw otherThere(`has another key ${key.name} beside the record ${of}/${id}`)
  }
}
