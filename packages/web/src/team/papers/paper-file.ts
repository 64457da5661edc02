/** What a sealed paper is once it is opened. */
export interface Paper {
  readonly title: string
  readonly file: string
  readonly bytes: Uint8Array
}

/** The most that the file of a paper may be. */
export const MOST_PAPER = 5_000_000

const SIZES = [16_384, 65_536, 262_144, 1_048_576, 2_097_152, 5_242_880]
const BLOCK = 512
const NAME = 100
const FIRST = 'paper.json'

/** A paper that is not what it is said to be, with what is wrong. */
export class BadPaper extends Error {
  readonly code: 'too-large' | 'changed'

  constructor(code: BadPaper['code']) {
    super(code)
    this.code = code
  }
}

/**
 * A paper as an archive (tar) of its title and its file, filled up with zeros to one of a few sizes.
 * Archives end where zeros begin, so that `age -d | tar -x` gives the file as it was.
 */
export function packed({ title, file, bytes }: Paper): Uint8Array {
  if (bytes.length > MOST_PAPER) throw new BadPaper('too-large')
  const about = new TextEncoder().encode(JSON.stringify({ title, file }))
  const parts = [entry(FIRST, about), entry(entryName(file), bytes)]
  const length = parts.reduce((sum, part) => sum + part.length, 2 * BLOCK)
  const size = SIZES.find((one) => one >= length)
  if (size === undefined) throw new BadPaper('too-large')
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The paper in an archive that `packed` made. */
export function unpacked(archive: Uint8Array): Paper {
  const about = entryAt(archive, 0)
  const file = entryAt(archive, about.end)
  const said: unknown = JSON.parse(new TextDecoder().decode(about.bytes))
  if (typeof said !== 'object' || said === null || !('title' in said) || !('file' in said))
    throw new BadPaper('changed')
  return { title: String(said.title), file: String(said.file), bytes: file.bytes }
}

function entry(name: string, bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(BLOCK + Math.ceil(bytes.length / BLOCK) * BLOCK)
  const put = (at: number, text: string): void => whole.set(new TextEncoder().encode(text), at)
  const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0')
  put(0, name)
  put(100, '0000600\0')
  put(108, '0000000\0')
  put(116, '0000000\0')
  put(124, `${octal(bytes.length, 11)}\0`)
  put(136, `${octal(0, 11)}\0`)
  put(148, '        ')
  put(156, '0')
  put(257, 'ustar\x0000')
  const sum = whole.subarray(0, BLOCK).reduce((all, byte) => all + byte, 0)
  put(148, `${octal(sum, 6)}\0 `)
  whole.set(bytes, BLOCK)
  return whole
}

function entryAt(archive: Uint8Array, at: number): { bytes: Uint8Array; end: number } {
  const text = new TextDecoder().decode(archive.subarray(at + 124, at + 135))
  const size = /^[0-7]{11}$/.test(text) ? Number.parseInt(text, 8) : Number.POSITIVE_INFINITY
  const from = at + BLOCK
  if (from + size > archive.length) throw new BadPaper('changed')
  return {
    bytes: archive.slice(from, from + size),
    end: from + Math.ceil(size / BLOCK) * BLOCK
  }
}

/** A name that leads nowhere else when the archive is unpacked, and has room in it. */
function entryName(file: string): string {
  const plain = [...file.normalize('NFC')].map((one) => (/[\p{L}\p{N}._ -]/u.test(one) ? one : '_'))
  const safe = plain.join('').replace(/^[. -]+/, '') || 'paper'
  const named = safe === FIRST ? `the ${FIRST}` : safe
  const dot = named.lastIndexOf('.')
  const end = dot > 0 && named.length - dot <= 10 ? named.slice(dot) : ''
  let start = end === '' ? named : named.slice(0, dot)
  while (new TextEncoder().encode(start + end).length > NAME - 1) start = start.slice(0, -1)
  return start + end
}
