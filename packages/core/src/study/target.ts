import type { Column } from '../draws/column.ts'
import type { Dependence, Sampler } from '../draws/sampler.ts'
import type { Case, Interest } from '../model/case.ts'
import { multiply } from '../worth/columns.ts'
import { Judge } from '../worth/judge.ts'
import type { Offered, Piece, Pieces } from './acceptance.ts'
import { acceptedBy, pieceOf, piecesOf } from './acceptance.ts'
import type { Alternative } from './alternatives.ts'
import type { Input } from './inputs.ts'
import { inputsOf } from './inputs.ts'
import { LocalGain, onlyInterest } from './local-gain.ts'

/**
 * A package whose inputs are ranked, and what is asked of it: output 0 is the joint chance, the
 * others gains.
 */
export interface StudyTarget {
  readonly id: string
  readonly offered: readonly Offered[]
  readonly inputs: readonly Input[]
  /** Required parties whose gain can be told; output k + 1 is the gain of the k-th. */
  readonly gaining: readonly string[]
  readonly links: readonly Link[]
  /** Of an input, the one interest of a party that it bears on; absent where it bears on more. */
  readonly local: (input: Input, party: string) => Interest | undefined
}

/**
 * An output and an input it hangs on, by index. Links stand in the order of inputs, then of
 * outputs.
 */
export interface Link {
  readonly input: number
  readonly output: number
}

/** What a package hangs on. Only what its required parties read counts. */
export function targetOf(
  { id, offers, required }: Alternative,
  judge: Judge,
  dependence: Dependence
): StudyTarget {
  const offered = required.map((party) => ({ party, offers }))
  const inputs = inputsOf(offered, judge.source, dependence)
  const gaining = required.filter((party) => judge.hasGain(party))
  const links = inputs.flatMap(({ touches }, input) => {
    const moves = (party: string): boolean =>
      touches.some((touch) => touch.party === party && touch.piece === 'gain')
    return [
      { input, output: 0 },
      ...gaining.flatMap((party, k) => (moves(party) ? [{ input, output: k + 1 }] : []))
    ]
  })
  const known = new Map(
    inputs.map(({ key, streams }) => [
      key,
      new Map(
        gaining.map((party) => [party, onlyInterest(judge.stance(party), streams, dependence)])
      )
    ])
  )
  const local: StudyTarget['local'] = ({ key }, party) => known.get(key)?.get(party)
  return { id, offered, inputs, gaining, links, local }
}

/** A party's pieces, and what they make of its acceptance. */
interface Answer {
  readonly pieces: Pieces
  readonly accepts: Column
}

/** A target on one set of draws. */
export class TargetDraws {
  /** By output, a number for each draw. */
  readonly outputs: readonly Column[]
  private readonly target: StudyTarget
  private readonly judge: Judge
  private readonly answers: ReadonlyMap<string, Answer>
  private readonly gains = new Map<string, LocalGain>()

  constructor(target: StudyTarget, source: Case, sampler: Sampler) {
    this.target = target
    this.judge = new Judge(source, sampler)
    this.answers = new Map(
      target.offered.map((one) => [one.party, answer(piecesOf(one, this.judge))])
    )
    this.outputs = this.outputsOf(this.answers)
  }

  /**
   * The outputs linked to an input, in the order of the links, where a sampler gives it other
   * numbers.
   */
  linked(input: Input, sampler: Sampler): readonly Column[] {
    const { offered, inputs, links } = this.target
    const judge = new Judge(this.judge.source, sampler)
    const answers = new Map(this.answers)
    for (const one of offered) {
      const touched = input.touches.filter(({ party }) => party === one.party)
      if (touched.length === 0) continue
      const fresh = Object.fromEntries(
        touched.map(({ piece }) => [piece, this.freshPiece(piece, one, { input, judge })])
      )
      answers.set(one.party, answer({ ...(answers.get(one.party) as Answer).pieces, ...fresh }))
    }
    const outputs = this.outputsOf(answers)
    return links
      .filter((link) => inputs[link.input] === input)
      .map(({ output }) => outputs[output] as Column)
  }

  private freshPiece(
    piece: Piece,
    offered: Offered,
    { input, judge }: { readonly input: Input; readonly judge: Judge }
  ): Column {
    const { party } = offered
    const interest = piece === 'gain' ? this.target.local(input, party) : undefined
    if (!interest) return pieceOf(piece, offered, judge)
    const known = this.gains.get(party) ?? new LocalGain(offered, this.judge)
    this.gains.set(party, known)
    return known.with(interest, judge)
  }

  private outputsOf(answers: ReadonlyMap<string, Answer>): readonly Column[] {
    const joint = new Float64Array(this.judge.sampler.count).fill(1)
    for (const { accepts } of answers.values()) multiply(joint, accepts)
    return [
      joint,
      ...this.target.gaining.map((party) => (answers.get(party) as Answer).pieces.gain)
    ]
  }
}

const answer = (pieces: Pieces): Answer => ({ pieces, accepts: acceptedBy(pieces) })
