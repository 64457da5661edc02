import type { Judgement, Range } from '@truce/core'

/**
 * The stretch a range is drawn on. Its ends are what the language allows, or wide enough where that
 * has no end.
 */
export interface Scale {
  readonly min: number
  readonly max: number
  readonly step: number
}

/** Keys whose numbers are shares of one. Everything else is read in points. */
const SHARES = new Set(['firmness', 'p', 'threshold', 'otherwise', 'chance', 'caught', 'risk'])
const SHARE_MAPS = new Set(['welcomes', 'discount'])
const POINTS = new Set(['capability', 'will', 'risk'])

const SHARE: Scale = { min: 0, max: 1, step: 0.01 }
const HUNDRED: Scale = { min: 0, max: 100, step: 1 }

/**
 * The scale of the judgement at a pointer. `widest` is the range it must hold, where the language
 * sets no end.
 */
export function scaleOf(at: string, widest: Range): Scale {
  const steps = at.split('/')
  const inParty = steps[0] === 'parties'
  const last = steps.findLast((step) => !/^\d+$/.test(step) && step !== 'is') ?? ''
  const above = steps.at(-2) ?? ''
  if (inParty && POINTS.has(last)) return HUNDRED
  if (SHARES.has(last) || SHARE_MAPS.has(above)) return SHARE
  if (steps.includes('values')) return steps[0] === 'stances' ? HUNDRED : around(widest)
  if (last === 'base') return around(widest)
  return { min: 0, max: roomy(widest.high), step: 1 }
}

/** Weights and worths have no upper end: twice the highest, rounded up to a round number. */
const roomy = (high: number): number => Math.max(10, Math.ceil((high * 1.6) / 10) * 10)

function around({ low, high }: Range): Scale {
  const reach = Math.max(20, Math.ceil(Math.max(Math.abs(low), Math.abs(high)) / 50) * 50)
  return { min: low < 0 ? -reach : 0, max: reach, step: 1 }
}

/** One of the range's handles. */
export type Handle = 'low' | 'mode' | 'high'

/** The handles a range has. A single number has two, lying on each other. */
export const handlesOf = (range: Range): readonly Handle[] =>
  range.mode === undefined ? ['low', 'high'] : ['low', 'mode', 'high']

/** The range with one handle moved: on the scale's steps, never past the handle beside it. */
export function moved(
  range: Range,
  { handle, to }: { readonly handle: Handle; readonly to: number },
  scale: Scale
): Range {
  const value = stepped(to, scale)
  const { low, mode, high } = range
  if (handle === 'low') return { ...range, low: Math.min(value, mode ?? high) }
  if (handle === 'high') return { ...range, high: Math.max(value, mode ?? low) }
  return { ...range, mode: Math.min(Math.max(value, low), high) }
}

/** A value on the scale, at a step of it, free of the dust of binary fractions. */
export function stepped(value: number, { min, max, step }: Scale): number {
  const on = Math.round((value - min) / step) * step + min
  return Number(Math.min(Math.max(on, min), max).toFixed(6))
}

/** Share of the scale that lies below a value, 0..1. */
export function share(value: number, { min, max }: Scale): number {
  return Math.min(Math.max((value - min) / (max - min), 0), 1)
}

/** The range as it is written in a case: a number, `[low, high]` or `[low, mode, high]`. */
export function written({ low, mode, high }: Range): number | readonly number[] {
  if (low === high) return low
  return mode === undefined ? [low, high] : [low, mode, high]
}

/**
 * Numbers typed by hand as a range; undefined when they are no numbers or not in order. An empty
 * middle is no mode.
 */
export function typed(low: string, mode: string, high: string): Range | undefined {
  const [first, second, third] = [low, mode, high].map(numberIn)
  if (
    first === undefined ||
    third === undefined ||
    Number.isNaN(first) ||
    Number.isNaN(third) ||
    first > third
  )
    return undefined
  if (second === undefined) return { low: first, high: third }
  return second >= first && second <= third ? { low: first, mode: second, high: third } : undefined
}

/**
 * Whether a range keeps to what the language allows at a pointer: shares of one, points of 0 to
 * 100, weights and worths not below 0.
 */
export function isAllowed(at: string, range: Range): boolean {
  const { min, max } = scaleOf(at, range)
  return range.low >= min && range.high <= max
}

function numberIn(text: string): number | undefined {
  const plain = text.trim().replace(',', '.')
  if (plain === '') return undefined
  const percent = plain.endsWith('%')
  const value = Number(percent ? plain.slice(0, -1) : plain)
  return Number((percent ? value / 100 : value).toFixed(6))
}

/**
 * One range of a judgement and the pointer it is written at: several where scenarios decide between
 * them.
 */
export interface Branch {
  readonly at: string
  readonly range: Range
  readonly when?: Judgement['cases'][number]['when']
}

/** The ranges of a judgement, each with the pointer that changes it and nothing else. */
export function branches({ at, cases, range }: Judgement): readonly Branch[] {
  if (cases.length === 0) return [{ at, range }]
  return [
    ...cases.map(({ when, range: under }, index) => ({
      at: `${at}/${index}/is`,
      range: under,
      when
    })),
    { at: `${at}/${cases.length}`, range }
  ]
}
