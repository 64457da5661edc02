import { type StoreCode, StoreRefusal } from '@truce/core/ports'

const DAMAGED = /^(XX001|XX002|58P01|42P01|42703|3F000)$/
const FULL = /^(53100|ENOSPC)$/
const BUSY = /^(55P03|40001|40P01|53300|57P03|57014)$/
const KEYS = /^(28|42501$|25006$|3D000$)/
/** A character that no text can have: what was sent is wrong, and not the database. */
const LETTER = /^(22021|22P05)$/
/** The server was ended, or cannot be reached. */
const AWAY = /^(08|57P0[12]$|E(CONN|PIPE|TIMEDOUT|HOST|NET|NOTFOUND|AI_AGAIN|NOENT))/
/** What the driver says without a code when a connection breaks, or none is had in time. */
const BROKEN = /terminated|timeout|not queryable|closed/i

/**
 * A refusal of a database. Its message says what the database said, for whoever runs it; `plain` is
 * for everybody else.
 */
export class DatabaseRefusal extends StoreRefusal {
  readonly plain: string

  constructor(code: StoreCode, help: string, said: { readonly plain: string; detail?: string }) {
    super(code, said.detail ? `${said.plain} (${said.detail})` : said.plain, help)
    this.plain = said.plain
  }
}

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

function refusal(code: string, detail: string): StoreRefusal {
  if (LETTER.test(code))
    return new StoreRefusal(
      'bad-name',
      'a text has a character that cannot be kept in a database, such as U+0000',
      'leave it out'
    )
  if (DAMAGED.test(code))
    return new DatabaseRefusal(
      'unreadable-store',
      'nothing in it was changed; go on with another copy, verified or restored',
      { plain: 'what is kept cannot be read from the database', detail }
    )
  if (FULL.test(code))
    return new DatabaseRefusal('disk-full', 'free some space on it and try again', {
      plain: 'the disk of the database is full; nothing that was there is lost'
    })
  if (BUSY.test(code))
    return new DatabaseRefusal('held', 'try again in a moment', {
      plain: 'the database is busy with others',
      detail
    })
  if (KEYS.test(code))
    return new DatabaseRefusal(
      'unwritable',
      'see the user, the password and the name of the database in its address, and what this user may do',
      { plain: 'the database does not let us in, or not write', detail }
    )
  const isAway = AWAY.test(code) || (code === '' && BROKEN.test(detail))
  return new DatabaseRefusal(
    isAway ? 'away' : 'unwritable',
    'see that it runs and can be reached; what was sent last may have been kept: look before sending it again',
    {
      plain: 'the database does not answer as it should',
      detail: [code, detail].filter(Boolean).join(': ')
    }
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
