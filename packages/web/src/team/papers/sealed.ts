import {
  armor,
  Decrypter,
  Encrypter,
  generateHybridIdentity,
  identityToRecipient
} from 'age-encryption'
import type { Paper } from './paper-file.ts'
import { BadPaper, packed, unpacked } from './paper-file.ts'

/** A paper and its label, each sealed. */
export interface SealedFiles {
  readonly label: Uint8Array
  readonly body: Uint8Array
}

/** What names a paper, and ties it to its track and to the sealed file itself. */
export interface Label {
  readonly title: string
  readonly file: string
  readonly track: string
  /** SHA-256 of the sealed paper. */
  readonly body: string
}

const LABEL_SIZE = 1024
const LONGEST = 200

/** A new secret key: X25519 and ML-KEM-768 together, both of which would have to be broken. */
export const newSecret = (): Promise<string> => generateHybridIdentity()

/** The public half of a secret key. */
export const publicOf = (secret: string): Promise<string> => identityToRecipient(secret)

/** Seals a paper of a track to some public keys. */
export async function seal(
  paper: Paper,
  track: string,
  keys: readonly string[]
): Promise<SealedFiles> {
  const body = await encrypter(keys).encrypt(packed(paper))
  const label: Label = {
    title: paper.title.slice(0, LONGEST),
    file: paper.file.slice(-LONGEST),
    track,
    body: await sha256(body)
  }
  return { label: await encrypter(keys).encrypt(filled(label)), body }
}

/** Opens what names a paper. It has to be of this track. */
export async function openLabel(label: Uint8Array, track: string, secret: string): Promise<Label> {
  const text = new TextDecoder().decode(await opened(label, secret))
  const said = JSON.parse(text) as Label
  if (said.track !== track) throw new BadPaper('changed')
  return said
}

/** Opens a paper, which has to be the one that its label names. */
export async function open(files: SealedFiles, track: string, secret: string): Promise<Paper> {
  const label = await openLabel(files.label, track, secret)
  if (label.body !== (await sha256(files.body))) throw new BadPaper('changed')
  return unpacked(await opened(files.body, secret))
}

/** A secret key as a file that a passphrase opens, here and by `age -d`; each step of `work` doubles that of a guess. */
export async function toFile(secret: string, passphrase: string, work = 18): Promise<string> {
  const one = new Encrypter()
  one.setScryptWorkFactor(work)
  one.setPassphrase(passphrase)
  const text = `# public key: ${await publicOf(secret)}\n${secret}\n`
  return armor.encode(await one.encrypt(text))
}

/** The secret key in such a file; nothing where the passphrase or the file is another. */
export async function fromFile(file: string, passphrase: string): Promise<string | undefined> {
  const one = new Decrypter()
  one.addPassphrase(passphrase)
  try {
    const text = await one.decrypt(armor.decode(file), 'text')
    return /^AGE-SECRET-KEY-PQ-1[0-9A-Z]+$/m.exec(text)?.[0]
  } catch {
    return undefined
  }
}

/** SHA-256 in hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The hash under which the server names a public key. */
export const keyHash = (key: string): Promise<string> => sha256(new TextEncoder().encode(key))

/**
 * A public key as twelve groups of five digits, to be compared by voice: nearly 200 bits of its
 * SHA-512, so that nobody makes a key with the groups of another.
 */
export async function groupsOf(key: string): Promise<readonly string[]> {
  const hash = await crypto.subtle.digest('SHA-512', new TextEncoder().encode(key))
  const bytes = new DataView(hash)
  return Array.from({ length: 12 }, (_, place) => {
    const value = bytes.getUint8(5 * place) * 2 ** 32 + bytes.getUint32(5 * place + 1)
    return String(value % 100_000).padStart(5, '0')
  })
}

function encrypter(keys: readonly string[]): Encrypter {
  const one = new Encrypter()
  for (const key of keys) one.addRecipient(key)
  return one
}

async function opened(file: Uint8Array, secret: string): Promise<Uint8Array> {
  const one = new Decrypter()
  one.addIdentity(secret)
  try {
    return await one.decrypt(file)
  } catch {
    throw new BadPaper('changed')
  }
}

/** Spaces at the end of JSON say nothing. */
function filled(label: Label): Uint8Array {
  const whole = new Uint8Array(LABEL_SIZE).fill(0x20)
  const short = { ...label }
  for (;;) {
    const bytes = new TextEncoder().encode(JSON.stringify(short))
    if (bytes.length <= LABEL_SIZE) {
      whole.set(bytes)
      return whole
    }
    // The whole title and name stand in the paper itself.
    Object.assign(short, { title: short.title.slice(0, -10), file: short.file.slice(10) })
  }
}
