import type { EntryDraft, SealedEntry } from '@truce/core/log'
import type { EntryProblem } from '@truce/core/record'
import { ownName } from '../../state/person.ts'
import type { KeyHeld } from './browser-signing.ts'

/** An entry that was written and signed here, and has not reached the record yet. */
export interface Waiting {
  readonly id: string
  readonly record: string
  readonly draft: EntryDraft
  readonly sealed: SealedEntry
  /** When it was written, in milliseconds since 1970: they go out in this order. */
  readonly written: number
  /** Why the record did not take it; it waits for a person then. */
  readonly problems?: readonly EntryProblem[]
}

/** A key of somebody who writes in this browser. */
export interface OwnKey extends KeyHeld {
  readonly id: string
}

/** What this browser keeps for records: the keys made in it, and what waits to be sent. */
export interface BrowserKeep {
  readonly keys: () => Promise<readonly OwnKey[]>
  readonly putKey: (key: OwnKey) => Promise<void>
  readonly waiting: (record: string) => Promise<readonly Waiting[]>
  readonly put: (waiting: Waiting) => Promise<void>
  readonly drop: (id: string) => Promise<void>
  /** False where the browser keeps nothing: then all of it ends with the page. */
  readonly lasts: boolean
}

/** Keys and what waits are found by whoever they are of alone. */
const NAME = 'truce.records'
const KEYS = 'keys'
const QUEUE = 'queue'

let opened: Promise<BrowserKeep> | undefined

/** What the browser keeps, or for as long as the page is open where it keeps nothing: one for a page. */
export function openKeep(): Promise<BrowserKeep> {
  opened ??= begun()
  return opened
}

async function begun(): Promise<BrowserKeep> {
  if (globalThis.indexedDB === undefined) return memory()
  try {
    return lasting(await database())
  } catch {
    return memory()
  }
}

function database(): Promise<IDBDatabase> {
  const asking = indexedDB.open(ownName(NAME), 1)
  asking.onupgradeneeded = () => {
    asking.result.createObjectStore(KEYS, { keyPath: 'id' })
    asking.result.createObjectStore(QUEUE, { keyPath: 'id' })
  }
  return done(asking)
}

function lasting(base: IDBDatabase): BrowserKeep {
  const store = (name: string, mode: IDBTransactionMode = 'readonly'): IDBObjectStore =>
    base.transaction(name, mode).objectStore(name)
  return {
    keys: () => done<OwnKey[]>(store(KEYS).getAll()),
    putKey: async (key) => void (await done(store(KEYS, 'readwrite').put(key))),
    waiting: async (record) => inOrder(await done<Waiting[]>(store(QUEUE).getAll()), record),
    put: async (waiting) => void (await done(store(QUEUE, 'readwrite').put(waiting))),
    drop: async (id) => void (await done(store(QUEUE, 'readwrite').delete(id))),
    lasts: true
  }
}

function memory(): BrowserKeep {
  const [keys, queue] = [new Map<string, OwnKey>(), new Map<string, Waiting>()]
  return {
    keys: async () => [...keys.values()],
    putKey: async (key) => void keys.set(key.id, key),
    waiting: async (record) => inOrder([...queue.values()], record),
    put: async (waiting) => void queue.set(waiting.id, waiting),
    drop: async (id) => void queue.delete(id),
    lasts: false
  }
}

const inOrder = (all: readonly Waiting[], record: string): readonly Waiting[] =>
  all.filter((one) => one.record === record).sort((a, b) => a.written - b.written)

const done = <T>(asking: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asking.onsuccess = () => resolve(asking.result)
    asking.onerror = () => reject(asking.error)
  })
