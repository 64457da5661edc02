/** What a key may be for. */
export const KEY_ROLES = [
  /** Receives entries and signs checkpoints; speaks for no delegation. */
  'operator',
  /** Speaks for a party, and says which other keys do. */
  'head',
  'delegate',
  'observer',
  'mediator',
  'field',
  /** Cosigns checkpoints, and writes nothing. */
  'witness'
] as const

/** One of `KEY_ROLES`. */
export type KeyRole = (typeof KEY_ROLES)[number]

/** A key that may sign entries, or could. */
export interface RingKey {
  readonly id: string
  readonly party: string
  readonly role: KeyRole
  readonly name?: string
  readonly publicKey: Uint8Array
  /** The number of the entry that brought it. */
  readonly added: number
  readonly revoked?: KeyRevocation
}

/** That a key is no longer to be believed. */
export interface KeyRevocation {
  /** The number of the entry that says so. */
  readonly entry: number
  /** From when on what the key signed is in doubt, where that was before. */
  readonly since?: string
  readonly because?: string
}

/** All keys of a record, those that were revoked among them, in the order in which they came. */
export class KeyRing {
  private readonly keys = new Map<string, RingKey>()

  /** The key with this id, revoked or not. */
  get(id: string): RingKey | undefined {
    return this.keys.get(id)
  }

  /** All of them. */
  all(): readonly RingKey[] {
    return [...this.keys.values()]
  }

  /** Those that stood when the log had so many entries. */
  at(size: number): readonly RingKey[] {
    return this.all().filter(
      ({ added, revoked }) => added < size && (revoked === undefined || size <= revoked.entry)
    )
  }

  /** Takes a key in. */
  add(key: RingKey): void {
    this.keys.set(key.id, key)
  }

  /** Notes that a key was revoked. */
  revoke(id: string, revoked: KeyRevocation): void {
    const key = this.keys.get(id)
    if (key) this.keys.set(id, { ...key, revoked })
  }
}
