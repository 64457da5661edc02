import type { Column } from '../../draws/column.ts'
import type { DrawSettings, Sampler } from '../../draws/sampler.ts'
import { randomSampler } from '../../draws/sampler.ts'
import type { Case, Proposal, Stance } from '../../model/case.ts'
import { multiply } from '../../worth/columns.ts'
import { average } from '../../worth/estimate.ts'
import { Judge } from '../../worth/judge.ts'
import type { Offers, Stages } from '../../worth/offers.ts'
import { stagesOf } from '../../worth/offers.ts'
import { crossedBy, isFatal } from '../../worth/redlines.ts'
import type { Verdict } from '../../worth/verdict.ts'
import { partyVerdict, proposalVerdict, worse } from '../../worth/verdict.ts'
import type { Caps } from '../ceiling.ts'
import { ceilingOf } from '../ceiling.ts'
import type { FilledJudgement } from '../judge-proposal.ts'
import type { Choice, ReadingOptions } from './choices.ts'
import { AS_STATED, choicesOf } from './choices.ts'
import type { Taken } from './read-case.ts'
import {
  offersRead,
  pollsRead,
  ratificationRead,
  redlinesHeard,
  scenariosRead,
  takenBy
} from './read-case.ts'
import type { ReadingChance, WordChance } from './reading-chance.ts'
import type { ReadingSet } from './sample.ts'
import { readingsOf } from './sample.ts'
import { acceptingSharply, acceptingSmoothly } from './sharpness.ts'

/** Draws that each reading is judged on, at most: a chance to about two hundredths. */
export const READING_DRAWS = 1000

/** A proposal as it was judged: the completion it is judged at, and what caps it. */
export interface ReadProposal extends Pick<FilledJudgement, 'offers' | keyof Caps> {
  readonly proposal: Proposal
}

/** Every proposal under every reading. */
export interface AllReadings extends ReadingSet {
  readonly choices: readonly Choice[]
  readonly draws: number
  /** By proposal, a chance and a verdict for each reading in turn. */
  readonly proposals: ReadonlyMap<string, readonly ReadingChance[]>
  /** By proposal, everything as stated but for whose word on redlines counts. */
  readonly words: ReadonlyMap<string, readonly WordChance[]>
}

/**
 * Judges proposals under all readings of the choices that the case leaves open: see `choicesOf`.
 * The draws of a reading are those of the case's own, so readings differ by what is read otherwise
 * and not by luck.
 */
export function judgeReadings(
  source: Case,
  judged: readonly ReadProposal[],
  settings: DrawSettings
): AllReadings {
  // All of the case's, so that what is read otherwise does not hang on which are asked for.
  const proposals = [...source.proposals, ...judged.map(({ proposal }) => proposal)]
  const choices = choicesOf(source, { proposals, dependence: settings.dependence })
  const set = readingsOf(choices, settings.seed)
  const draws = Math.min(settings.draws, READING_DRAWS)
  const reader = new Reader(source, choices, { ...settings, draws })
  return {
    ...set,
    choices,
    draws,
    proposals: new Map(
      judged.map((one) => [
        one.proposal.id,
        set.readings.map((reading) => reader.chance(one, reading))
      ])
    ),
    words: new Map(judged.map((one) => [one.proposal.id, byWord(one, choices, reader)]))
  }
}

function byWord(
  one: ReadProposal,
  choices: readonly Choice[],
  reader: Reader
): readonly WordChance[] {
  const place = choices.findIndex(({ kind }) => kind === 'word')
  return (choices[place]?.options ?? []).map((word, option) => {
    const reading = choices.map((_, i) => (i === place ? option : 0))
    return { word, ...reader.chance(one, reading) }
  })
}

/** A proposal as one reading has it. */
interface Read {
  readonly one: ReadProposal
  readonly offers: Offers
  readonly stages: Stages
  readonly taken: Taken
}

/**
 * Judges proposals one reading after the other. What a party's acceptance is made of hangs on few
 * of the choices each, so its pieces are made once and multiplied anew.
 */
class Reader {
  private readonly source: Case
  private readonly choices: readonly Choice[]
  private readonly settings: DrawSettings
  private readonly samplers = new Map<string, Sampler>()
  private readonly judges = new Map<string, Judge>()
  private readonly pieces = new Map<string, Column>()
  private readonly fatal = new Map<string, boolean>()
  private readonly offers = new Map<string, Offers>()
  private readonly product: Float64Array
  private readonly accepts: Float64Array

  constructor(source: Case, choices: readonly Choice[], settings: DrawSettings) {
    this.source = source
    this.choices = choices
    this.settings = settings
    this.product = new Float64Array(settings.draws)
    this.accepts = new Float64Array(settings.draws)
  }

  chance(one: ReadProposal, reading: ReadingOptions): ReadingChance {
    const taken = takenBy(reading, this.choices)
    const offers = this.offersOf(one, taken)
    const read = { one, offers, stages: stagesOf(offers), taken }
    const parties = this.plain(taken).required(read.stages).surely
    this.product.fill(1)
    const verdicts = parties.map((party) => {
      const p = this.multiplyBy(party, read)
      return partyVerdict(p, this.crossesFirmly(party, read))
    })
    const p = average(this.product)
    return { p, verdict: worse(proposalVerdict(p, verdicts), this.ceiling(parties, read)) }
  }

  /** Multiplies one party's acceptance into the product; returns its mean. */
  private multiplyBy(party: string, { one, offers, stages, taken }: Read): number {
    const accepts = this.accepts
    const about = [party, one.proposal.id, taken('staged'), this.world(taken)].join()
    const piece = (of: string, make: () => Column): Column =>
      remember(this.pieces, `${of} ${about}`, make)
    accepts.set(
      piece(`stays ${taken('word')}`, () =>
        this.heard(taken).consent(party, stages, { polls: 'none' })
      )
    )
    multiply(
      accepts,
      piece(this.keyOfPolls(party, taken), () =>
        this.ratifying(party, taken).consent(party, stages, { point: () => 0 })
      )
    )
    const plain = this.plain(taken)
    if (plain.hasGain(party)) {
      const how = taken('acceptance')
      const read = how === AS_STATED ? acceptingSharply : acceptingSmoothly
      multiply(
        accepts,
        piece(`gain ${how}`, () => read(plain.gain(party, offers)))
      )
    }
    multiply(this.product, accepts)
    return average(accepts)
  }

  private ceiling(parties: readonly string[], { one, offers, taken }: Read): Verdict {
    const heard = this.heard(taken)
    const cappedBy = one.cappedBy.filter((redline) =>
      heard.stance(redline.party).redlines.includes(redline)
    )
    const ceilings = parties.map((party) =>
      ceilingOf(
        { offers, ratifying: [party], cappedBy, unfilled: one.unfilled },
        this.ratifying(party, taken)
      )
    )
    return ceilings.reduce(worse, 'robust')
  }

  private crossesFirmly(party: string, { one, stages, taken }: Read): boolean {
    const key = [party, one.proposal.id, taken('staged'), taken('word'), this.world(taken)].join()
    const known = this.fatal.get(key)
    if (known !== undefined) return known
    const { redlines } = this.heard(taken).stance(party)
    const made = crossedBy(redlines, stages, scenariosRead(this.source, taken)).some(isFatal)
    this.fatal.set(key, made)
    return made
  }

  /** The completion of the proposal with staged terms as the reading has them. */
  private offersOf(one: ReadProposal, taken: Taken): Offers {
    const how = taken('staged')
    return remember(this.offers, `${one.proposal.id} ${how}`, () => offersRead(one.offers, how))
  }

  /** Gains hang on scenarios and dependence alone. */
  private plain(taken: Taken): Judge {
    return this.judge('plain', taken, (stance) => stance)
  }

  /** Redlines hang on whose word counts as well. */
  private heard(taken: Taken): Judge {
    const word = taken('word')
    return this.judge(`word ${word}`, taken, (stance) => redlinesHeard(stance, word, this.source))
  }

  /** A party's ratification hangs on how polls are read, and which of them speaks for it. */
  private ratifying(party: string, taken: Taken): Judge {
    const polls = (): Case['polls'] => pollsRead(this.source, taken('undecided'))
    const key = this.keyOfPolls(party, taken)
    return this.judge(key, taken, (stance) => ratificationRead(stance, taken), polls)
  }

  /** All that a party's ratification hangs on, besides the world. */
  private keyOfPolls(party: string, taken: Taken): string {
    const left = taken('electorate')
    return [
      'polls',
      party,
      taken('poll', party),
      taken('fit'),
      taken('undecided'),
      taken('otherwise'),
      taken('effects'),
      taken('veto'),
      left === party || left === 'all'
    ].join()
  }

  private judge(
    piece: string,
    taken: Taken,
    change: (stance: Stance) => Stance,
    polls: () => Case['polls'] = () => this.source.polls
  ): Judge {
    return remember(this.judges, `${piece} ${this.world(taken)}`, () => {
      const scenarios = scenariosRead(this.source, taken)
      const stances = [...this.source.stances].map(([id, stance]) => [id, change(stance)] as const)
      const source = { ...this.source, scenarios, polls: polls(), stances: new Map(stances) }
      return new Judge(source, this.sampler(scenarios, taken))
    })
  }

  /** One set of draws for each way in which scenarios and dependence are read. */
  private sampler(scenarios: Case['scenarios'], taken: Taken): Sampler {
    return remember(this.samplers, this.world(taken), () => {
      const how = taken('dependence')
      const dependence = how === 'party' || how === 'independent' ? how : this.settings.dependence
      return randomSampler(scenarios, { ...this.settings, dependence })
    })
  }

  /** What is known of scenarios, and how judgements err together. */
  private world(taken: Taken): string {
    const known = this.source.scenarios.map(({ id }) => taken('scenario', id))
    return [taken('dependence'), ...known].join()
  }
}

function remember<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key)
  if (known !== undefined) return known
  const made = make()
  cache.set(key, made)
  return made
}
