import type { Client } from 'pg'

/** Milliseconds until a lost connection is made anew: the first time, and at most. */
const [SOON, LATE] = [50, 5000]
const CONNECTING = 5000

/** What is listened to, and who is told. */
export interface Listening {
  /** `postgres://user@host:5432/database`. */
  readonly url: string
  readonly channel: string
  /**
   * Called with what was said; with nothing after a connection was made anew, for then anything may
   * have been said meanwhile.
   */
  readonly heard: (said?: string) => void
}

/**
 * Listens to a channel of PostgreSQL on a connection of its own, which is made anew, by and by less
 * often, for as long as it is lost.
 */
export class Listener {
  private readonly listening: Listening
  private client: Client | undefined
  private timer: NodeJS.Timeout | undefined
  private wait = SOON
  private ended = false

  private constructor(listening: Listening) {
    this.listening = listening
  }

  /** Listens once this resolves. */
  static async open(listening: Listening): Promise<Listener> {
    const listener = new Listener(listening)
    await listener.connect()
    return listener
  }

  /** Listens no more. */
  async close(): Promise<void> {
    this.ended = true
    clearTimeout(this.timer)
    await this.client?.end().catch(() => undefined)
  }

  private async connect(): Promise<void> {
    const { url, channel, heard } = this.listening
    const { default: pg } = await import('pg')
    const client = new pg.Client({
      connectionString: url,
      application_name: 'truce',
      connectionTimeoutMillis: CONNECTING,
      keepAlive: true
    })
    // It says so twice, and may do so before it was ever there.
    let lost = false
    const lose = (): void => {
      if (!lost && client === this.client) this.again()
      lost = true
    }
    client.on('error', lose)
    client.on('end', lose)
    client.on('notification', ({ payload }) => heard(payload))
    try {
      await client.connect()
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
    } catch (error) {
      await client.end().catch(() => undefined)
      throw error
    }
    this.client = client
    this.wait = SOON
    if (lost) this.again()
    if (this.ended) await client.end().catch(() => undefined)
  }

  private again(): void {
    this.client = undefined
    if (this.ended) return
    this.timer = setTimeout(() => {
      this.connect().then(
        () => this.listening.heard(),
        () => this.again()
      )
    }, this.wait)
    this.wait = Math.min(LATE, this.wait * 2)
  }
}
