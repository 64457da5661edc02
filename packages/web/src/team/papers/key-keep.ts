const NAME = 'truce-papers'
const STORE = 'kept'

/** A secret key as this browser keeps it: under a key that no script can read out. */
interface Wrapped {
  readonly by: CryptoKey
  readonly iv: Uint8Array<ArrayBuffer>
  readonly secret: ArrayBuffer
}

/** Whose public keys were compared and taken for theirs, newest last. */
export type Pins = Readonly<Record<string, readonly string[]>>

/** The secret key that this browser keeps for a person. */
export async function secretOf(person: string): Promise<string | undefined> {
  const kept = (await asked('readonly', (store) => store.get(`key ${person}`))) as
    | Wrapped
    | undefined
  if (!kept) return undefined
  const name = { name: 'AES-GCM', iv: kept.iv }
  return new TextDecoder().decode(await crypto.subtle.decrypt(name, kept.by, kept.secret))
}

/** Keeps the secret key of a person in this browser. */
export async function keepSecret(person: string, secret: string): Promise<void> {
  const by = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt'
  ])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = new TextEncoder().encode(secret)
  const wrapped: Wrapped = {
    by,
    iv,
    secret: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, by, bytes)
  }
  await asked('readwrite', (store) => store.put(wrapped, `key ${person}`))
}

/** The keys of others that a person has taken for theirs in this browser. */
export async function pinsOf(person: string): Promise<Pins> {
  return ((await asked('readonly', (store) => store.get(`pins ${person}`))) ?? {}) as Pins
}

/** Takes a key for somebody's. */
export async function pin(person: string, other: string, key: string): Promise<Pins> {
  const before = await pinsOf(person)
  const pins = { ...before, [other]: [...(before[other] ?? []).filter((one) => one !== key), key] }
  await asked('readwrite', (store) => store.put(pins, `pins ${person}`))
  return pins
}

async function asked(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest
): Promise<unknown> {
  const database = await opened()
  try {
    return await new Promise<unknown>((done, failed) => {
      const transaction = database.transaction(STORE, mode)
      const request = ask(transaction.objectStore(STORE))
      transaction.oncomplete = () => done(request.result)
      transaction.onerror = () => failed(transaction.error)
      transaction.onabort = () => failed(transaction.error)
    })
  } finally {
    database.close()
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error)
  })
}
