import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Opens a store on a place: an empty folder at first, and the same one again later. A store that
 * needs no folder keeps what it has by the name of the folder.
 */
export type Opening<Store> = (folder: string) => Promise<Store>

interface Closable {
  readonly close: () => Promise<void>
}

/** What a test is given. */
export interface InTest<Store> {
  readonly store: Store
  /** Closes the store and opens what it left. */
  readonly reopened: () => Promise<Store>
  /** Another store on the same place, while the first is open. */
  readonly second: () => Promise<Store>
}

/** Runs a test on a place of its own, and cleans up. */
export function withOne<Store extends Closable>(
  opening: Opening<Store>
): (test: (given: InTest<Store>) => Promise<void>) => Promise<void> {
  return async (test) => {
    const folder = await mkdtemp(join(tmpdir(), 'truce-contract-'))
    const open = new Set<Store>()
    const opened = async (): Promise<Store> => {
      const store = await opening(folder)
      open.add(store)
      return store
    }
    const closeAll = async (): Promise<void> => {
      for (const store of open) await store.close()
      open.clear()
    }
    const reopened = async (): Promise<Store> => {
      await closeAll()
      return opened()
    }
    try {
      await test({ store: await opened(), reopened, second: opened })
    } finally {
      await closeAll()
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** The code of a refusal, or `done`. */
export const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: { readonly code: string }) => error.code
  )

/** Opens the same store again for the same place, for what lives in memory only. */
export function inMemory<Store>(make: () => Store): Opening<Store> {
  const stores = new Map<string, Store>()
  return async (folder) => {
    const store = stores.get(folder) ?? make()
    stores.set(folder, store)
    return store
  }
}
