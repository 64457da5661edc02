import type { SourceFile } from '../model/span.ts'

/** Three texts of one case: what both began with, and what each made of it. */
export interface MergeSides {
  readonly base: readonly SourceFile[]
  readonly mine: readonly SourceFile[]
  readonly theirs: readonly SourceFile[]
}

/** What a side did with a place. */
export type MergeDeed = 'added' | 'changed' | 'removed'

/** A place that both changed, each to something else. */
export interface MergeConflict {
  /** Names the conflict among the others of the case; by it a choice is told. */
  readonly key: string
  readonly file: string
  /** A value, the order of a list's entries, some lines of a text, or a file as a whole. */
  readonly what: 'value' | 'order' | 'lines' | 'file'
  /** A pointer such as `stances/russia/redlines/no-nato/firmness`; lines as `3-5`; empty for a file. */
  readonly at: string
  /** The same place as a reader says it: `stances · russia · redlines · no-nato · firmness`. */
  readonly path: string
  /** As it is written in each text; nothing where it stands in that text not at all. */
  readonly base?: string
  readonly mine?: string
  readonly theirs?: string
  readonly who: { readonly mine: MergeDeed; readonly theirs: MergeDeed }
  /** Which of the two the merged text has. */
  readonly taken: 'mine' | 'theirs'
}

/** What three texts come to. */
export interface MergedCase {
  readonly files: readonly SourceFile[]
  readonly conflicts: readonly MergeConflict[]
  /** In how many places each side differs from what both began with. */
  readonly changes: { readonly mine: number; readonly theirs: number }
}

/** One file's texts; nothing where a side has no such file. */
export interface FileSides {
  readonly name: string
  readonly base: string | undefined
  readonly mine: string | undefined
  readonly theirs: string | undefined
}

/** What is gathered while a file is merged: the choices that were made, and the conflicts found. */
export interface Settling {
  /** Keys of the conflicts in which mine is taken. */
  readonly chosen: ReadonlySet<string>
  readonly conflicts: MergeConflict[]
}

/** A conflict as the place that finds it tells it. */
export type Clash = Pick<MergeConflict, 'file' | 'what' | 'at'> & Written

/** A place in the three texts. */
export interface Written {
  readonly base: string | undefined
  readonly mine: string | undefined
  readonly theirs: string | undefined
}

/** Notes a conflict, and says whose text is taken there. */
export function settleClash(
  { chosen, conflicts }: Settling,
  { file, what, at, base, mine, theirs }: Clash
): 'mine' | 'theirs' {
  const key = `${file}:${what}:${at}`
  const taken = chosen.has(key) ? 'mine' : 'theirs'
  conflicts.push({
    ...{ key, file, what, at, taken },
    path: at.split('/').join(' · '),
    ...(base === undefined ? {} : { base }),
    ...(mine === undefined ? {} : { mine }),
    ...(theirs === undefined ? {} : { theirs }),
    who: { mine: deed(base, mine), theirs: deed(base, theirs) }
  })
  return taken
}

function deed(base: string | undefined, now: string | undefined): MergeDeed {
  if (now === undefined) return 'removed'
  return base === undefined ? 'added' : 'changed'
}
