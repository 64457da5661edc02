import type { Reading } from '../../case/read.ts'
import { position } from '../../diagnostic/text.ts'
import type { Case } from '../../model/case.ts'
import type { InputName, Study } from '../../study/index.ts'
import { NO_DEAL } from '../../study/index.ts'
import type { Estimate } from '../../worth/estimate.ts'
import type { Words } from '../words/index.ts'
import { bodyIn, inputOf, nameOf, wordsOf } from '../words/index.ts'

/** What the report is about, and the language it is in: English unless another is named. */
export interface StudyReported {
  readonly source: Case
  readonly language?: string
  /** The place behind a pointer into the case; undefined where there is none. */
  readonly place: (at: string) => LinePlace | undefined
}

/** A line of a file, from 1. */
export interface LinePlace {
  readonly file: string
  readonly line: number
}

/** A study with what was asked for: `draws` more than were done when it was stopped early. */
export interface StudyDrawn {
  readonly study: Study
  readonly draws: number
}

/** Looks places up in the texts of a case that was read; each only once. */
export function placesIn({
  files,
  spanOf
}: Pick<Reading, 'files' | 'spanOf'>): StudyReported['place'] {
  const known = new Map<string, LinePlace | undefined>()
  return (at) => {
    if (!known.has(at)) {
      const span = spanOf(at)
      const file = files.find(({ name }) => name === span.file)
      known.set(at, file && { file: file.name, line: position(file, span.start).line })
    }
    return known.get(at)
  }
}

/** Whether the study was stopped before all draws were done. */
export const isPartial = ({ study, draws }: StudyDrawn): boolean => study.sizes.draws < draws

/**
 * A sampled mean with its standard error; alone where it is the same in every draw. Near 0 and 1,
 * digits enough to tell it from them.
 */
export function sampled({ p, standardError }: Estimate): string {
  if (standardError < ROUNDING) return String(Number(p.toFixed(3)))
  const near = p < 0.0005 || p >= 0.9995
  const digits = near
    ? Math.min(MOST_DIGITS, Math.max(4, Math.ceil(-Math.log10(standardError))))
    : 3
  const error = standardError.toFixed(digits)
  return `${p.toFixed(digits)} ± ${Number(error) === 0 ? `<${10 ** -digits}` : error}`
}

const MOST_DIGITS = 6
/** A standard error below this is what rounding leaves of none. */
export const ROUNDING = 1e-9

/** An alternative as sentences name it. */
export const alternativeName = ({ say }: Words, id: string): string =>
  id === NO_DEAL ? say('alternative.no-deal') : id

/** An input in plain words with `file:line` behind it, where that is known. */
export function placedInput(about: StudyReported, input: InputName): string {
  const found = about.place(input.at)
  const words = inputWords(about, input)
  return found
    ? wordsOf(about).say('input.placed', { input: words, place: `${found.file}:${found.line}` })
    : words
}

/** An input in plain words; its key where no words are known for it. */
export function inputWords(
  about: Pick<StudyReported, 'source' | 'language'>,
  { key }: InputName
): string {
  const found = inputOf(key)
  if (!found) return key.replace(/^stances\./, '')
  const { party, redline, body } = found.ids
  const words = wordsOf(about)
  return words.say(`input.${found.kind}`, {
    ...found.ids,
    body: bodyIn(words, about.source, [party, body]),
    party: nameOf(about.source, party),
    redline: `${party}.${redline}`
  })
}
