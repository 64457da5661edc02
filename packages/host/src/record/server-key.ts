import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Signer } from '@truce/core'
import { StoreRefusal } from '@truce/core/ports'
import { seededSigner } from '../signing/index.ts'

const SEED = 32

/** A new seed of a key. */
export const newSeed = (): Uint8Array => crypto.getRandomValues(new Uint8Array(SEED))

/** Keeps a seed in a file that only its owner may read, where there is none yet. */
export async function keepSeedFile(path: string, seed: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, seed, { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  })
}

/** The key in such a file, made when it is first needed. */
export async function keyInSeedFile(path: string): Promise<Signer> {
  await keepSeedFile(path, newSeed())
  return seededSigner(new Uint8Array(await readFile(path)))
}

/** Refuses a file of a key that others than its owner may read: it was read by somebody. One that is not there yet passes. */
export async function mustBeOwnersAlone(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (process.platform === 'win32' || found === undefined || (found.mode & 0o077) === 0) return
  throw new StoreRefusal(
    'unwritable',
    `others than its owner may read ${path}`,
    `see who has read it, then run: chmod 600 ${path}`
  )
}
