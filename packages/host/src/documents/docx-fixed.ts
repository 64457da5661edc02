import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { ZIP_EPOCH } from '../zip-epoch.ts'

const CORE = 'docProps/core.xml'

/**
 * The same document without anything that differs from run to run: the time it was written, the
 * times of the archive's entries, and ids drawn at random or counted on from one document to the
 * next.
 */
export function fixed(
  bytes: Uint8Array,
  [year, month, day]: readonly [number, number, number]
): Uint8Array {
  const time = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T00:00:00Z`
  const rename = renamer()
  const entries = Object.entries(unzipSync(bytes)).map(([name, content]) => {
    // Pictures in dots are packed by themselves: to pack them again takes long and gains nothing.
    if (name.endsWith('.png')) return [name, [content, { level: 0 }]] as const
    if (!/\.(?:xml|rels)$/.test(name)) return [name, content] as const
    const text = strFromU8(content)
    const dated = name === CORE ? text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, time) : text
    return [name, strToU8(counted(rename(dated)))] as const
  })
  return zipSync(Object.fromEntries(entries), { mtime: ZIP_EPOCH, level: 6 })
}

const two = (value: number): string => String(value).padStart(2, '0')

/**
 * Gives drawn ids of relations names in the order in which they turn up; the same id gets the same
 * name in every file.
 */
function renamer(): (text: string) => string {
  const names = new Map<string, string>()
  return (text) =>
    text.replace(/rId[a-z0-9_-]{21}(?=")/g, (id) => {
      const name = names.get(id) ?? `rIdLink${names.size + 1}`
      names.set(id, name)
      return name
    })
}

/** Drawings count from 1 in each document. */
function counted(text: string): string {
  let drawings = 0
  return text.replace(/(<wp:docPr id=")\d+"/g, (_, head: string) => {
    drawings++
    return `${head}${drawings}"`
  })
}
