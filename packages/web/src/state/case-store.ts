import type { SourceFile } from '@truce/core'
import type { CaseBody, ConflictBody } from '@truce/server'
import type { Engine, Read } from '../engine/protocol.ts'
import { Superseded } from '../engine/protocol.ts'
import type { Api } from './api.ts'
import type { History } from './history.ts'
import { back, begin, forward, step } from './history.ts'
import type { Keep } from './keep.ts'
import { Saver } from './saver.ts'
import type { CaseView, Saved, TableDraft } from './workbench.ts'
import { setAt } from './yaml-edit.ts'

/** What a store needs of the world. */
export interface Needs {
  readonly api: Api
  readonly engine: Engine
  readonly keep: Keep
  readonly now: () => number
}

/** Everything the page shows of a case, in one value that changes as a whole. */
export interface Shown {
  readonly view: CaseView
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Why the last save failed. */
  readonly reason: string | undefined
  /**
   * What was found on the disk when saving, and under which version the page's own texts are kept.
   */
  readonly conflict: ConflictBody | undefined
  /** Why the last change could not be made. */
  readonly refused: string | undefined
}

/** One open case: its texts and their history, what they mean, and their way to the disk. */
export class CaseStore {
  private readonly needs: Needs
  private readonly saver: Saver
  private history: History
  private shown: Shown
  private readonly listeners = new Set<() => void>()
  private readonly unfollow: () => void

  constructor(body: CaseBody, needs: Needs) {
    const kept = needs.keep.unsaved()
    this.needs = needs
    this.history = begin(kept?.files ?? body.files)
    this.saver = new Saver(body.id, kept?.base ?? body.version, {
      api: needs.api,
      telling: {
        state: (saved, reason) => this.show({ saved }, { reason }),
        saved: (_, sent) => this.saved(sent),
        conflict: (conflict) => this.show({ saved: 'conflict' }, { conflict })
      }
    })
    const view = {
      id: body.id,
      files: this.history.now,
      case: undefined,
      sound: false,
      findings: [],
      saved: 'saved' as Saved
    }
    const nothing = { reason: undefined, conflict: undefined, refused: undefined }
    this.shown = {
      view: { ...view, drafts: needs.keep.drafts() },
      canUndo: false,
      canRedo: false,
      ...nothing
    }
    this.unfollow = needs.api.follow(body.id, (version) => void this.changedOutside(version))
    if (kept) this.saver.want(kept.files)
    this.read()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): Shown => this.shown

  readonly edit = (file: string, text: string, key?: string): void => {
    const { now } = this.history
    if (now.find(({ name }) => name === file)?.text === text) return
    const known = now.some(({ name }) => name === file)
    this.put(
      known
        ? now.map((one) => (one.name === file ? { name: file, text } : one))
        : [...now, { name: file, text }],
      key
    )
  }

  readonly set = (at: string, value: unknown): void => {
    try {
      const next = setAt(this.history.now, at, value)
      this.show({}, { refused: undefined })
      if (next !== this.history.now) this.put(next, `set ${at}`)
    } catch (error) {
      this.show({}, { refused: error instanceof Error ? error.message : String(error) })
    }
  }

  readonly undo = (): void => this.move(back(this.history))
  readonly redo = (): void => this.move(forward(this.history))

  readonly putDraft = (draft: TableDraft): void => {
    const { drafts } = this.shown.view
    const known = drafts.some(({ id }) => id === draft.id)
    this.putDrafts(
      known ? drafts.map((one) => (one.id === draft.id ? draft : one)) : [...drafts, draft]
    )
  }

  readonly dropDraft = (id: string): void =>
    this.putDrafts(this.shown.view.drafts.filter((one) => one.id !== id))

  /**
   * Ends a conflict: `mine` saves this page's texts over the others, `theirs` shows the others (one
   * step to undo).
   */
  readonly settle = (which: 'mine' | 'theirs'): void => {
    const { conflict } = this.shown
    if (!conflict) return
    this.saver.forget(conflict.current.version)
    this.show({ saved: 'saved' }, { conflict: undefined })
    if (which === 'mine') this.saver.want(this.history.now)
    else this.accept(conflict.current)
  }

  /** Looks whether the files were changed meanwhile, as when the reader comes back to the page. */
  readonly lookAgain = (): void => void this.changedOutside(Number.POSITIVE_INFINITY)

  /** Tries a failed save again at once. */
  readonly saveNow = (): Promise<void> => this.saver.flush()

  close(): void {
    this.unfollow()
    this.saver.stop()
    this.needs.engine.close()
    this.listeners.clear()
  }

  private put(files: readonly SourceFile[], key?: string): void {
    this.move(step(this.history, files, { key, at: this.needs.now() }))
  }

  private move(history: History): void {
    if (history.now === this.history.now) return
    this.history = history
    this.show({ files: history.now })
    this.needs.keep.putUnsaved({ files: history.now, base: this.saver.base })
    if (!this.shown.conflict) this.saver.want(history.now)
    this.read()
  }

  private saved(sent: readonly SourceFile[]): void {
    const { now } = this.history
    this.needs.keep.putUnsaved(now === sent ? undefined : { files: now, base: this.saver.base })
  }

  /**
   * Another program, or another page, changed the files: taken over as a step, unless something of
   * this page is not saved yet.
   */
  private async changedOutside(version: number): Promise<void> {
    if (version <= this.saver.base || this.saver.busy || this.shown.conflict) return
    const body = await this.needs.api.read(this.shown.view.id).catch(() => undefined)
    if (body && body.version > this.saver.base && !this.saver.busy) this.accept(body)
  }

  private accept({ files, version }: CaseBody): void {
    this.saver.forget(version)
    this.needs.keep.putUnsaved(undefined)
    this.history = step(this.history, files, { key: undefined, at: this.needs.now() })
    this.show({ files, saved: 'saved' })
    this.read()
  }

  private putDrafts(drafts: readonly TableDraft[]): void {
    this.needs.keep.putDrafts(drafts)
    this.show({ drafts })
  }

  private read(): void {
    const { files } = this.shown.view
    this.needs.engine.ask('read', { files }).then(
      (read) => this.understood(read),
      (error: unknown) => {
        if (!(error instanceof Superseded)) this.show({ sound: false }, { refused: String(error) })
      }
    )
  }

  /**
   * While the text is too broken to read, the case as it was last understood stays on the screen,
   * marked as not sound.
   */
  private understood({ case: source, sound, findings }: Read): void {
    this.show({ case: source ?? this.shown.view.case, sound, findings })
  }

  private show(view: Partial<CaseView>, more: Partial<Shown> = {}): void {
    const { past, future } = this.history
    this.shown = {
      ...this.shown,
      ...more,
      view: { ...this.shown.view, ...view },
      canUndo: past.length > 0,
      canRedo: future.length > 0
    }
    for (const listener of this.listeners) listener()
  }
}
