import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Signer } from '@truce/core'
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
