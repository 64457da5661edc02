import { inflateRawSync } from 'node:zlib'

const FILE = 0x04034b50
const LISTED = 0x02014b50
const DESCRIPTOR = Buffer.from('PK\u0007\u0008', 'latin1')

/**
 * Whether the files of a zip archive unpack to at most `most` bytes in all: they are unpacked to
 * see, one after the other as a reader of streams comes upon them, because an archive may say of
 * itself what it likes (APPNOTE.TXT 4.3.7 to 4.3.12). What is no archive is left to the reader.
 */
export function unpacksWithin(bytes: Buffer, most: number): boolean {
  let [at, left] = [0, most]
  while (at + 46 <= bytes.length && left >= 0) {
    const signature = bytes.readUInt32LE(at)
    if (signature === LISTED)
      at +=
        46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    else if (signature === FILE) {
      const { next, size } = fileAt(bytes, at, left)
      at = next
      left -= size
    } else break
  }
  return left >= 0
}

/**
 * Where a file of the archive ends, and how large it is: what it says, or what it unpacks to if
 * that is more.
 */
function fileAt(
  bytes: Buffer,
  at: number,
  left: number
): { readonly next: number; readonly size: number } {
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const [packed, said] = [bytes.readUInt32LE(at + 18), bytes.readUInt32LE(at + 22)]
  const known = (bytes.readUInt16LE(at + 6) & 0x08) === 0 || packed > 0
  const descriptor = known ? -1 : bytes.indexOf(DESCRIPTOR, from)
  const to = known ? from + packed : descriptor < 0 ? bytes.length : descriptor
  const data = bytes.subarray(from, to)
  const size = bytes.readUInt16LE(at + 8) === 0 ? data.length : inflatedSize(data, left)
  return { next: known ? to : to + 16, size: Math.max(size, known ? said : 0) }
}

/** More than `most` where it is more; broken data counts as nothing, for reading it will fail. */
function inflatedSize(data: Buffer, most: number): number {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) }).length
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : 0
  }
}
