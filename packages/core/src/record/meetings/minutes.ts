import type { EntryOf } from '../entry.ts'
import type { HeldMeeting } from '../state/meeting.ts'
import type { RecordState } from '../state/record-state.ts'
import { sidesOf } from './cadence.ts'

/** The versions of minutes in one language; of those that stand the last is the one to sign. */
export interface MinutesIn {
  readonly language: string
  readonly versions: readonly EntryOf<'minutes.written'>[]
  readonly last?: EntryOf<'minutes.written'>
  /** The case asks for this language. */
  readonly wanted: boolean
}

/** What one side has signed of the minutes of a meeting. */
export interface SignedBy {
  readonly party: string
  /** Entries by which it signed. */
  readonly by: readonly string[]
  /** Languages that it has not signed in their last version, or that there is none of. */
  readonly missing: readonly string[]
  readonly reservations: readonly EntryOf<'minutes.signed'>[]
}

/** The minutes of one meeting that was held. */
export interface MinutesAccount {
  readonly held: EntryOf<'meeting.held'>
  readonly languages: readonly MinutesIn[]
  readonly sides: readonly SignedBy[]
  /** Languages that the case asks for and nobody has written. */
  readonly unwritten: readonly string[]
  /** Every side has signed the last version in every language that the case asks for. */
  readonly complete: boolean
}

/**
 * The minutes of every meeting that was held, in the order of the record: in which languages they
 * stand, and who has signed all of them. A signature is under the very entries it names: a version
 * that was replaced afterwards is to be signed again.
 */
export const minutesOf = (state: RecordState, meeting?: string): readonly MinutesAccount[] =>
  [...state.heldMeetings.all()].flatMap((one) => {
    const { held } = one
    return held && (meeting === undefined || held.content.meeting === meeting)
      ? [minutesOfOne(state, { ...one, held })]
      : []
  })

function minutesOfOne(
  { source }: RecordState,
  { held, minutes, signatures }: HeldMeeting & { readonly held: EntryOf<'meeting.held'> }
): MinutesAccount {
  const meeting = source.process.meetings.get(held.content.meeting)
  const wanted = meeting?.minutes ?? []
  const written = [...new Set(minutes.map(({ content }) => content.language))].sort()
  const languages = [...wanted, ...written.filter((language) => !wanted.includes(language))].map(
    (language): MinutesIn => {
      const versions = minutes.filter(({ content }) => content.language === language)
      const last = versions.at(-1)
      return { language, versions, wanted: wanted.includes(language), ...(last ? { last } : {}) }
    }
  )
  const asked = wanted.length > 0 ? languages.filter((one) => one.wanted) : languages
  const sides = (meeting ? sidesOf(meeting) : []).map((party): SignedBy => {
    const own = signatures.filter(({ author }) => author.party === party)
    const under = new Set(own.flatMap(({ content }) => content.versions))
    return {
      party,
      by: own.map(({ id }) => id),
      missing: asked
        .filter(({ last }) => last === undefined || !under.has(last.id))
        .map(({ language }) => language),
      reservations: own.filter(({ content }) => content.reservation !== undefined)
    }
  })
  return {
    held,
    languages,
    sides,
    unwritten: asked.filter(({ last }) => !last).map(({ language }) => language),
    complete: asked.length > 0 && sides.every(({ missing }) => missing.length === 0)
  }
}
