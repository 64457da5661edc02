import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { StoreRefusal } from '@truce/core/ports'
import { DatabaseHeld } from '../sqlite.ts'
import { damageIn } from './damage.ts'
import { Versions } from './database.ts'

/** Who holds a workspace. */
interface Holder {
  readonly pid: number
  /** Where it answers, once it does. */
  readonly url?: string
}

/** A workspace held by this process alone, with its store open. */
export interface Held {
  readonly versions: Versions
  /** Set when the store is damaged: then `versions` begins anew in memory, and is not kept. */
  readonly damage: StoreRefusal | undefined
  /** Writes down where this process answers, for whoever comes second. */
  readonly announce: (url: string) => void
  readonly release: () => void
}

/**
 * Takes a workspace for this process alone. The lock is the operating system's, on the database: it
 * ends with the process, however that ends, and is never stale. The file beside it only tells
 * whoever comes second whom to look for; a number of a process in it proves nothing, for after a
 * power cut that number may be some other program's.
 */
export function take(
  folder: string,
  paths: { readonly lock: string; readonly database: string }
): Held {
  const { versions, damage } = open(folder, paths)
  const announce = (url?: string): void =>
    writeFileSync(
      paths.lock,
      JSON.stringify({ pid: process.pid, ...(url === undefined ? {} : { url }) })
    )
  announce()
  return {
    versions,
    damage,
    announce,
    release: () => {
      // First the file: once the database is let go, the file may be the next one's.
      rmSync(paths.lock, { force: true })
      versions.close()
    }
  }
}

function open(
  folder: string,
  { lock, database }: { readonly lock: string; readonly database: string }
): Pick<Held, 'versions' | 'damage'> {
  try {
    return { versions: new Versions(database), damage: undefined }
  } catch (error) {
    if (error instanceof DatabaseHeld) throw refusal(folder, holderIn(lock))
    const damage = damageIn(error)
    if (damage) return { versions: new Versions(':memory:'), damage }
    throw error
  }
}

function holderIn(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function refusal(folder: string, holder: Holder | undefined): StoreRefusal {
  const who = holder ? `process ${holder.pid}` : 'another process'
  const where = holder?.url === undefined ? '' : ` and answers at ${holder.url}`
  return new StoreRefusal(
    'held',
    `${who} already serves the workspace ${folder}${where}`,
    'use that one, end it, or choose another folder with --workspace'
  )
}
