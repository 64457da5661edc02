import type { OrderFound } from '../plan/index.ts'
import { handedWords } from '../plan/index.ts'
import type { InWords } from '../words/index.ts'
import { nameOf } from '../words/index.ts'
import type { CurveRoom } from './readings-curve.ts'
import { wrappedWords } from './wrapped-words.ts'

/** One part of the picture; what colour it has is for whoever draws it. */
export type GanttShape =
  | { readonly kind: 'rule'; readonly x: number; readonly y1: number; readonly y2: number }
  | {
      /** What a party hands over in a step. */
      readonly kind: 'bar'
      readonly party: string
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }
  | {
      /** Around what several parties hand over in one step. */
      readonly kind: 'frame'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }
  | { readonly kind: 'gate'; readonly x: number; readonly y: number; readonly size: number }
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly words: string
      readonly tone: 'plain' | 'faint' | 'breaks'
      readonly isEnd: boolean
    }

/** A picture of a size in pixels. */
export interface GanttPicture {
  readonly width: number
  readonly height: number
  readonly shapes: readonly GanttShape[]
}

/** What stands for a party in a bar is so high. */
const BAR = 9
const GAP = 10
const EDGE = 6
/** A letter takes about so much of the height of its line. */
const BREADTH = 0.53
const DAY = 86_400_000

type Period = OrderFound['periods'][number]

/** When each step begins and is done, in days or in periods, and what stands at the marks. */
interface Times {
  readonly from: number
  readonly to: number
  readonly spans: readonly (readonly [number, number])[]
  readonly marks: readonly { readonly at: number; readonly words: string }[]
  /** Where each gate can open. */
  readonly gates: ReadonlyMap<string, number>
}

/** A step of the order, with its place. */
interface Row {
  readonly period: Period
  readonly place: number
  readonly y: number
}

/**
 * The order of a path as a Gantt chart: a row a step, by days where they are known, else by
 * periods. A step that several parties hand over in is framed: they do so at once. A gate stands
 * where it can open at the earliest, in the row of the step that waits for it; where breaking a step pays, that is written beside it.
 */
export function planGantt(about: InWords, found: OrderFound, room: CurveRoom): GanttPicture {
  const { width, letters } = room
  const line = Math.round(letters * 1.4)
  const times = timesOf(about, found)
  const across = (at: number): number =>
    EDGE + ((at - times.from) / Math.max(1e-9, times.to - times.from)) * (width - 2 * EDGE)
  const rows: Row[] = []
  let y = line + GAP
  for (const [place, period] of found.periods.slice(0, -1).entries()) {
    rows.push({ period, place, y })
    y += linesOf(about, period, place, room).length * line
    y += givers(about, period).length * BAR + 8 + (period.gates.length > 0 ? line : 0) + GAP
  }
  return {
    width,
    height: y,
    shapes: [
      ...axis(times, across, { width, letters, foot: y - GAP / 2 }),
      ...rows.flatMap((row) => step(about, row, { times, across, room, line }))
    ]
  }
}

function timesOf({ words: { say } }: InWords, { periods, opening }: OrderFound): Times {
  const steps = periods.slice(0, -1)
  const dated = steps.map(({ begins, day }) =>
    begins === null || day === null ? undefined : ([dayOf(begins), dayOf(day)] as const)
  )
  const spans = dated.flatMap((span) => (span ? [span] : []))
  if (spans.length < steps.length || spans.length === 0) {
    return {
      from: 0,
      to: steps.length,
      spans: steps.map((_, place) => [place, place + 1]),
      marks: steps.map((_, place) => ({
        at: place,
        words: say('plan.gantt.period', { n: place + 1 })
      })),
      gates: new Map(opening.map(({ gate, period }) => [gate, period]))
    }
  }
  const days = [...new Set(spans.flat())].sort((a, b) => a - b)
  const marks = days.map((at) => ({ at, words: textOf(at) }))
  const gates = new Map(
    opening.flatMap(({ gate, day }) => (day === null ? [] : [[gate, dayOf(day)] as const]))
  )
  const all = [...days, ...gates.values()]
  return { from: Math.min(...all), to: Math.max(...all), spans, marks, gates }
}

const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY
const textOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** Lines at the days or periods; their words as far as they do not run into each other. */
function axis(
  { marks }: Times,
  across: (at: number) => number,
  { width, letters, foot }: CurveRoom & { readonly foot: number }
): readonly GanttShape[] {
  let free = Number.NEGATIVE_INFINITY
  return marks.flatMap(({ at, words }): GanttShape[] => {
    const x = across(at)
    const wide = words.length * BREADTH * letters
    const isEnd = x + wide > width
    const start = isEnd ? x - wide : x
    const rule: GanttShape = { kind: 'rule', x, y1: letters + 4, y2: foot }
    if (start < free) return [rule]
    free = start + wide + letters
    return [rule, { kind: 'text', x, y: letters, words, tone: 'faint', isEnd }]
  })
}

interface Drawing {
  readonly times: Times
  readonly across: (at: number) => number
  readonly room: CurveRoom
  readonly line: number
}

function step(
  about: InWords,
  { period, place, y }: Row,
  { times, across, room, line }: Drawing
): readonly GanttShape[] {
  const [from, to] = times.spans[place] ?? [times.from, times.to]
  const [left, right] = [across(from), across(to)]
  const lines = linesOf(about, period, place, room)
  const text = lines.map(({ words, tone }, n): GanttShape => {
    return { kind: 'text', x: EDGE, y: y + room.letters + n * line, words, tone, isEnd: false }
  })
  const top = y + lines.length * line + 4
  const parties = givers(about, period)
  const width = Math.max(3, right - left)
  const bars = parties.map((party, n): GanttShape => {
    return { kind: 'bar', party, x: left, y: top + n * BAR, width, height: BAR - 1 }
  })
  const height = parties.length * BAR
  const frame: readonly GanttShape[] =
    parties.length > 1
      ? [{ kind: 'frame', x: left - 2, y: top - 2, width: width + 4, height: height + 3 }]
      : []
  return [
    ...text,
    ...bars,
    ...frame,
    ...gates(about, period, {
      placeOf: (gate) => across(times.gates.get(gate) ?? from),
      y: top + height,
      room
    })
  ]
}

/** The gates of a step, each a mark where it can open; their names beside the last. */
function gates(
  { words: { say, list } }: InWords,
  period: Period,
  {
    placeOf,
    y,
    room
  }: {
    readonly placeOf: (gate: string) => number
    readonly y: number
    readonly room: CurveRoom
  }
): readonly GanttShape[] {
  if (period.gates.length === 0) return []
  const words = list(period.gates.map((gate) => say('plan.gantt.gate', { gate })))
  const size = room.letters * 0.4
  const places = period.gates.map(placeOf)
  const wide = words.length * BREADTH * room.letters
  const [first, last] = [Math.min(...places), Math.max(...places)]
  const isEnd = last + size + 4 + wide > room.width - EDGE
  const beside = isEnd ? first - size - 4 : last + size + 4
  return [
    ...places.map((x): GanttShape => ({ kind: 'gate', x, y: y + 4 + room.letters / 2, size })),
    { kind: 'text', x: beside, y: y + 4 + room.letters, words, tone: 'faint', isEnd }
  ]
}

/** Who hands something over in a step, each once. */
const givers = ({ source }: InWords, { deliverables }: Period): readonly string[] => [
  ...new Set(
    deliverables.flatMap((id) => {
      const by = source.process.deliverables.get(id)?.by
      return by === undefined ? [] : [by]
    })
  )
]

/** What stands above a step's bar: its number, what is handed over, and for whom breaking it pays. */
function linesOf(
  about: InWords,
  period: Period,
  place: number,
  { width, letters }: CurveRoom
): readonly { readonly words: string; readonly tone: 'plain' | 'breaks' }[] {
  const { say, list } = about.words
  const most = Math.floor((width - 2 * EDGE) / (BREADTH * letters))
  const breaking = period.parties.filter(({ slack }) => slack < 0)
  const what = say('plan.gantt.step', { n: place + 1, what: handedWords(about, period) })
  return [
    ...wrappedWords(what, most).map((words) => ({ words, tone: 'plain' as const })),
    ...(breaking.length > 0
      ? wrappedWords(
          say('plan.gantt.breaks', {
            parties: list(breaking.map(({ party }) => nameOf(about.source, party)))
          }),
          most
        ).map((words) => ({ words, tone: 'breaks' as const }))
      : [])
  ]
}
