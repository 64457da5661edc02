import type { TextSentence } from './agreement-text.ts'

/** Kinds of figures that agreements hang on. */
export const TEXT_FIGURE_KINDS = ['distance', 'calibre', 'deadline', 'date', 'clock'] as const
/** One of `TEXT_FIGURE_KINDS`. */
export type TextFigureKind = (typeof TEXT_FIGURE_KINDS)[number]

/**
 * A figure of an agreement as it is written, and where. `value` is in kilometres, millimetres or
 * hours; a clock time says whether a zone stands with it.
 */
export interface TextFigure {
  readonly kind: TextFigureKind
  readonly text: string
  readonly value?: number
  readonly zone?: string
  readonly line: number
  readonly article: string
}

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  'twenty-four': 24,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  'forty-eight': 48,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  'seventy-two': 72,
  ninety: 90
}
const NUMBER = `(\\d{1,3}(?:,\\d{3})+|\\d+(?:[.,]\\d+)?|${Object.keys(WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|')})(?:\\s?\\(\\w+\\))?`
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)'

const KILOMETRES: Readonly<Record<string, number>> = { k: 1, m: 0.001, n: 1.852, i: 1.609344 }
const HOURS: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: 24, week: 168 }

const PATTERNS: readonly (readonly [TextFigureKind, RegExp])[] = [
  [
    'distance',
    new RegExp(
      `\\b${NUMBER}[\\s-]?(km|kilomet(?:er|re)s?|nautical miles?|miles?|met(?:er|re)s?|m)\\b(?!\\s?m\\b)`,
      'gi'
    )
  ],
  ['calibre', new RegExp(`\\b${NUMBER}[\\s-]?(mm|millimet(?:er|re)s?)\\b`, 'gi')],
  [
    'deadline',
    new RegExp(`\\b(?!\\d{4} ?h)${NUMBER}[\\s-]?(minute|hour|day|week|month|year)s?\\b`, 'gi')
  ],
  [
    'date',
    new RegExp(
      `\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? \\d{4})?\\b|\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?\\b|\\b\\d{1,2}\\.\\d{1,2}\\.\\d{4}\\b`,
      'gi'
    )
  ],
  [
    'clock',
    /(?<![\d.:-])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])|(?<![\d.:-])(?:[01]?\d|2[0-4])\.[0-5]\d(?=\s?(?:hours|hrs|h\b|a\.?m\b|p\.?m\b|\(?[A-Z]\w+ time))|\b[0-2]\d[0-5]\d\s?(?:hours|hrs)\b|\b(?:midnight|noon)\b/gi
  ]
]

/** A zone just behind a clock time. */
const ZONE_BEHIND =
  /^\s*[([]?\s*((?:UTC|GMT|Zulu)(?:\s?[+-]\s?\d{1,2})?|local time|[A-Z][a-z]+(?: (?:standard|summer))? time|[A-Z][a-z]+\/[A-Za-z_]+)/

/** The figures of a text, in its order. */
export function figuresInText(sentences: readonly TextSentence[]): readonly TextFigure[] {
  const found = sentences.flatMap((sentence) =>
    PATTERNS.flatMap(([kind, pattern]) =>
      [...sentence.text.matchAll(pattern)].map((match) => figureOf(kind, match, sentence))
    ).sort((a, b) => a.index - b.index)
  )
  const seen = new Set<string>()
  return found
    .filter(({ at }) => !seen.has(at) && seen.add(at))
    .sort((a, b) => a.figure.line - b.figure.line)
    .map(({ figure }) => figure)
}

/** An item repeats the words that lead to it: what stands at one place is one figure. */
function figureOf(
  kind: TextFigureKind,
  match: RegExpExecArray,
  { text, lineAt, article }: TextSentence
): { readonly figure: TextFigure; readonly index: number; readonly at: string } {
  const [written, number, unit] = match
  const line = lineAt(match.index)
  const value =
    number === undefined || unit === undefined ? undefined : amountOf(kind, number, unit)
  const zone =
    kind === 'clock' ? ZONE_BEHIND.exec(text.slice(match.index + written.length))?.[1] : undefined
  const figure = {
    kind,
    text: written,
    ...(value === undefined ? {} : { value }),
    ...(zone === undefined ? {} : { zone }),
    line,
    article
  }
  return {
    figure,
    index: match.index,
    at: `${line} ${kind} ${written.toLowerCase()} ${text.slice(match.index, match.index + 30)}`
  }
}

function amountOf(kind: TextFigureKind, number: string, unit: string): number | undefined {
  const amount =
    WORDS[number.toLowerCase()] ??
    Number(
      /^\d{1,3}(?:,\d{3})+$/.test(number) ? number.replaceAll(',', '') : number.replace(',', '.')
    )
  const name = unit.toLowerCase()
  if (kind === 'calibre') return amount
  if (kind === 'deadline') {
    const hours = HOURS[name]
    return hours === undefined ? undefined : amount * hours
  }
  const factor = KILOMETRES[name.startsWith('mi') ? 'i' : name.charAt(0)] ?? 1
  return Number((amount * factor).toPrecision(12))
}
