import { utf8Text } from './bytes.ts'
import { NotCanonical, surelyCanonical } from './canonical-json.ts'
import type { LogLeaf, SignedEntry } from './envelope.ts'
import { leafOf, spelledLeaf } from './envelope.ts'
import { formProblem, leafShape } from './envelope-shape.ts'
import { plainLeaf } from './plain-leaf.ts'
import type { RecordProblem } from './problems.ts'
import { stampText } from './stamp.ts'

/** How long a leaf may be: a text of many pages; photographs and films are named by their hash. */
export const MOST_LEAF = 256 * 1024

/**
 * Reads a leaf strictly: UTF-8, JSON, every field known, and in the one spelling that is hashed, so
 * that no two leaves say the same.
 */
export function readLeaf(bytes: Uint8Array): LogLeaf | RecordProblem {
  if (bytes.length > MOST_LEAF) return malformed('too-long')
  const text = utf8Text(bytes)
  if (text === undefined) return malformed('not-utf-8')
  const told = parsed(text)
  if (told === undefined) return malformed('not-json')
  const leaf = plainLeaf(told.value) ?? leafShape.safeParse(told.value).data
  if (leaf === undefined) return formProblem(told.value) ?? malformed('')
  if (surelyCanonical(text, told.value)) return leaf
  try {
    return spelledLeaf(leaf) === text ? leaf : { code: 'not-canonical', data: {} }
  } catch (error) {
    return unspellable(error)
  }
}

/** Whether what was read is a leaf. */
export const isLeaf = (read: LogLeaf | RecordProblem): read is LogLeaf => 'received' in read

/**
 * An entry that came from outside, as a form or a line of JSON; or what is wrong with its form.
 * Nothing else of it is believed yet.
 */
export function signedEntryOf(told: unknown): SignedEntry | RecordProblem {
  const read = leafShape.shape.entry.safeParse(told)
  if (!read.success) return formProblem({ entry: told, received: EPOCH }) ?? malformed('')
  const problem = lengthProblem(read.data)
  return problem ?? read.data
}

/** Whether what was read is an entry. */
export const isEntry = (read: SignedEntry | RecordProblem): read is SignedEntry => 'v' in read

const EPOCH = stampText(0)

/** What can be read has a spelling, and one that is not too long. */
function lengthProblem(entry: SignedEntry): RecordProblem | undefined {
  try {
    const { length } = leafOf(entry, EPOCH, EPOCH)
    return length > MOST_LEAF ? malformed('too-long') : undefined
  } catch (error) {
    return unspellable(error)
  }
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function unspellable(error: unknown): RecordProblem {
  if (!(error instanceof NotCanonical)) throw error
  return { code: 'not-canonical', data: { at: `entry/${error.at}`, why: error.why } }
}

const malformed = (why: string): RecordProblem => ({ code: 'malformed', data: { why } })
