import { inflateRawSync } from 'node:zlib'
import { sheetExcess } from './xlsx-sheet.ts'

const FILE = 0x04034b50
const LISTED = 0x02014b50
const DESCRIPTOR = Buffer.from('PK\u0007\u0008', 'latin1')

/**
 * What would make the files of a zip archive too much for its reader, in words; undefined when
 * nothing does. They are unpacked to see, one after the other as a reader of streams comes upon
 * them, because an archive may say of itself what it likes (APPNOTE.TXT 4.3.7 to 4.3.12). What is
 * no archive is left to the reader.
 */
export function excessOf(bytes: Buffer, most: number): string | undefined {
  let [at, left] = [0, most]
  while (at + 46 <= bytes.length) {
    const signature = bytes.readUInt32LE(at)
    if (signature === LISTED)
      at +=
        46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    else if (signature === FILE) {
      const { next, size, content } = fileAt(bytes, at, left)
      left -= size
      if (left < 0) return `unpacks to more than ${Math.round(most / 1_000_000)} MB`
      const excess = sheetExcess(content)
      if (excess !== undefined) return excess
      at = next
    } else break
  }
  return undefined
}

/** A file of the archive: where it ends, what it unpacks to, and the size of that, or what it says if more. */
function fileAt(
  bytes: Buffer,
  at: number,
  left: number
): { readonly next: number; readonly size: number; readonly content: Buffer } {
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const [packed, said] = [bytes.readUInt32LE(at + 18), bytes.readUInt32LE(at + 22)]
  const known = (bytes.readUInt16LE(at + 6) & 0x08) === 0 || packed > 0
  const descriptor = known ? -1 : bytes.indexOf(DESCRIPTOR, from)
  const to = known ? from + packed : descriptor < 0 ? bytes.length : descriptor
  const data = bytes.subarray(from, to)
  const content = bytes.readUInt16LE(at + 8) === 0 ? data : inflated(data, left)
  const size = content?.length ?? left + 1
  return {
    next: known ? to : to + 16,
    size: Math.max(size, known ? said : 0),
    content: content ?? EMPTY
  }
}

const EMPTY = Buffer.alloc(0)

/** None where it is more than `most`; broken data counts as nothing, for reading it will fail. */
function inflated(data: Buffer, most: number): Buffer | undefined {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? undefined : EMPTY
  }
}
