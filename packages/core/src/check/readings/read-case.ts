import type { Case, Poll, Stance } from '../../model/case.ts'
import type { PollFit } from '../../model/closed-lists.ts'
import type { Judgement } from '../../model/judgement.ts'
import { saidByItself } from '../../model/whose.ts'
import type { Offers } from '../../worth/offers.ts'
import { withKnown } from '../../worth/scenarios.ts'
import type { Choice, ReadingOptions } from './choices.ts'
import { AS_STATED } from './choices.ts'

/** The option that a reading takes of a choice; as stated where the case leaves none. */
export type Taken = (kind: Choice['kind'], about?: string) => string

/** Looks up what a reading takes. */
export function takenBy(reading: ReadingOptions, choices: readonly Choice[]): Taken {
  const options = new Map(
    choices.map(({ kind, about, options: ways }, i) => [
      `${kind} ${about}`,
      ways[reading[i] as number] ?? AS_STATED
    ])
  )
  return (kind, about = '') => options.get(`${kind} ${about}`) ?? AS_STATED
}

/** Scenarios, some of them known. */
export function scenariosRead({ scenarios }: Case, taken: Taken): Case['scenarios'] {
  return scenarios.reduce((known, { id }) => {
    const how = taken('scenario', id)
    return how === AS_STATED ? known : withKnown(known, id, how === 'yes')
  }, scenarios)
}

/** Whose word on redlines counts: `own` side's, anybody's but the advocate's, or one source's. */
export type Word = string

/** A stance with the redlines that count when only some word does. */
export function redlinesHeard(stance: Stance, word: Word, source: Case): Stance {
  if (word === AS_STATED) return stance
  return {
    ...stance,
    redlines: stance.redlines.filter((redline) => {
      if (word === 'own') return saidByItself(redline, source)
      if (word === 'without-advocate') return redline.source !== source.advocate
      return redline.source === word
    })
  }
}

/** A case in which only some word on redlines counts. */
export function heard(source: Case, word: Word): Case {
  const stances = [...source.stances].map(
    ([party, stance]) => [party, redlinesHeard(stance, word, source)] as const
  )
  return { ...source, stances: new Map(stances) }
}

/** A staged term at one of its ends, for certain. */
export function offersRead(offers: Offers, how: string): Offers {
  if (how === AS_STATED) return offers
  return new Map(
    [...offers].map(([issue, { option, then }]) => [
      issue,
      { option: how === 'last' ? (then ?? option) : option }
    ])
  )
}

/** One party's ratification as a reading has it. */
export function ratificationRead(stance: Stance, taken: Taken): Stance {
  const left = taken('electorate')
  if (left === stance.party || left === 'all') return { ...stance, ratification: [] }
  const alone = taken('poll', stance.party)
  return {
    ...stance,
    ratification: stance.ratification.map((body) => ({
      ...body,
      support: body.support
        .filter(({ poll }) => alone === AS_STATED || poll === alone)
        .map((row) => ({ ...row, fit: stepped(row.fit, taken('fit')) })),
      effects: taken('effects') === 'none' ? [] : body.effects,
      vetoes: body.vetoes.filter(({ at }) => ![at, 'none'].includes(taken('veto'))),
      ...(body.otherwise ? { otherwise: atEnd(body.otherwise, taken('otherwise')) } : {})
    }))
  }
}

/** Polls with the undecided counted as a reading has it. */
export function pollsRead({ polls }: Case, how: string): Case['polls'] {
  const undecided = UNDECIDED.find((one) => one === how)
  if (undecided === undefined) return polls
  return new Map([...polls].map(([id, poll]): [string, Poll] => [id, { ...poll, undecided }]))
}

const UNDECIDED = ['against', 'split', 'drop'] as const
const FITS: readonly PollFit[] = ['direct', 'related', 'distant']

/** One step closer to the proposal's own question, or further from it. */
function stepped(fit: PollFit, how: string): PollFit {
  const step = how === 'closer' ? -1 : how === 'further' ? 1 : 0
  return FITS[Math.min(FITS.length - 1, Math.max(0, FITS.indexOf(fit) + step))] ?? fit
}

/** A judgement at its low or its high end, whatever the scenario. */
function atEnd(judgement: Judgement, how: string): Judgement {
  if (how === AS_STATED) return judgement
  const pick = how === 'low' ? 'low' : 'high'
  const sharp = (range: Judgement['range']): Judgement['range'] => ({
    low: range[pick],
    high: range[pick]
  })
  return {
    ...judgement,
    key: `${judgement.key} ${how}`,
    range: sharp(judgement.range),
    cases: judgement.cases.map((one) => ({ ...one, range: sharp(one.range) }))
  }
}
