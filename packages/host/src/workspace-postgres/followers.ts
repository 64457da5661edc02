import type { CaseChange } from '@truce/core'
import { Listener } from '../database/listener.ts'
import type { Run } from '../database/postgres.ts'
import { CHANNEL } from './case-tables.ts'
import { originOf } from './case-versions.ts'

/** Milliseconds after which it is looked whether anything was missed, whatever was heard. */
const LOOK = 15_000

/** Every version in the line of each case that is newer than the one that was told last. */
const SINCE = `
SELECT id, version, hash, origin FROM unnest($1::text[], $2::integer[]) AS followed (id, told)
JOIN truce.cases USING (id) JOIN truce.case_versions ON case_number = number AND version > told AND NOT aside
ORDER BY id, version`

const NEWEST = `
SELECT coalesce(max(version), 0) AS version FROM truce.cases JOIN truce.case_versions ON case_number = number
WHERE id = $1 AND NOT aside`

interface Follower {
  readonly id: string
  readonly changed: (change: CaseChange) => void
  /** The newest version that it knows; undefined until that is found. */
  told: number | undefined
}

/**
 * Whoever follows a case, told of each new version once and in order. A notice only says where to
 * look: what is told is what the tables have since, so that nothing is missed while a connection was
 * lost.
 */
export class Followers {
  private readonly url: string
  private readonly run: Run
  private readonly all = new Set<Follower>()
  private listener: Promise<Listener> | undefined
  private timer: NodeJS.Timeout | undefined
  private waiting: Set<string> | undefined
  private looking: Promise<void> | undefined

  constructor(url: string, run: Run) {
    this.url = url
    this.run = run
  }

  /** Tells of what is new from when this resolves; what it resolves to ends that. */
  async follow(id: string, changed: (change: CaseChange) => void): Promise<() => void> {
    await this.listening()
    const follower: Follower = { id, changed, told: undefined }
    // First it is here, then it is asked what it knows: a notice in between finds it.
    this.all.add(follower)
    try {
      const { rows } = await this.run(NEWEST, [id])
      follower.told = Number(rows[0]?.['version'])
    } catch (error) {
      this.all.delete(follower)
      throw error
    }
    this.look(id)
    return () => void this.all.delete(follower)
  }

  /** Tells nobody any more. */
  async close(): Promise<void> {
    this.all.clear()
    clearInterval(this.timer)
    await this.listener?.then(
      (listener) => listener.close(),
      () => undefined
    )
    await this.looking
  }

  private listening(): Promise<Listener> {
    this.timer ??= setInterval(() => this.look(), LOOK).unref()
    this.listener ??= Listener.open({
      url: this.url,
      channel: CHANNEL,
      heard: (id) => this.look(id)
    }).catch((error: unknown) => {
      this.listener = undefined
      throw error
    })
    return this.listener
  }

  /** Looks for what is new about a case, or about all; once for all who ask meanwhile. */
  private look(id?: string): void {
    const ids = id === undefined ? [...this.all].map((follower) => follower.id) : [id]
    this.waiting = new Set([...(this.waiting ?? []), ...ids])
    this.looking ??= this.lookOn().finally(() => {
      this.looking = undefined
    })
  }

  private async lookOn(): Promise<void> {
    while (this.waiting !== undefined) {
      const ids = this.waiting
      this.waiting = undefined
      // What fails now is looked at again when the connection is there, or after a while.
      await this.tell(ids).catch(() => undefined)
    }
  }

  private async tell(ids: ReadonlySet<string>): Promise<void> {
    const known = new Map<string, number>()
    for (const { id, told } of this.all)
      if (ids.has(id) && told !== undefined) known.set(id, Math.min(told, known.get(id) ?? told))
    if (known.size === 0) return
    const { rows } = await this.run(SINCE, [[...known.keys()], [...known.values()]])
    for (const row of rows) {
      const change = {
        id: String(row['id']),
        version: Number(row['version']),
        hash: String(row['hash']),
        origin: originOf(row['origin'])
      }
      for (const follower of this.all)
        if (follower.id === change.id && (follower.told ?? change.version) < change.version) {
          follower.told = change.version
          follower.changed(change)
        }
    }
  }
}
