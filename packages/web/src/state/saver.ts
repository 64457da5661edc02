import type { SourceFile } from '@truce/core'
import type { CaseBody, ConflictBody } from '@truce/server'
import type { Api } from './api.ts'
import { Refused } from './api.ts'
import { messageOf } from './message-of.ts'
import type { Saved } from './workbench.ts'

/** Quiet time before a save, and before a failed one is tried again, in milliseconds. */
const QUIET = 600
const AGAIN = 5000

/** What the saver tells. */
export interface Telling {
  readonly state: (saved: Saved, reason?: string) => void
  /** The texts that were sent are on the disk as this version. */
  readonly saved: (body: CaseBody, sent: readonly SourceFile[]) => void
  readonly conflict: (conflict: ConflictBody) => void
}

/**
 * Saves the newest texts a moment after the last change; one request at a time, and again after a
 * failure.
 */
export class Saver {
  private readonly id: string
  private readonly api: Pick<Api, 'save'>
  private readonly telling: Telling
  private pending: readonly SourceFile[] | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private sending = false
  private stopped = false
  base: number

  constructor(
    id: string,
    base: number,
    { api, telling }: { readonly api: Pick<Api, 'save'>; readonly telling: Telling }
  ) {
    this.id = id
    this.base = base
    this.api = api
    this.telling = telling
  }

  /** Whether something is not on the disk yet. */
  get busy(): boolean {
    return this.pending !== undefined || this.sending
  }

  /** Whether a save is under way, whose answer will tell what is on the disk. */
  get isSending(): boolean {
    return this.sending
  }

  /** Has these texts saved, after a moment of quiet. */
  want(files: readonly SourceFile[]): void {
    this.pending = files
    this.telling.state('unsaved')
    this.later(QUIET)
  }

  /** Nothing is left to save: what is on the disk is shown now. */
  forget(base: number): void {
    this.base = base
    this.pending = undefined
    clearTimeout(this.timer)
  }

  /** Saves what is pending at once, as when the page is left. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    const { pending: files } = this
    if (!files || this.sending) return
    this.pending = undefined
    this.sending = true
    this.telling.state('saving')
    try {
      const answer = await this.api.save(this.id, files, this.base)
      this.sending = false
      if ('conflict' in answer) this.telling.conflict(answer.conflict)
      else this.done(answer.saved, files)
    } catch (error) {
      this.sending = false
      this.failed(files, error)
    }
  }

  /** Ends; what is pending is sent. */
  stop(): void {
    void this.flush()
    this.stopped = true
    clearTimeout(this.timer)
  }

  private done(body: CaseBody, files: readonly SourceFile[]): void {
    this.base = body.version
    this.telling.saved(body, files)
    if (this.pending) this.later(QUIET)
    else this.telling.state('saved')
  }

  private failed(files: readonly SourceFile[], error: unknown): void {
    this.pending ??= files
    const reason = messageOf(error)
    this.telling.state('failed', error instanceof Refused ? `${reason}; ${error.help}` : reason)
    this.later(AGAIN)
  }

  private later(wait: number): void {
    clearTimeout(this.timer)
    if (!this.stopped) this.timer = setTimeout(() => void this.flush(), wait)
  }
}
