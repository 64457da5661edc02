import type { Body, Case, Poll } from '../model/case.ts'
import { textIn } from '../model/package.ts'
import { MONTH, middleOf } from '../model/poll-errors.ts'
import { shareInFavour } from '../worth/ratification.ts'

/** One poll of a question put several times. */
export interface Wave {
  readonly poll: string
  readonly field: string
  /** Of those in favour, 0..1, and its standard error: sampling and what pollsters differ by. */
  readonly share: number
  readonly error: number
}

/** A question put to one population more than once, answers alike, and how the share moved. */
export interface WavesOfQuestion {
  readonly question: string
  readonly answers: readonly string[]
  /** By date. */
  readonly waves: readonly Wave[]
  /** Points of share (0..1) in a month by weighted least squares, and its standard error. */
  readonly slope: number
  readonly slopeError: number
  /** From the last wave but one to the last: by how much the share changed, and its standard error. */
  readonly last: { readonly change: number; readonly error: number }
}

/**
 * Questions that a body's support rests on and that were put more than once: polls of the same
 * population with the same wording and the same answers.
 */
export function wavesAsked({ polls }: Case, { support }: Body): readonly WavesOfQuestion[] {
  const asked = new Map<string, { readonly poll: Poll; readonly answers: readonly string[] }>()
  for (const { poll: id, answers } of support) {
    const poll = polls.get(id)
    if (poll?.question !== undefined) asked.set(keyOf(poll, answers), { poll, answers })
  }
  return [...asked].flatMap(([key, { poll: one, answers }]) => {
    const waves = [...polls.values()]
      .filter((poll) => poll.question !== undefined && keyOf(poll, answers) === key)
      .sort((a, b) => middleOf(a.field) - middleOf(b.field))
    if (waves.length < 2) return []
    return [trendOf(waves, { question: textIn(one.question ?? ''), answers })]
  })
}

const keyOf = ({ population, question, answers }: Poll, favour: readonly string[]): string =>
  JSON.stringify([
    population,
    textIn(question ?? ''),
    [...answers.keys()].sort(),
    [...favour].sort()
  ])

function trendOf(
  polls: readonly Poll[],
  { question, answers }: Pick<WavesOfQuestion, 'question' | 'answers'>
): WavesOfQuestion {
  const waves = polls.map((poll): Wave & { readonly at: number } => {
    const { share, n } = shareInFavour(poll, answers)
    const error = Math.sqrt((share * (1 - share)) / n + poll.house ** 2)
    return { poll: poll.id, field: poll.field, share, error, at: middleOf(poll.field) / MONTH }
  })
  const weights = waves.map(({ error }) => 1 / error ** 2)
  const total = weights.reduce((sum, one) => sum + one, 0)
  const mean = (of: (wave: (typeof waves)[number]) => number): number =>
    waves.reduce((sum, wave, k) => sum + (weights[k] as number) * of(wave), 0) / total
  const [at, share] = [mean((wave) => wave.at), mean((wave) => wave.share)]
  const spread = mean((wave) => (wave.at - at) ** 2) * total
  const slope = (mean((wave) => (wave.at - at) * (wave.share - share)) * total) / spread
  // Waves that scatter about the line by more than their errors make the line that much less sure
  // (Birge 1932); two waves lie on their line.
  const scatter = mean((wave) => (wave.share - share - slope * (wave.at - at)) ** 2) * total
  const birge = waves.length > 2 ? Math.sqrt(Math.max(1, scatter / (waves.length - 2))) : 1
  const [before, latest] = [waves.at(-2) as Wave, waves.at(-1) as Wave]
  return {
    question,
    answers,
    waves: waves.map(({ at: _, ...wave }) => wave),
    slope,
    slopeError: birge * Math.sqrt(1 / spread),
    last: {
      change: latest.share - before.share,
      error: Math.hypot(latest.error, before.error)
    }
  }
}
