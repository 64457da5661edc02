/**
 * Every number that is shown goes through here, so that it looks the same in every room and
 * language.
 */

/** A low, a likely and a high number. */
export interface Spread {
  readonly low: number
  readonly central?: number
  readonly high: number
}

/** The writing of numbers in one language. */
export interface Numbers {
  /**
   * A chance from 0 to 1, in whole percent; never rounded to a certainty that it is not: `< 1%`, `>
   * 99%`.
   */
  readonly percent: (p: number) => string
  /** A sampled chance with twice its standard error: `62% ± 1`. */
  readonly chance: (p: number, standardError: number) => string
  /** Points of value, 0 to 100: `42`. */
  readonly points: (value: number) => string
  /** Points gained or lost, signed: `+4`, `−12`, `0`. */
  readonly gain: (value: number) => string
  /** A judgement's range: `20 to 40`. */
  readonly range: (spread: Spread) => string
  /** A judgement's own number: at most two digits behind the point. */
  readonly judgement: (value: number) => string
  /** A count with its groups: `10,000`. */
  readonly count: (value: number | bigint) => string
  /** An instant, day and time of this computer. */
  readonly instant: (iso: string) => string
}

/** The true minus sign: as wide as the plus in tabular figures. */
const MINUS = '\u2212'
/** Keeps a number and what belongs to it in one line. */
const NARROW = '\u202f'

const known = new Map<string, Numbers>()

/** The writing of numbers in a language such as `en`; remembered. */
export function numbersIn(language: string): Numbers {
  const found = known.get(language) ?? makeNumbers(language)
  known.set(language, found)
  return found
}

function makeNumbers(language: string): Numbers {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const fine = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  let moment: Intl.DateTimeFormat | undefined
  const percent = (p: number): string => {
    if (p > 0 && p < 0.005) return `<${NARROW}${share.format(0.01)}`
    if (p < 1 && p >= 0.995) return `>${NARROW}${share.format(0.99)}`
    return share.format(p)
  }
  const minus = (text: string): string => text.replace('-', MINUS)
  const judgement = (value: number): string => minus(fine.format(value + 0))
  return {
    percent,
    chance: (p, standardError) => {
      const error = 200 * standardError
      if (error < 0.05) return percent(p)
      return `${percent(p)} ±${NARROW}${error < 0.95 ? fine.format(Number(error.toPrecision(1))) : whole.format(error)}`
    },
    points: (value) => minus(whole.format(Math.round(value) + 0)),
    gain: (value) => {
      const rounded = Math.round(value) + 0
      return rounded > 0 ? `+${whole.format(rounded)}` : minus(whole.format(rounded))
    },
    range: ({ low, high }) =>
      low === high ? judgement(low) : `${judgement(low)}\u2013${judgement(high)}`,
    judgement,
    count: (value) => whole.format(value),
    instant: (iso) => {
      // The dearest of them to begin, and most rooms show no instant.
      moment ??= new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
      return moment.format(new Date(iso))
    }
  }
}
