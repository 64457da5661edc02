import type { SourceFile } from '@truce/core'
import type { CaseBody, ConflictBody } from '@truce/server'
import type { Engine, Questions } from '../engine/protocol.ts'
import type { Api } from './api.ts'

/** What this page's texts and those of elsewhere come to. */
export type Joined = Questions['merge']['answer']

/** What was found on the disk when saving, and how far it can be joined with what is here. */
export interface OpenConflict extends ConflictBody {
  /** Nothing where the texts cannot be joined, as when the version both began with is not known. */
  readonly joined: Joined | undefined
}

/** A version with its texts. */
export interface Root {
  readonly version: number
  readonly files: readonly SourceFile[]
}

/** How the page settles a conflict: one text as a whole, or mine in these places and theirs else. */
export type Settlement = 'mine' | 'theirs' | readonly string[]

/** Whether nothing is left to choose or to mend. */
export const isClean = ({ merged, troubles }: Joined): boolean =>
  merged.conflicts.length === 0 && troubles.length === 0

/** Whether all that is to be chosen was shown when the choices were made. */
export const isSettled = ({ merged }: Joined, shown: Joined | undefined): boolean => {
  const known = new Set(shown?.merged.conflicts.map(({ key }) => key))
  return merged.conflicts.every(({ key }) => known.has(key))
}

/** What joins texts: what both began with is what this page knows, or the store's own version. */
export class Joiner {
  private readonly id: string
  private readonly api: Api
  private readonly engine: Engine
  /** The version that this page's texts were made from, with its texts where they are known. */
  root: Root | undefined

  constructor(id: string, { api, engine }: { readonly api: Api; readonly engine: Engine }) {
    this.id = id
    this.api = api
    this.engine = engine
  }

  /** Undefined where they cannot be joined. */
  async join({ mine, base, chosen = [] }: Mine, current: CaseBody): Promise<Joined | undefined> {
    try {
      const root =
        this.root?.version === base ? this.root.files : await this.api.version(this.id, base)
      const sides = { base: root, mine, theirs: current.files }
      return await this.engine.ask('merge', { sides, chosen })
    } catch {
      // Then the reader has both texts whole, as without any joining.
      return undefined
    }
  }
}

/** This page's texts and the version they were made from. */
export interface Mine {
  readonly mine: readonly SourceFile[]
  readonly base: number
  readonly chosen?: readonly string[]
}
