import type { SourceFile } from '@truce/core'
import type { CaseBody, ConflictBody } from '@truce/server'
import type { Engine, Read } from '../engine/protocol.ts'
import { Superseded } from '../engine/protocol.ts'
import type { Api } from './api.ts'
import type { Deed, Did } from './did.ts'
import { deedOf } from './did.ts'
import type { History } from './history.ts'
import { back, begin, forward, step } from './history.ts'
import type { Joined, OpenConflict, Settlement } from './joining.ts'
import { isClean, isSettled, Joiner } from './joining.ts'
import type { Keep } from './keep.ts'
import type { Keeping, Kept, Written } from './keep-draft.ts'
import { copyIn, keepIn } from './keep-draft.ts'
import { messageOf } from './message-of.ts'
import { writtenAt } from './pointer.ts'
import { Saver } from './saver.ts'
import type { CaseView, Moved, Room, Saved, TableDraft } from './workbench.ts'
import type { Change } from './yaml-edit.ts'
import { setAll, setAt } from './yaml-edit.ts'

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
  /** What undo would take back, and redo do again. */
  readonly undoes: Did | undefined
  readonly redoes: Did | undefined
  /** What was taken back or done again, until something else is done. */
  readonly moved: Moved | undefined
  /** Apart from the view, so that saving draws no room anew. */
  readonly saved: Saved
  /** Why the last save failed. */
  readonly reason: string | undefined
  /**
   * What was found on the disk when saving, and under which version the page's own texts are kept.
   */
  readonly conflict: OpenConflict | undefined
  /** Why the last change could not be made. */
  readonly refused: string | undefined
}

/** What undo and redo go through: the texts of the case, and the drafts beside them. */
interface Work {
  readonly files: readonly SourceFile[]
  readonly drafts: readonly TableDraft[]
  /** The step that led here; none at the beginning. */
  readonly did: Did | undefined
}

/** One open case: its texts and their history, what they mean, and their way to the disk. */
export class CaseStore {
  private readonly needs: Needs
  private readonly saver: Saver
  private readonly joiner: Joiner
  /** Whether texts are being joined; nothing is saved meanwhile. */
  private joining = false
  private history: History<Work>
  private shown: Shown
  private room: Room = 'case'
  private readonly listeners = new Set<() => void>()
  private readonly unfollow: () => void
  /** The newest version that was told of. */
  private told = 0

  constructor(body: CaseBody, needs: Needs) {
    const kept = needs.keep.unsaved()
    this.needs = needs
    const files = kept?.files ?? body.files
    const drafts = needs.keep.drafts()
    this.history = begin({ files, drafts, did: undefined })
    this.saver = new Saver(body.id, kept?.base ?? body.version, {
      api: needs.api,
      telling: {
        state: (saved, reason) => this.show({}, { saved, reason }),
        saved: ({ version }, sent) => this.saved(version, sent),
        conflict: (conflict) => void this.join(conflict.current, conflict)
      }
    })
    this.joiner = new Joiner(body.id, needs)
    if (this.saver.base === body.version) this.joiner.root = body
    const view = {
      id: body.id,
      files,
      drafts,
      case: undefined,
      sound: false,
      findings: []
    }
    const nothing = { reason: undefined, conflict: undefined, refused: undefined }
    const still = { canUndo: false, canRedo: false, undoes: undefined, redoes: undefined }
    this.shown = { view, ...still, moved: undefined, saved: 'saved', ...nothing }
    const unfollow = [
      needs.api.follow(body.id, (version) => void this.changedOutside(version)),
      needs.keep.followDrafts((list) => this.acceptDrafts(list))
    ]
    this.unfollow = () => {
      for (const end of unfollow) end()
    }
    if (kept) this.saver.want(kept.files)
    this.read()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): Shown => this.shown

  /** Which room the reader is in: what is done from now on is done there. */
  readonly enter = (room: Room): void => {
    this.room = room
  }

  readonly edit = (file: string, text: string, key?: string): void => {
    const { files } = this.history.now
    if (files.find(({ name }) => name === file)?.text === text) return
    const changed = replaced(files, { name: file, text }, ({ name }) => name === file)
    this.put({ files: changed }, { kind: 'text', file }, key)
  }

  readonly set = (at: string, value: unknown): void =>
    this.write({ kind: 'set', at }, (files) => setAt(files, at, value), `set ${at}`)

  readonly change = (changes: readonly Change[], done?: string): void => {
    const deed: Deed =
      done === undefined ? { kind: 'set', at: changes[0]?.at ?? '' } : { kind: 'form', title: done }
    this.write(deed, (files) => setAll(files, changes))
  }

  readonly putFile = (file: SourceFile, changes: readonly Change[], done: string): void =>
    this.write({ kind: 'form', title: done }, (files) =>
      replaced(setAll(files, changes), file, ({ name }) => name === file.name)
    )

  readonly undo = (): void => this.go('undone')
  readonly redo = (): void => this.go('redone')

  readonly putDraft = (draft: TableDraft): void => {
    const { drafts } = this.history.now
    const old = drafts.find(({ id }) => id === draft.id)
    // A title is typed letter by letter; each option that is chosen is a step of its own.
    const key = old && old.terms === draft.terms ? `title of ${draft.id}` : undefined
    const put = replaced(drafts, draft, ({ id }) => id === draft.id)
    this.put({ drafts: put }, deedOf(draft, old), key)
  }

  readonly dropDraft = (id: string): void => {
    const { drafts } = this.history.now
    const title = drafts.find((one) => one.id === id)?.title ?? id
    this.put({ drafts: drafts.filter((one) => one.id !== id) }, { kind: 'dropped', title })
  }

  readonly keepDraft = (draft: TableDraft, how: Keeping): string | undefined => {
    const drafts = this.history.now.drafts.filter(({ id }) => id !== draft.id)
    const { title } = how.as === 'new' ? how : draft
    const kind = how.as === 'new' ? 'kept' : 'replaced'
    return this.writeProposal({ kind, title }, (written) => keepIn(written, draft, how), drafts)
  }

  readonly copyProposal = (id: string, title: string): string | undefined =>
    this.writeProposal({ kind: 'copied', title }, (written) => copyIn(written, id, title))

  readonly renameProposal = (id: string, title: string): void => {
    const at = `proposals/${id}/title`
    const old = writtenAt(this.history.now.files, at)
    // A title in several languages is renamed in the one that is read when none is asked for.
    const language = typeof old === 'object' && old !== null ? Object.keys(old) : []
    const [first] = language.includes('en') ? ['en'] : language
    const place = first === undefined ? at : `${at}/${first}`
    this.write({ kind: 'titled', title }, (files) => setAt(files, place, title), `set ${at}`)
  }

  readonly restore = (files: readonly SourceFile[], version: number): void =>
    this.put({ files }, { kind: 'restored', version })

  /**
   * Ends a conflict: `mine` saves this page's texts over the others, `theirs` shows the others,
   * choices join both (one step to undo).
   */
  readonly settle = (which: Settlement): void => {
    const { conflict } = this.shown
    if (!conflict || this.joining) return
    if (which !== 'mine' && which !== 'theirs') return void this.settleBy(which, conflict)
    this.begin(conflict.current)
    this.show({}, { saved: 'saved', conflict: undefined })
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

  private put(work: Partial<Work>, deed: Deed, key?: string): void {
    const did = { deed, room: this.room }
    const now = { ...this.history.now, ...work, did }
    this.move(step(this.history, now, { key, at: this.needs.now() }), undefined)
  }

  /** Changes the texts, or says why they cannot be changed so. */
  private write(
    deed: Deed,
    change: (files: readonly SourceFile[]) => readonly SourceFile[],
    key?: string
  ): void {
    try {
      const files = change(this.history.now.files)
      this.show({}, { refused: undefined })
      if (files !== this.history.now.files) this.put({ files }, deed, key)
    } catch (error) {
      this.show({}, { refused: messageOf(error) })
    }
  }

  private writeProposal(
    deed: Deed,
    change: (written: Written) => Kept,
    drafts: readonly TableDraft[] = this.history.now.drafts
  ): string | undefined {
    const { case: source } = this.shown.view
    if (!source) return undefined
    try {
      const { files, id } = change({ files: this.history.now.files, source })
      this.show({}, { refused: undefined })
      this.put({ files, drafts }, deed)
      return id
    } catch (error) {
      this.show({}, { refused: messageOf(error) })
      return undefined
    }
  }

  private go(way: Moved['way']): void {
    const { undoes, redoes } = this.shown
    const did = way === 'undone' ? undoes : redoes
    if (did) this.move((way === 'undone' ? back : forward)(this.history), { did, way })
  }

  /** The texts go to the disk, the drafts are kept in this browser. */
  private move(history: History<Work>, moved: Moved | undefined): void {
    const { files, drafts } = history.now
    const before = this.history.now
    this.history = history
    this.show({ files, drafts }, { moved })
    if (drafts !== before.drafts) this.needs.keep.putDrafts(drafts)
    if (files === before.files) return
    this.needs.keep.putUnsaved({ files, base: this.saver.base })
    if (!this.shown.conflict && !this.joining) this.saver.want(files)
    this.read()
  }

  private saved(version: number, sent: readonly SourceFile[]): void {
    const { files } = this.history.now
    this.joiner.root = { version, files: sent }
    // What was told of while this page was saving was passed by.
    if (this.told > this.saver.base) void this.changedOutside(this.told)
    this.needs.keep.putUnsaved(files === sent ? undefined : { files, base: this.saver.base })
  }

  /** What is on the disk is what this page's texts are made from, from now on. */
  private begin(current: CaseBody): void {
    this.saver.forget(current.version)
    this.joiner.root = current
  }

  /**
   * Other texts came before this page's own. What can be joined is joined and saved; else the
   * reader chooses, once this page's own texts are kept aside.
   */
  private async join(current: CaseBody, kept?: ConflictBody): Promise<void> {
    const { base } = this.saver
    this.joining = true
    this.saver.forget(base)
    this.show({}, { saved: 'saving' })
    const { files: mine } = this.history.now
    const joined = await this.joiner.join({ mine, base }, current)
    this.joining = false
    // What was written meanwhile is joined as well.
    if (this.history.now.files !== mine) return this.join(current, kept)
    if (joined && isClean(joined)) return this.putJoined(joined, current)
    if (kept) return this.show({}, { saved: 'conflict', conflict: { ...kept, joined } })
    this.saver.want(mine)
    await this.saver.flush()
  }

  private async settleBy(chosen: readonly string[], conflict: OpenConflict): Promise<void> {
    const { base } = this.saver
    this.joining = true
    const { files: mine } = this.history.now
    const joined = await this.joiner.join({ mine, base, chosen }, conflict.current)
    this.joining = false
    if (!joined || !isSettled(joined, conflict.joined) || this.history.now.files !== mine)
      return this.show({}, { conflict: { ...conflict, joined: joined ?? conflict.joined } })
    this.show({}, { conflict: undefined })
    this.putJoined(joined, conflict.current)
  }

  private putJoined({ merged }: Joined, current: CaseBody): void {
    const { mine, theirs } = merged.changes
    if (mine === 0) {
      this.accept(current)
      return
    }
    this.begin(current)
    this.put({ files: merged.files }, { kind: 'joined', version: current.version, theirs, mine })
    void this.saver.flush()
  }

  /**
   * Another program, or another page, changed the files: taken over as a step, and joined with what
   * of this page is not saved yet.
   */
  private async changedOutside(version: number): Promise<void> {
    if (Number.isFinite(version)) this.told = Math.max(this.told, version)
    if (version <= this.saver.base || this.isOccupied) return
    const body = await this.needs.api.read(this.shown.view.id).catch(() => undefined)
    if (!body || body.version <= this.saver.base || this.isOccupied) return
    if (this.saver.busy) await this.join(body)
    else this.accept(body)
  }

  /** Whether what is under way will find out by itself what is on the disk. */
  private get isOccupied(): boolean {
    return this.saver.isSending || this.joining || this.shown.conflict !== undefined
  }

  private accept(body: CaseBody): void {
    const { files } = body
    this.begin(body)
    this.needs.keep.putUnsaved(undefined)
    const did: Did = { deed: { kind: 'outside' }, room: 'case' }
    const now = { ...this.history.now, files, did }
    this.history = step(this.history, now, { key: undefined, at: this.needs.now() })
    this.show({ files }, { saved: 'saved' })
    this.read()
  }

  /** The drafts are those of all pages of this browser. */
  private acceptDrafts(drafts: readonly TableDraft[]): void {
    const did: Did = { deed: { kind: 'outside' }, room: 'desk' }
    const now = { ...this.history.now, drafts, did }
    this.history = step(this.history, now, { key: 'drafts elsewhere', at: this.needs.now() })
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
    const { past, future, now } = this.history
    const isSame = Object.keys(view).length === 0
    this.shown = {
      ...this.shown,
      ...more,
      view: isSame ? this.shown.view : { ...this.shown.view, ...view },
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      undoes: past.length > 0 ? now.did : undefined,
      redoes: future[0]?.did
    }
    for (const listener of this.listeners) listener()
  }
}

/** The list with one entry in the place of the one that is meant; else behind the others. */
function replaced<T>(list: readonly T[], entry: T, isMeant: (one: T) => boolean): readonly T[] {
  return list.some(isMeant) ? list.map((one) => (isMeant(one) ? entry : one)) : [...list, entry]
}
