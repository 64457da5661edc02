import type { EntryOf } from '../entry.ts'
import { msOf } from '../entry.ts'
import type { RecordState } from '../state/record-state.ts'

/**
 * How far something owed is proven: confirmed by somebody else, confirmed and contradicted, looked
 * for and not found, looked for without a result, or nobody has looked.
 */
export const PROOF_STATES = ['verified', 'contested', 'not-confirmed', 'unclear', 'none'] as const
/** One of `PROOF_STATES`. */
export type ProofState = (typeof PROOF_STATES)[number]

/** What the record shows of one deed of one party. */
export interface Proof {
  /** Such as `withdrawal.heavy`. */
  readonly of: string
  /** Who owes it. */
  readonly party: string
  readonly state: ProofState
  /** When it was first confirmed (ms since 1970). */
  readonly since?: number
  /** Entries that speak for it, and those that speak against it, by id. */
  readonly entries: readonly string[]
  readonly against: readonly string[]
}

/** Whose deed is asked after, and whose word alone does not do. */
export interface ProofAsked {
  readonly of: string
  readonly party: string
  readonly barred?: readonly string[]
}

/**
 * What is shown of a deed. Of each who looked the last word counts. A confirmation counts where its
 * author neither owes the deed nor is barred: nobody speaks for another, so that a name under
 * `by` alone is not that party's word. A dispute is answered by a later confirmation; a dissent
 * stands.
 */
export function proofOf(state: RecordState, { of, party, barred = [] }: ProofAsked): Proof {
  const deed = state.deeds.get(of)
  const isMeant = (entry: { readonly content: { readonly party?: string | undefined } }): boolean =>
    entry.content.party === undefined || entry.content.party === party
  const looked = lastWords((deed?.verified ?? []).filter(isMeant))
  const counts = ({ author }: EntryOf<'delivery.verified'>): boolean =>
    author.party !== party && !barred.includes(author.party)
  const outcome = (...words: readonly string[]): readonly EntryOf<'delivery.verified'>[] =>
    looked.filter(({ content }) => words.includes(content.outcome))
  const yes = outcome('confirmed').filter(counts)
  const no = outcome('not-confirmed')
  const against = [
    ...no,
    ...(deed?.disputed ?? []).filter(
      (entry) => isMeant(entry) && !yes.some(({ number }) => number > entry.number)
    ),
    ...yes.flatMap(({ id }) => state.dissentsAbout(id))
  ].map(({ id }) => id)
  const since = Math.min(...yes.map(({ content }) => msOf(content.at)))
  return {
    of,
    party,
    state: stateOf({
      yes: yes.length,
      no: no.length,
      against: against.length,
      looked: looked.length
    }),
    ...(yes.length > 0 ? { since } : {}),
    entries: looked
      .filter((one) => !no.includes(one))
      .map(({ id }) => id)
      .sort(),
    against: [...new Set(against)].sort()
  }
}

function stateOf(found: {
  readonly yes: number
  readonly no: number
  readonly against: number
  readonly looked: number
}): ProofState {
  if (found.yes > 0) return found.against > 0 ? 'contested' : 'verified'
  if (found.no > 0) return 'not-confirmed'
  return found.looked > 0 ? 'unclear' : 'none'
}

function lastWords(
  entries: readonly EntryOf<'delivery.verified'>[]
): readonly EntryOf<'delivery.verified'>[] {
  return [...new Map(entries.map((entry) => [entry.author.party, entry])).values()]
}

/** Whom a withdrawal or deliverable of the case binds; nobody where the case has none of that name. */
export function owersOf({ source }: RecordState, of: string): readonly string[] {
  const [kind = '', id = ''] = of.split('.')
  const { withdrawals, deliverables } = source.process
  if (kind === 'withdrawal') return [...(withdrawals.get(id)?.baseline.keys() ?? [])].sort()
  const by = deliverables.get(id)?.by
  return by === undefined ? [] : [by]
}

/** A thing that gates name as `verified`, with its list: `withdrawal.heavy`, `deliverable.arms`. */
export const deedNamed = ({ source }: RecordState, id: string): string =>
  `${source.process.withdrawals.has(id) ? 'withdrawal' : 'deliverable'}.${id}`
