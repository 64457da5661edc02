import type { Column } from '../../draws/column.ts'
import type { DrawSettings, Sampler } from '../../draws/sampler.ts'
import { randomSampler } from '../../draws/sampler.ts'
import type { Case, Proposal, Stance } from '../../model/case.ts'
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

/** A proposal with staged terms as a reading has them, and who has to accept it. */
interface Staged {
  readonly offers: Offers
  readonly stages: Stages
  readonly parties: readonly string[]
}

/** A proposal as one reading has it. `world` and the judges are looked up once for all parties. */
interface Read extends Staged {
  readonly one: ReadProposal
  readonly taken: Taken
  readonly world: string
  readonly plain: Judge
  readonly heard: Judge
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
  private readonly staged = new Map<string, Staged>()
  private readonly product: Float64Array

  constructor(source: Case, choices: readonly Choice[], settings: DrawSettings) {
    this.source = source
    this.choices = choices
    this.settings = settings
    this.product = new Float64Array(settings.draws)
  }

  chance(one: ReadProposal, reading: ReadingOptions): ReadingChance {
    const taken = takenBy(reading, this.choices)
    const world = this.world(taken)
    // Gains hang on scenarios and dependence alone, redlines on whose word counts as well.
    const plain = this.judge('plain', { taken, world }, (stance) => stance)
    const heard = this.judge(`word ${taken('word')}`, { taken, world }, (stance) =>
      redlinesHeard(stance, taken('word'), this.source)
    )
    const read = { one, taken, world, plain, heard, ...this.stagedOf(one, taken, plain) }
    const cappedBy = one.cappedBy.filter((redline) =>
      heard.stance(redline.party).redlines.includes(redline)
    )
    this.product.fill(1)
    let ceiling: Verdict = 'robust'
    const verdicts = read.parties.map((party) => {
      const polls = this.keyOfPolls(party, taken)
      const ratifying = this.ratifying(polls, read)
      const p = this.multiplyBy(party, { read, polls, ratifying })
      const capped = { offers: read.offers, ratifying: [party], cappedBy, unfilled: one.unfilled }
      ceiling = worse(ceiling, ceilingOf(capped, ratifying))
      return partyVerdict(p, this.crossesFirmly(party, read))
    })
    const p = average(this.product)
    return { p, verdict: worse(proposalVerdict(p, verdicts), ceiling) }
  }

  /** Multiplies one party's acceptance into the product; returns its mean. */
  private multiplyBy(
    party: string,
    {
      read: { one, offers, stages, taken, world, plain, heard },
      polls,
      ratifying
    }: { readonly read: Read; readonly polls: string; readonly ratifying: Judge }
  ): number {
    const about = `${party},${one.proposal.id},${taken('staged')},${world}`
    const piece = (of: string, make: () => Column): Column =>
      remember(this.pieces, `${of} ${about}`, make)
    const stays = piece(`stays ${taken('word')}`, () =>
      heard.consent(party, stages, { polls: 'none' })
    )
    const ratifies = piece(polls, () => ratifying.consent(party, stages, { point: () => 0 }))
    if (!plain.hasGain(party)) return multiplyByBoth(this.product, stays, ratifies)
    const how = taken('acceptance')
    const accepting = how === AS_STATED ? acceptingSharply : acceptingSmoothly
    const gains = piece(`gain ${how}`, () => accepting(plain.gain(party, offers)))
    return multiplyByAll(this.product, { stays, ratifies, gains })
  }

  private crossesFirmly(party: string, { one, stages, taken, world, heard }: Read): boolean {
    const key = `${party},${one.proposal.id},${taken('staged')},${taken('word')},${world}`
    return remember(this.fatal, key, () => {
      const { redlines } = heard.stance(party)
      return crossedBy(redlines, stages, scenariosRead(this.source, taken)).some(isFatal)
    })
  }

  /** The completion of the proposal with staged terms as the reading has them. */
  private stagedOf(one: ReadProposal, taken: Taken, judge: Judge): Staged {
    const how = taken('staged')
    return remember(this.staged, `${one.proposal.id} ${how}`, () => {
      const offers = offersRead(one.offers, how)
      const stages = stagesOf(offers)
      return { offers, stages, parties: judge.required(stages).surely }
    })
  }

  /** A party's ratification hangs on how polls are read, and which of them speaks for it. */
  private ratifying(key: string, read: Pick<Read, 'taken' | 'world'>): Judge {
    const polls = (): Case['polls'] => pollsRead(this.source, read.taken('undecided'))
    return this.judge(key, read, (stance) => ratificationRead(stance, read.taken), polls)
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
    { taken, world }: Pick<Read, 'taken' | 'world'>,
    change: (stance: Stance) => Stance,
    polls: () => Case['polls'] = () => this.source.polls
  ): Judge {
    return remember(this.judges, `${piece} ${world}`, () => {
      const scenarios = scenariosRead(this.source, taken)
      const stances = [...this.source.stances].map(([id, stance]) => [id, change(stance)] as const)
      const source = { ...this.source, scenarios, polls: polls(), stances: new Map(stances) }
      return new Judge(source, this.sampler(scenarios, taken, world))
    })
  }

  /** One set of draws for each way in which scenarios and dependence are read. */
  private sampler(scenarios: Case['scenarios'], taken: Taken, world: string): Sampler {
    return remember(this.samplers, world, () => {
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

/** Multiplies what a party's acceptance is made of into the product; returns the mean of the acceptance. */
function multiplyByBoth(product: Float64Array, stays: Column, ratifies: Column): number {
  let sum = 0
  for (let i = 0; i < product.length; i++) {
    const accepts = (stays[i] as number) * (ratifies[i] as number)
    sum += accepts
    product[i] = (product[i] as number) * accepts
  }
  return sum / product.length
}

/** The same of a party that has gains to look at. */
function multiplyByAll(
  product: Float64Array,
  { stays, ratifies, gains }: Readonly<Record<'stays' | 'ratifies' | 'gains', Column>>
): number {
  let sum = 0
  for (let i = 0; i < product.length; i++) {
    const accepts = (stays[i] as number) * (ratifies[i] as number) * (gains[i] as number)
    sum += accepts
    product[i] = (product[i] as number) * accepts
  }
  return sum / product.length
}

function remember<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key)
  if (known !== undefined) return known
  const made = make()
  cache.set(key, made)
  return made
}
