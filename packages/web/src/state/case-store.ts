import type { SourceFile } from '@truce/core'
import type { CaseBody, ConflictBody } from '@truce/server'
import type { Engine, Read } from '../engine/protocol.ts'
import { Superseded } from '../engine/protocol.ts'
import type { Api } from './api.ts'
import type { History } from './history.ts'
import { back, begin, forward, step } from './history.ts'
import type { Keep } from './keep.ts'
import { messageOf } from './message-of.ts'
import { Saver } from './saver.ts'
import type { CaseView, Saved, TableDraft } from './workbench.ts'
import type { Change } from './yaml-edit.ts'
import { setAll } from './yaml-edit.ts'

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

/** What undo and redo go through: the texts of the case, and the drafts beside them. */
interface Work {
  readonly files: readonly SourceFile[]
  readonly drafts: readonly TableDraft[]
}

/** One open case: its texts and their history, what they mean, and their way to the disk. */
export class CaseStore {
  private readonly needs: Needs
  private readonly saver: Saver
  private history: History<Work>
  private shown: Shown
  private readonly listeners = new Set<() => void>()
  private readonly unfollow: () => void

  constructor(body: CaseBody, needs: Needs) {
    const kept = needs.keep.unsaved()
    this.needs = needs
    this.history = begin({ files: kept?.files ?? body.files, drafts: needs.keep.drafts() })
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
      ...this.history.now,
      case: undefined,
      sound: false,
      findings: [],
      saved: 'saved' as Saved
    }
    const nothing = { reason: undefined, conflict: undefined, refused: undefined }
    this.shown = { view, canUndo: false, canRedo: false, ...nothing }
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
    const { files } = this.history.now
    if (files.find(({ name }) => name === file)?.text === text) return
    this.put({ files: replaced(files, { name: file, text }, ({ name }) => name === file) }, key)
  }

  readonly set = (at: string, value: unknown): void => this.write([{ at, value }], `set ${at}`)

  readonly change = (changes: readonly Change[]): void => this.write(changes)

  private write(changes: readonly Change[], key?: string): void {
    try {
      const files = setAll(this.history.now.files, changes)
      this.show({}, { refused: undefined })
      if (files !== this.history.now.files) this.put({ files }, key)
    } catch (error) {
      this.show({}, { refused: messageOf(error) })
    }
  }

  readonly undo = (): void => this.move(back(this.history))
  readonly redo = (): void => this.move(forward(this.history))

  readonly putDraft = (draft: TableDraft): void => {
    const { drafts } = this.history.now
    const old = drafts.find(({ id }) => id === draft.id)
    // A title is typed letter by letter; each option that is chosen is a step of its own.
    const key = old && old.terms === draft.terms ? `title of ${draft.id}` : undefined
    this.put({ drafts: replaced(drafts, draft, ({ id }) => id === draft.id) }, key)
  }

  readonly dropDraft = (id: string): void =>
    this.put({ drafts: this.history.now.drafts.filter((one) => one.id !== id) })

  /**
   * Ends a conflict: `mine` saves this page's texts over the others, `theirs` shows the others (one
   * step to undo).
   */
  readonly settle = (which: 'mine' | 'theirs'): void => {
    const { conflict } = this.shown
    if (!conflict) return
    this.saver.forget(conflict.current.version)
    this.show({ saved: 'saved' }, { conflict: undefined })
    if (which === 'mine') this.saver.want(this.history.now.files)
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

  private put(work: Partial<Work>, key?: string): void {
    const now = { ...this.history.now, ...work }
    this.move(step(this.history, now, { key, at: this.needs.now() }))
  }

  /** The texts go to the disk, the drafts are kept in this browser. */
  private move(history: History<Work>): void {
    const { files, drafts } = history.now
    const before = this.history.now
    this.history = history
    this.show({ files, drafts })
    if (drafts !== before.drafts) this.needs.keep.putDrafts(drafts)
    if (files === before.files) return
    this.needs.keep.putUnsaved({ files, base: this.saver.base })
    if (!this.shown.conflict) this.saver.want(files)
    this.read()
  }

  private saved(sent: readonly SourceFile[]): void {
    const { files } = this.history.now
    this.needs.keep.putUnsaved(files === sent ? undefined : { files, base: this.saver.base })
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
    const now = { ...this.history.now, files }
    this.history = step(this.history, now, { key: undefined, at: this.needs.now() })
    this.show({ files, saved: 'saved' })
    this.read()
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

/** The list with one entry in the place of the one that is meant; else behind the others. */
function replaced<T>(list: readonly T[], entry: T, isMeant: (one: T) => boolean): readonly T[] {
  return list.some(isMeant) ? list.map((one) => (isMeant(one) ? entry : one)) : [...list, entry]
}
