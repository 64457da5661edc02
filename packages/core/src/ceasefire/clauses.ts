import type { Case } from '../model/case.ts'
import type { Ceasefire } from '../model/ceasefire.ts'

/** The headings of a ceasefire's text, in the order in which texts have them. */
export const CLAUSES = [
  'parties',
  'type',
  'entry',
  'duration',
  'scope',
  'prohibited',
  'permitted',
  'return-fire',
  'withdrawal',
  'inventories',
  'storage',
  'monitoring',
  'complaints',
  'commissions',
  'sanctions',
  'liaison',
  'humanitarian',
  'civilians',
  'communication',
  'political',
  'guarantors',
  'amendment'
] as const
/** One of `CLAUSES`. */
export type ClauseId = (typeof CLAUSES)[number]

/** Keys below `ceasefire` that answer a clause, by the model's name and as they are written. */
const KEYS: Readonly<Record<ClauseId, readonly (readonly [keyof Ceasefire, string])[]>> = {
  parties: [
    ['signatories', 'signatories'],
    ['others', 'others']
  ],
  type: [
    ['class', 'class'],
    ['declaration', 'declaration'],
    ['form', 'form'],
    ['publicity', 'publicity']
  ],
  entry: [
    ['entersIntoForce', 'enters-into-force'],
    ['date', 'date'],
    ['orders', 'orders']
  ],
  duration: [['duration', 'duration']],
  scope: [
    ['scope', 'scope'],
    ['geography', 'geography']
  ],
  prohibited: [
    ['prohibited', 'prohibited'],
    ['violation', 'violation']
  ],
  permitted: [['permitted', 'permitted']],
  'return-fire': [['returnFire', 'return-fire']],
  withdrawal: [['heavyWeapons', 'heavy-weapons']],
  inventories: [['inventories', 'inventories']],
  storage: [],
  monitoring: [['monitoring', 'monitoring']],
  complaints: [
    ['complaints', 'complaints'],
    ['record', 'record']
  ],
  commissions: [],
  sanctions: [['sanctions', 'sanctions']],
  liaison: [],
  humanitarian: [
    ['humanitarian', 'humanitarian'],
    ['detainees', 'detainees'],
    ['missing', 'missing'],
    ['mineRecords', 'mine-records']
  ],
  civilians: [['civilianWorks', 'civilian-works']],
  communication: [['communication', 'communication']],
  political: [['talks', 'talks']],
  guarantors: [['guarantors', 'guarantors']],
  amendment: [
    ['amendment', 'amendment'],
    ['termination', 'termination'],
    ['flexibility', 'flexibility'],
    ['languages', 'languages']
  ]
}

/** Something of the case that answers a clause: how it is called, and the pointer to it. */
export interface ClauseAnswer {
  readonly name: string
  readonly at: string
}

/** Where a clause is written: the root of a pointer, and the keys below it that say it. */
export interface ClauseHome {
  readonly at: string
  readonly keys: readonly string[]
}

/** Clauses that are entries of their own. */
const HOMES: Readonly<Partial<Record<ClauseId, string>>> = {
  withdrawal: 'withdrawals',
  commissions: 'meetings',
  liaison: 'channels'
}

/** Where a clause is written; nothing of one that parts of other entries say. */
export function clauseHome(clause: ClauseId): ClauseHome | undefined {
  const elsewhere = HOMES[clause]
  if (elsewhere !== undefined) return { at: elsewhere, keys: [] }
  const keys = KEYS[clause].map(([, written]) => written)
  return keys.length === 0 ? undefined : { at: 'ceasefire', keys }
}

type Answering = (process: Case['process']) => readonly ClauseAnswer[]

/** Entries of one key of the case, each by its id. */
const named = (
  key: string,
  entries: Iterable<{ readonly id: string; readonly at: string }>
): readonly ClauseAnswer[] => [...entries].map(({ id, at }) => ({ name: `${key}.${id}`, at }))

/** Entries elsewhere in the case that answer a clause. */
const ELSEWHERE: Readonly<Partial<Record<ClauseId, Answering>>> = {
  scope: ({ lines }) => named('lines', lines.values()),
  withdrawal: ({ withdrawals }) => named('withdrawals', withdrawals.values()),
  storage: ({ withdrawals }) =>
    [...withdrawals.values()].flatMap(({ id, at, storage }) =>
      storage ? [{ name: `withdrawals.${id}.storage`, at: `${at}/storage` }] : []
    ),
  commissions: ({ meetings }) => named('meetings', meetings.values()),
  liaison: ({ channels }) => named('channels', channels.values()),
  political: ({ gates }) =>
    named(
      'gates',
      [...gates.values()].filter(({ opens }) => opens?.startsWith('track.'))
    )
}

/** What of the case answers a clause, keys of the ceasefire itself first. */
export function clauseAnswers(
  clause: ClauseId,
  source: Case,
  ceasefire: Ceasefire
): readonly ClauseAnswer[] {
  const own = KEYS[clause].flatMap(([key, written]) => {
    const value = ceasefire[key]
    // A list of acts is always there in the model; an empty one says nothing.
    const isSaid = key === 'prohibited' || key === 'permitted' ? ceasefire[key].length > 0 : true
    return value !== undefined && isSaid ? [{ name: written, at: `ceasefire/${written}` }] : []
  })
  return [...own, ...(ELSEWHERE[clause]?.(source.process) ?? [])]
}
