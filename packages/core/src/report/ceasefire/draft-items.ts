import type { ModelClause, ModelSlot } from '../../ceasefire/clause-library.ts'
import type { Channel, Meeting } from '../../model/meetings.ts'
import { textIn } from '../../model/package.ts'
import type { Withdrawal } from '../../model/withdrawals.ts'
import { capital } from '../words/index.ts'
import type { Drafting } from './draft-words.ts'
import {
  atWords,
  caseQuoted,
  hourWords,
  lapse,
  lapseWords,
  lineWords,
  mark,
  measureWords,
  momentWords,
  often,
  partiesNamed,
  weaponWords,
  who
} from './draft-words.ts'

/** What stands once for each of several things of the case. */
export interface DraftItem {
  readonly id: string
  /** The pointer to it, where it has an entry of its own that the clause is made of. */
  readonly at?: string
  readonly slots: { readonly [K in ModelSlot]?: string | undefined }
}

/**
 * The things that a clause stands once for each of. None at all is an answer where the case says so;
 * where it says nothing, the clause stands once, empty.
 */
export function itemsOf(
  drafting: Drafting,
  of: NonNullable<ModelClause['of']>
): readonly DraftItem[] {
  const { process } = drafting.source
  const { talks, guarantors, flexibility } = process.ceasefire ?? {}
  switch (of) {
    case 'withdrawals':
      return orEmpty([...process.withdrawals.values()].map((one) => withdrawalItem(drafting, one)))
    case 'meetings':
      return orEmpty([...process.meetings.values()].map((one) => meetingItem(drafting, one)))
    case 'channels':
      return orEmpty([...process.channels.values()].map((one) => channelItem(drafting, one)))
    case 'talks':
      return talks?.map((id) => talkItem(drafting, id)) ?? EMPTY
    case 'guarantors':
      return (
        guarantors?.map(({ party, obligation }) => ({
          id: party,
          slots: {
            guarantor: who(drafting, party),
            obligation: caseQuoted(drafting, obligation, process.ceasefire ?? {})
          }
        })) ?? EMPTY
      )
    case 'flexibility':
      return (
        flexibility?.map(({ clause, cost }, at) => ({
          id: String(at + 1),
          slots: {
            escape: caseQuoted(drafting, clause, process.ceasefire ?? {}),
            escapeCost: caseQuoted(drafting, cost, process.ceasefire ?? {})
          }
        })) ?? EMPTY
      )
  }
}

const EMPTY: readonly DraftItem[] = [{ id: '', slots: {} }]

const orEmpty = (items: readonly DraftItem[]): readonly DraftItem[] =>
  items.length > 0 ? items : EMPTY

function withdrawalItem(drafting: Drafting, withdrawal: Withdrawal): DraftItem {
  const { told } = drafting
  const { starts, synchronised, ends, completion, storage, verifiedBy } = withdrawal
  const atOnce = (moment: string, all: boolean): string => {
    return all ? told.say('draft.at-once', { moment }) : moment
  }
  const measured = measureWords(drafting, withdrawal.measure)
  return {
    id: withdrawal.id,
    at: withdrawal.at,
    slots: {
      weapon: capital(weaponWords(drafting, withdrawal.weapon)),
      measure: measured && `${measured}${mark(withdrawal)}`,
      ...baselineSlots(drafting, withdrawal),
      starts: atOnce(atWords(drafting, starts), synchronised === true),
      ends: ends && atOnce(momentWords(drafting, ends), completion === 'synchronised'),
      verifiers: partiesNamed(drafting, verifiedBy),
      storage: storage && storageWords(drafting, withdrawal, storage)
    }
  }
}

function baselineSlots(drafting: Drafting, withdrawal: Withdrawal): DraftItem['slots'] {
  const { told } = drafting
  const lines = new Set(withdrawal.baseline.values())
  const [only] = lines
  if (only === undefined) return { baselineReason: '' }
  if (lines.size === 1)
    return {
      baseline: told.say('draft.baseline.same', { line: lineWords(drafting, only) }),
      baselineReason: ''
    }
  const each = [...withdrawal.baseline].map(([party, line]) =>
    told.say('draft.baseline.party', {
      party: who(drafting, party) ?? party,
      line: lineWords(drafting, line)
    })
  )
  const reason = caseQuoted(drafting, withdrawal.asymmetry, withdrawal)
  return {
    baseline: told.say('draft.baseline.each', { each: told.list(each) }),
    baselineReason: reason && told.say('draft.baseline.because', { reason })
  }
}

function storageWords(
  drafting: Drafting,
  withdrawal: Withdrawal,
  { site, keys, inspections }: NonNullable<Withdrawal['storage']>
): string {
  const { told } = drafting
  const at = caseQuoted(drafting, site, withdrawal) ?? ''
  const held = caseQuoted(drafting, keys, withdrawal)
  const kept = held === undefined ? at : told.say('draft.storage.keys', { site: at, keys: held })
  return inspections === undefined
    ? kept
    : told.say('draft.storage.inspected', { site: kept, cadence: often(drafting, inspections) })
}

/** A meeting by its title, or by its kind and id. */
export function meetingTitle({ told, source }: Drafting, id: string): string {
  const meeting = source.process.meetings.get(id)
  if (!meeting) return id
  return meeting.title === undefined
    ? capital(told.say(`draft.meeting.${meeting.kind}`))
    : textIn(meeting.title)
}

function meetingItem(drafting: Drafting, meeting: Meeting): DraftItem {
  const { told } = drafting
  const { rankFloor, decides } = meeting
  return {
    id: meeting.id,
    at: meeting.at,
    slots: {
      body: meetingTitle(drafting, meeting.id),
      bodyMeets: `${meetsWords(drafting, meeting)}${mark(meeting)}`,
      bodyPlace: caseQuoted(drafting, meeting.place, meeting),
      bodyRank: rankFloor && told.say('draft.rank', { rank: rankFloor }),
      bodyTerms: caseQuoted(drafting, meeting.termsOfReference, meeting),
      bodyDecides: decides && told.say(`draft.decides.${decides}`),
      bodyDeadlock: caseQuoted(drafting, meeting.deadlock, meeting)
    }
  }
}

/** How often a body meets and when, with its recess. */
export function meetsWords(
  drafting: Drafting,
  { cadence, hour, recess, recesses }: Meeting
): string {
  const { told } = drafting
  const meets = told.say('draft.meets', {
    cadence: often(drafting, cadence),
    hour: hourWords(drafting, hour)
  })
  const ruled =
    recess === undefined
      ? meets
      : told.say('draft.recess', {
          meets,
          days: lapseWords(told, recess.atMostDays * 86_400),
          hours: told.say('lapse.hours', { n: recess.recallHours })
        })
  return recesses.length === 0
    ? ruled
    : told.say('draft.recesses', {
        meets: ruled,
        days: told.list(
          recesses.map(({ from, until }) => told.say('draft.recess.days', { from, until }))
        )
      })
}

/** A channel by its title, or by its id. */
export const channelTitle = ({ told }: Drafting, { id, title }: Channel): string =>
  title === undefined ? told.say('draft.channel.named', { name: id }) : capital(textIn(title))

function channelItem(drafting: Drafting, channel: Channel): DraftItem {
  const { lineCheck } = channel
  return {
    id: channel.id,
    at: channel.at,
    slots: {
      channel: channelTitle(drafting, channel),
      channelEnds: partiesNamed(drafting, channel.ends),
      acknowledge: lapse(drafting, channel.acknowledgeWithin),
      answer: lapse(drafting, channel.answerWithin),
      lineCheck:
        lineCheck.length === 0
          ? undefined
          : `${drafting.told.list(lineCheck.map((clock) => hourWords(drafting, clock)))}${mark(channel)}`
    }
  }
}

function talkItem(drafting: Drafting, id: string): DraftItem {
  const { told, source } = drafting
  const track = source.process.tracks.get(id)
  const gate = [...source.process.gates.values()].find(({ opens }) => opens === `track.${id}`)
  const title = gate && (gate.title === undefined ? gate.id : textIn(gate.title))
  return {
    id,
    slots: {
      talks: track?.title === undefined ? id : textIn(track.title),
      talksStart:
        track?.starts === undefined
          ? title && told.say('draft.gate.opens', { gate: title })
          : momentWords(drafting, track.starts)
    }
  }
}
