import { StoreRefusal } from '@truce/core/ports'

const DAMAGED = /^(XX001|XX002|58P01|42P01|42703|3F000)$/
const FULL = /^(53100|ENOSPC)$/
const BUSY = /^(55P03|40001|40P01|53300|57P03|57014)$/
const KEYS = /^(28|42501$|25006$|3D000$)/

/** What failures of PostgreSQL mean to a person, without a word of the password. */
export class PostgresProblems {
  private readonly secrets: readonly string[]

  /** `url`: the address, of which nothing but the name of a user may be told. */
  constructor(url: string) {
    this.secrets = secretsOf(url)
  }

  /** The refusal of an address that is none. */
  badAddress(): StoreRefusal {
    return new StoreRefusal(
      'bad-name',
      'the address of the database is not one that can be read',
      'write it as postgres://user@host:5432/database, with %-escapes for signs that have a meaning in addresses'
    )
  }

  /** The refusal, where a person can do something about it; mistakes of our own pass as they are. */
  of(error: unknown): unknown {
    if (error instanceof StoreRefusal || !(error instanceof Error)) return error
    const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
    if (code === 'ERR_INVALID_URL' || error instanceof URIError) return this.badAddress()
    if (error instanceof TypeError || error instanceof RangeError) return error
    return refusal(code, this.without(error.message))
  }

  private without(message: string): string {
    return this.secrets.reduce((text, secret) => text.replaceAll(secret, '***'), message)
  }
}

function refusal(code: string, message: string): StoreRefusal {
  if (DAMAGED.test(code)) return damagedDatabase(message)
  if (FULL.test(code))
    return new StoreRefusal(
      'disk-full',
      'the disk of the database is full; nothing that was there is lost',
      'free some space on it and append again'
    )
  if (BUSY.test(code))
    return new StoreRefusal(
      'held',
      `the database is busy with others (${message})`,
      'try again in a moment'
    )
  if (KEYS.test(code))
    return new StoreRefusal(
      'unwritable',
      `the database does not let us in, or not write (${message})`,
      'see the user, the password and the name of the database in its address, and what this user may do'
    )
  return new StoreRefusal(
    'unwritable',
    `the database does not answer as it should (${[code, message].filter(Boolean).join(': ')})`,
    'see that it runs and can be reached, then ask for the size before appending again: the last append may have gone through'
  )
}

/** The refusal of a record that the database cannot give back whole. */
export function damagedDatabase(reason: string): StoreRefusal {
  return new StoreRefusal(
    'unreadable-store',
    `the record cannot be read from the database: ${reason}`,
    'nothing in it was changed; verify another copy of the record and go on with that'
  )
}

/** The address itself and the password in it, as written and as meant, the longest first. */
function secretsOf(url: string): readonly string[] {
  const written = [
    /^[^:]*:\/\/[^:@/?]*:([^/?#]*)@/.exec(url)?.[1],
    /[?&]password=([^&#]*)/.exec(url)?.[1]
  ]
  const meant = written.map((text) => text && unescaped(text))
  return [url, ...written, ...meant]
    .filter((text) => text !== undefined && text !== '')
    .map(String)
    .sort((a, b) => b.length - a.length)
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
