import { z } from '@hono/zod-openapi'

/** What an organisation is in the process. */
export const ORGANISATION_KINDS = ['mediation', 'delegation', 'mission', 'observers'] as const
/** What a member is in an organisation. */
export const ROLES = ['lead', 'analyst', 'reader', 'monitor'] as const
/** What a track is. */
export const TRACK_KINDS = ['primary', 'sideline', 'observers'] as const
/** What a share lets do. */
export const SHARE_RIGHTS = ['read', 'write'] as const
/** Whom a case can be shared with. */
export const SHARE_TARGETS = ['organisation', 'track'] as const

const word = z.string()

/**
 * The tables of access: all that decides who sees what. Each row is texts; `key` tells rows apart,
 * and a row that is put takes the place of the one with its key.
 */
export const TABLES = {
  organisation: {
    key: ['id'],
    row: z.object({ id: word, name: word, kind: z.enum(ORGANISATION_KINDS) })
  },
  member: {
    key: ['organisation', 'person'],
    row: z.object({ organisation: word, person: word, role: z.enum(ROLES) })
  },
  track: {
    key: ['id'],
    row: z.object({ id: word, name: word, kind: z.enum(TRACK_KINDS), organisation: word })
  },
  /** A person is in a track for an organisation, and only while a member of that. */
  trackmember: {
    key: ['track', 'person'],
    row: z.object({ track: word, person: word, organisation: word })
  },
  /** A person made themselves known to an organisation, as a member of another. */
  introduction: {
    key: ['organisation', 'person'],
    row: z.object({ organisation: word, person: word, home: word })
  },
  /** Which organisation a case belongs to. */
  ownership: { key: ['case_id'], row: z.object({ case_id: word, organisation: word }) },
  share: {
    key: ['case_id', 'kind', 'target'],
    row: z.object({
      case_id: word,
      kind: z.enum(SHARE_TARGETS),
      target: word,
      may: z.enum(SHARE_RIGHTS)
    })
  },
  /** Which party of a record an organisation stands for; what has ended is kept, so that nobody comes back as another. */
  participant: {
    key: ['case_id', 'record', 'organisation'],
    row: z.object({
      case_id: word,
      record: word,
      organisation: word,
      party: word,
      keeps: z.enum(['yes', 'no']),
      state: z.enum(['on', 'ended'])
    })
  }
} as const

/** A name of a table. */
export type TableName = keyof typeof TABLES

/** A row of a table. */
export type RowOf<N extends TableName> = z.infer<(typeof TABLES)[N]['row']>

/** Rows whose columns have one of these values each. */
export type Where<N extends TableName> = {
  readonly [C in keyof RowOf<N>]?: readonly string[]
}

/** One thing that somebody did with a resource. */
export interface Act {
  readonly at: string
  readonly person: string
  readonly session: string
  readonly verb: string
  readonly resource: string
  /** Whose leads read it; of administration itself: none. */
  readonly organisation: string | null
}

/** Which acts are asked for: of an organisation, or of administration; before a number, newest first. */
export interface ActsAsked {
  readonly organisation: string | null
  readonly before: number | undefined
  readonly most: number
}

/** All rows from which it follows how some people stand to everything, as of one moment. */
export interface StandingRows {
  /** Another one after each change of rights; without it nothing may be remembered. */
  readonly mark: string | undefined
  readonly members: readonly RowOf<'member'>[]
  /** Whoever left an organisation is in no track for it any more. */
  readonly inTracks: readonly RowOf<'trackmember'>[]
  /** Tracks that their organisations lead. */
  readonly led: readonly RowOf<'track'>[]
  /** Cases of their organisations, and those of the shares and parts below. */
  readonly owned: readonly RowOf<'ownership'>[]
  /** With their organisations and tracks. */
  readonly shares: readonly RowOf<'share'>[]
  /** That their organisations take now. */
  readonly parts: readonly RowOf<'participant'>[]
}

/** Keeps the tables of access. What resolved is kept; acts are never changed or taken away. */
export interface AccessTables {
  readonly find: <N extends TableName>(name: N, where: Where<N>) => Promise<readonly RowOf<N>[]>
  /** How some people stand to everything. */
  readonly standing: (people: readonly string[]) => Promise<StandingRows>
  readonly put: <N extends TableName>(name: N, row: RowOf<N>) => Promise<void>
  /** How many rows went. */
  readonly drop: <N extends TableName>(name: N, where: Where<N>) => Promise<number>
  readonly note: (acts: readonly Act[]) => Promise<void>
  /** With the number of each among those of its organisation. */
  readonly acts: (asked: ActsAsked) => Promise<readonly (Act & { readonly number: number })[]>
}
