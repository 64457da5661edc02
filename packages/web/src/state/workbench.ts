import type { Case, SourceFile } from '@truce/core'
import type { Engine, Finding } from '../engine/protocol.ts'
import type { NamedDraft } from '../engine/with-drafts.ts'
import type { Did } from './did.ts'
import type { Keeping } from './keep-draft.ts'
import type { Change } from './yaml-edit.ts'

/** Rooms in the order of the workbench. */
export const ROOMS = [
  'desk',
  'case',
  'table',
  'deals',
  'stability',
  'strategy',
  'path',
  'ceasefire',
  'map',
  'record'
] as const
export type Room = (typeof ROOMS)[number]

/** Whether what is on the screen is on the disk. */
export type Saved = 'saved' | 'saving' | 'unsaved' | 'conflict' | 'failed'

/**
 * A draft that is put together beside the case's own proposals, and is in this browser only until
 * it is kept.
 */
export type TableDraft = NamedDraft

/** What the rooms show. The files are the truth: everything else is read from them. */
export interface CaseView {
  readonly id: string
  readonly files: readonly SourceFile[]
  readonly case: Case | undefined
  readonly sound: boolean
  readonly findings: readonly Finding[]
  readonly drafts: readonly TableDraft[]
}

/** A step that was taken back or done again. */
export interface Moved {
  readonly did: Did
  readonly way: 'undone' | 'redone'
}

/**
 * What the rooms can do. Every change of the text goes through `edit`, can be undone, and is saved
 * by itself.
 */
export interface Workbench {
  readonly engine: Engine
  readonly view: CaseView
  /**
   * Changes the text of one file. `key` joins quick changes of one place (typing, dragging) into
   * one step to undo.
   */
  readonly edit: (file: string, text: string, key?: string) => void
  /**
   * Sets the value at a place of the YAML (a pointer such as
   * `stances/russia/interests/status/weight`), keeping comments and order.
   */
  readonly set: (at: string, value: unknown) => void
  /** Makes several such changes as one step to undo, which `done` says in words. */
  readonly change: (changes: readonly Change[], done?: string) => void
  /**
   * Puts a file among those of the case and makes the changes that speak of it, as one step to undo,
   * which `done` says in words.
   */
  readonly putFile: (file: SourceFile, changes: readonly Change[], done: string) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What undo would take back, and what redo would do again. */
  readonly undoes: Did | undefined
  readonly redoes: Did | undefined
  /** What was undone or redone last, until something else is done. */
  readonly moved: Moved | undefined
  readonly putDraft: (draft: TableDraft) => void
  readonly dropDraft: (id: string) => void
  /**
   * Writes a draft into the case as a proposal, in one step with its leaving the drafts. The id of
   * the proposal; undefined where the text cannot take it, which `refused` explains.
   */
  readonly keepDraft: (draft: TableDraft, how: Keeping) => string | undefined
  /** Changes the case's own proposals: each is one step to undo. */
  readonly renameProposal: (id: string, title: string) => void
  readonly copyProposal: (id: string, title: string) => string | undefined
  /** Goes back to older texts of the case: a step like any other, so that nothing is lost. */
  readonly restore: (files: readonly SourceFile[], version: number) => void
  /**
   * Opens the text editor at a place of the case, such as `stances/russia/redlines/no-nato`:
   * `go('case', 'text:' + at)`. `stretchOf` in pointer.ts finds it in the files.
   */
  readonly show: (at: string) => void
  /**
   * Goes to a room; `focus` is a proposal, draft, state or place to look at there, and is part of
   * the address.
   */
  readonly go: (room: Room, focus?: string) => void
  readonly focus: string | undefined
}
