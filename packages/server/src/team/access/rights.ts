/** What can be asked for. */
export const VERBS = [
  'list',
  'read',
  'text',
  'write',
  'create',
  'remove',
  'share',
  'file',
  'keep',
  'audit',
  'manage'
] as const
/** A verb of access. */
export type Verb = (typeof VERBS)[number]

/** What it can be asked of. */
export const RESOURCES = ['server', 'organisation', 'track', 'paper', 'case', 'record'] as const
/** A kind of resource. */
export type Resource = (typeof RESOURCES)[number]

/**
 * How a person can stand to a resource. `own`: it belongs to an organisation of theirs. `shared`:
 * a case was shared with an organisation or track of theirs. `part`: their organisation stands for a
 * party of a record; `keeps`: it keeps the record as well.
 */
export const STANDINGS = [
  'administrator',
  'own lead',
  'own analyst',
  'own reader',
  'own monitor',
  'shared write',
  'shared read',
  'part lead',
  'part analyst',
  'part reader',
  'part monitor',
  'keeps lead',
  'keeps analyst',
  'track lead',
  'track member'
] as const
/** A way to stand to a resource. */
export type Standing = (typeof STANDINGS)[number]

const OWN = ['own lead', 'own analyst', 'own reader', 'own monitor'] as const
const PART = ['part lead', 'part analyst', 'part reader', 'part monitor'] as const
/** They file what they see, and read no case. */
const MONITORS: ReadonlySet<Standing> = new Set(['own monitor', 'part monitor'])
const SEES_CASE = ['own lead', 'own analyst', 'own reader', 'shared write', 'shared read'] as const

/**
 * Who may do what: the one place that decides. Whoever stands to a resource in none of the ways
 * listed may not; whoever may not read it is answered as if it did not exist.
 */
export const RIGHTS: Readonly<
  Record<Resource, Readonly<Partial<Record<Verb, readonly Standing[]>>>>
> = {
  /** Organisations are made, and what administrators did is read. */
  server: { create: ['administrator'], audit: ['administrator'] },
  /** `create`: a case in it. `manage`: its members, and tracks where it mediates. */
  organisation: {
    list: [...OWN, 'administrator'],
    read: OWN,
    create: ['own lead', 'own analyst'],
    audit: ['own lead'],
    manage: ['own lead']
  },
  /** `share`: a case with it. */
  track: {
    list: ['track lead', 'track member', 'administrator'],
    read: ['track lead', 'track member'],
    share: ['track lead', 'track member'],
    manage: ['track lead']
  },
  /** Sealed in a browser to keys of people in the track: whoever only leads it opens none. */
  paper: {
    list: ['track member'],
    read: ['track member'],
    write: ['track member'],
    share: ['track member']
  },
  /** `create`: a record of it. Reading is also its versions, their comparison and its events. */
  case: {
    list: SEES_CASE,
    read: SEES_CASE,
    write: ['own lead', 'own analyst', 'shared write'],
    create: ['own lead'],
    remove: ['own lead', 'own analyst'],
    share: ['own lead'],
    audit: ['own lead']
  },
  /** `text`: of the case it was begun under. `file`: entries for the party one stands for. `keep`: its checkpoints, its clock, what its keeper writes. */
  record: {
    list: [...OWN, ...PART],
    read: [...OWN, ...PART],
    text: [...OWN, ...PART].filter((standing) => !MONITORS.has(standing)),
    share: ['own lead'],
    file: ['part lead', 'part analyst', 'part monitor'],
    keep: ['keeps lead', 'keeps analyst'],
    audit: ['own lead']
  }
}
