import type { Reading } from '../../case/read.ts'
import { position } from '../../diagnostic/text.ts'
import type { Case } from '../../model/case.ts'
import type { InputName, Study } from '../../study/index.ts'
import { NO_DEAL } from '../../study/index.ts'
import type { Estimate } from '../../worth/estimate.ts'
import { nameOf } from '../words.ts'

/** What the report is about. */
export interface About {
  readonly source: Case
  /** The place behind a pointer into the case; undefined where there is none. */
  readonly place: (at: string) => Place | undefined
}

/** A line of a file, from 1. */
export interface Place {
  readonly file: string
  readonly line: number
}

/** A study with what was asked for: `draws` more than were done when it was stopped early. */
export interface Drawn {
  readonly study: Study
  readonly draws: number
}

/** Looks places up in the texts of a case that was read; each only once. */
export function placesIn({ files, spanOf }: Pick<Reading, 'files' | 'spanOf'>): About['place'] {
  const known = new Map<string, Place | undefined>()
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
export const isPartial = ({ study, draws }: Drawn): boolean => study.sizes.draws < draws

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
export const alternativeName = (id: string): string => (id === NO_DEAL ? 'no deal' : id)

/** `file:line` in brackets; empty where the place is unknown. */
export function placeWords({ place }: About, { at }: InputName): string {
  const found = place(at)
  return found ? ` (${found.file}:${found.line})` : ''
}

/** Patterns of the keys of inputs, from the most telling, with what each is in words. */
const WORDS: readonly (readonly [
  RegExp,
  (name: (party: string) => string, parts: readonly string[]) => string
])[] = [
  [/^polls\.([^.]+)$/, (_, [poll]) => `the error of the poll ${poll}`],
  [/^scenarios\.([^.]+)$/, (_, [scenario]) => `whether the scenario ${scenario} comes true`],
  [
    /^stances\.([^.]+)\.interests\.([^.]+)\.weight$/,
    (name, [party = '', issue]) => `how much ${issue} weighs for ${name(party)}`
  ],
  [
    /^stances\.([^.]+)\.interests\.([^.]+)\.values\.([^.]+)$/,
    (name, [party = '', issue, option]) => `what ${issue}: ${option} is worth to ${name(party)}`
  ],
  [
    /^stances\.([^.]+)\.interests\.([^.]+)\.values$/,
    (name, [party = '', issue]) => `what the options of ${issue} are worth to ${name(party)}`
  ],
  [
    /^stances\.([^.]+)\.no-deal\.base/,
    (name, [party = '']) => `what ${name(party)} would have without a deal`
  ],
  [
    /^stances\.([^.]+)\.no-deal\.ledger\.([^.]+)/,
    (name, [party = '', entry]) => `${entry} in the no-deal ledger of ${name(party)}`
  ],
  [
    /^stances\.([^.]+)\.redlines\.([^.]+)\.firmness$/,
    (_, [party, redline]) => `how firm the redline ${party}.${redline} is`
  ],
  [
    /^stances\.([^.]+)\.ratification\.([^.]+)\.threshold$/,
    (name, [party = '', body]) => `the share that the ${body} of ${name(party)} needs`
  ],
  [/^stances\.([^.]+)$/, (name, [party = '']) => `all judgements of ${name(party)} together`],
  [
    /^proposals\.([^.]+)\.terms\.([^.]+)\.chance$/,
    (_, [, issue]) => `the chance that the second stage of ${issue} comes`
  ]
]

/** An input in plain words; its key where no words are known for it. */
export function inputWords({ source }: About, { key }: InputName): string {
  for (const [pattern, words] of WORDS) {
    const found = pattern.exec(key)
    if (found) return words((party) => nameOf(source, party), found.slice(1))
  }
  return key.replace(/^stances\./, '')
}
