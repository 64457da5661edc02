import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import type { Signer } from '@truce/core'
import { signerOf } from '../signing/index.ts'

const ED25519 = 'Ed25519'

/** Thrown where a key cannot be used; the message says what to do. */
export class KeyRefused extends Error {}

/**
 * Makes a key and writes the private half to a new file that only its owner reads (PKCS #8 in PEM,
 * as other tools read it).
 */
export async function newKeyFile(path: string): Promise<Signer> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  await writeFile(path, pem, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST'
      ? new KeyRefused(`${path} exists; a key is never written over`)
      : error
  })
  return readKeyFile(path)
}

/** A signer with the key of a file. One that others may read is refused: they may have it already. */
export async function readKeyFile(path: string): Promise<Signer> {
  const info = await stat(path).catch(() => undefined)
  if (!info?.isFile()) throw new KeyRefused(`there is no key file ${path}`)
  // Windows keeps rights elsewhere.
  if (process.platform !== 'win32' && (info.mode & 0o077) !== 0)
    throw new KeyRefused(`${path} can be read by others than its owner: run chmod 600 on it`)
  return privateKeyIn(await readFile(path, 'utf8'), path)
}

/** A signer with a key in PEM; `path`: how it is called where it is refused. */
export async function privateKeyIn(pem: string, path: string): Promise<Signer> {
  return signerOf(await keysIn(pem, path))
}

async function keysIn(pem: string, path: string): Promise<Parameters<typeof signerOf>[0]> {
  try {
    const secret = createPrivateKey(pem)
    if (secret.asymmetricKeyType !== 'ed25519')
      throw new KeyRefused(`${path} is not an Ed25519 key`)
    const [privateDer, publicDer] = [
      secret.export({ type: 'pkcs8', format: 'der' }),
      createPublicKey(secret).export({ type: 'spki', format: 'der' })
    ].map((der) => new Uint8Array(der)) as [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>]
    return {
      privateKey: await crypto.subtle.importKey('pkcs8', privateDer, ED25519, false, ['sign']),
      publicKey: await crypto.subtle.importKey('spki', publicDer, ED25519, true, ['verify'])
    }
  } catch (error) {
    // What stood in the file is in no message.
    if (error instanceof KeyRefused) throw error
    throw new KeyRefused(`${path} holds no private key in PEM`)
  }
}
