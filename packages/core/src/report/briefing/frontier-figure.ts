import type { Bargain } from '../../deals/bargain.ts'
import type { PlacedProposal } from '../../deals/placed.ts'
import { inPoints, partyAt } from '../bargaining/deal-names.ts'
import type { Figure } from '../blocks.ts'
import { figure } from '../blocks.ts'
import { hueOfPlace } from '../hues.ts'
import type { Words } from '../words/index.ts'
import { count, points, proposalTitle } from '../words/index.ts'
import type { Scale } from './svg.ts'
import { element, INK, picture, scaleOver, svgText, tenths } from './svg.ts'

const WIDTH = 640
const PLOT = { left: 66, right: 620, top: 14, bottom: 360 } as const
/** Points of the frontier nearer than this on the picture, in pixels, are one dot. */
const GRAIN = 2.5
/** So few dots are drawn larger. */
const FEW = 60

type Pair = readonly [number, number]

/** A place in the picture with what lies there. */
interface Mark {
  readonly at: Pair
  readonly names: readonly string[]
  readonly outside: boolean
}

/**
 * The deal space as two parties see it: efficient packages, no deal, proposals and solutions;
 * undefined without a frontier or a second party.
 */
export function frontierFigure(own: Words, about: Bargain): Figure | undefined {
  const { solved, space } = about
  const { frontier } = solved
  const pair = pairOf(about)
  if (!frontier || !pair || frontier.gains.count === 0) return undefined
  const { width, count: size, values } = frontier.gains
  const along = (party: number, point: number): number =>
    (values[point * width + party] as number) / (space.unitsPerPoint[party] as number)
  const cloud = Array.from(
    { length: size },
    (_, point): Pair => [along(pair[0], point), along(pair[1], point)]
  )
  const named = about.proposals.map((one) => proposalMark(one, pair))
  const solutions = solutionMarks(own, about, pair)
  const places = [...named, ...solutions].map(({ at }) => at)
  const scales = scalesOver(cloud, places)
  const names = pair.map((party) => partyAt(about, party))
  const key = keyLines(own, about)
  const words = wordsOf(own, about, { names, size })
  return figure({
    id: 'deal-space',
    title: own.say('figure.space', { parties: own.list(names) }),
    text: words,
    svg: picture({ width: WIDTH, height: PLOT.bottom + 52 + 18 * key.length, words }, [
      ...axes(own, scales, {
        names,
        hues: pair.map((party) =>
          hueOfPlace([...about.source.parties.keys()].indexOf(space.parties[party] ?? ''))
        )
      }),
      ...(width === 2 ? [edge(cloud, scales)] : []),
      dots(cloud, scales),
      ...merged(solutions)
        .toSorted((a, b) => a.at[0] - b.at[0])
        .map((mark, turn) => diamond(mark, scales, turn)),
      ...merged(named).map((mark) => disc(mark, scales)),
      ...key.flatMap((line, row) => keyRow(line, PLOT.bottom + 56 + 18 * row))
    ])
  })
}

/** The two parties to show: those asked about every package come first. */
function pairOf({ space, conditional }: Bargain): Pair | undefined {
  const always = space.parties.flatMap((id, party) => (conditional.includes(id) ? [] : [party]))
  const others = space.parties.flatMap((id, party) => (conditional.includes(id) ? [party] : []))
  const [first, second] = [...always, ...others]
  return first === undefined || second === undefined ? undefined : [first, second]
}

function proposalMark(
  { id, space, gains, crosses, breaks }: PlacedProposal,
  [one, other]: Pair
): Mark & { readonly id: string } {
  const all = inPoints(space, gains)
  return {
    id,
    at: [all[one] ?? 0, all[other] ?? 0],
    names: [id],
    outside: crosses.length + breaks.length > 0
  }
}

function solutionMarks(
  { say }: Words,
  { solved, space }: Bargain,
  [one, other]: Pair
): readonly Mark[] {
  return solved.standards.map(({ standard, ties }) => {
    const all = ties[0] ? inPoints(space, ties[0].gains) : []
    return {
      at: [all[one] ?? 0, all[other] ?? 0],
      names: [say(`standard.${standard}`)],
      outside: false
    }
  })
}

interface Scales {
  readonly x: Scale
  readonly y: Scale
}

function scalesOver(cloud: readonly Pair[], places: readonly Pair[]): Scales {
  const all = [...cloud, ...places]
  return {
    x: scaleOver(
      all.map(([x]) => x),
      [PLOT.left, PLOT.right]
    ),
    y: scaleOver(
      all.map(([, y]) => y),
      [PLOT.bottom, PLOT.top]
    )
  }
}

/** Numbers along both sides, and the two lines of no deal. */
function axes(
  { say }: Words,
  { x, y }: Scales,
  {
    names,
    hues
  }: { readonly names: readonly string[]; readonly hues: readonly ReturnType<typeof hueOfPlace>[] }
): readonly string[] {
  const line = (
    x1: number,
    y1: number,
    { x2, y2, dark }: { readonly x2: number; readonly y2: number; readonly dark: boolean }
  ): string =>
    element('line', {
      x1,
      y1,
      x2,
      y2,
      class: dark ? 'line' : 'rule',
      stroke: dark ? INK.ink : INK.rule,
      'stroke-width': 1
    })
  const hued = (party: number): Readonly<Record<string, string>> => ({
    class: hues[party]?.class ?? '',
    fill: hues[party]?.colour ?? INK.ink,
    'font-weight': '600'
  })
  const middle = (PLOT.top + PLOT.bottom) / 2
  return [
    ...x.ticks.map((tick) =>
      line(x.at(tick), PLOT.top, { x2: x.at(tick), y2: PLOT.bottom, dark: tick === 0 })
    ),
    ...y.ticks.map((tick) =>
      line(PLOT.left, y.at(tick), { x2: PLOT.right, y2: y.at(tick), dark: tick === 0 })
    ),
    ...x.ticks.map((tick) =>
      svgText(x.at(tick), PLOT.bottom + 15, { words: points(tick), 'text-anchor': 'middle' })
    ),
    ...y.ticks.map((tick) =>
      svgText(PLOT.left - 8, y.at(tick) + 4, { words: points(tick), 'text-anchor': 'end' })
    ),
    svgText(x.at(0) + 4, PLOT.bottom - 5, { words: say('figure.no-deal'), 'font-style': 'italic' }),
    svgText(PLOT.right - 4, y.at(0) - 5, {
      words: say('figure.no-deal'),
      'font-style': 'italic',
      'text-anchor': 'end'
    }),
    svgText((PLOT.left + PLOT.right) / 2, PLOT.bottom + 32, {
      words: say('figure.axis', { party: names[0] ?? '' }),
      'text-anchor': 'middle',
      ...hued(0)
    }),
    svgText(16, middle, {
      words: say('figure.axis', { party: names[1] ?? '' }),
      'text-anchor': 'middle',
      transform: `rotate(-90 16 ${tenths(middle)})`,
      ...hued(1)
    })
  ]
}

/** The efficient packages as one path of dots, each place once. */
function dots(cloud: readonly Pair[], { x, y }: Scales): string {
  const cells = new Map<string, string>()
  for (const [one, other] of cloud) {
    const [left, top] = [x.at(one), y.at(other)]
    const cell = `${Math.round(left / GRAIN)},${Math.round(top / GRAIN)}`
    if (!cells.has(cell)) cells.set(cell, `M${tenths(left)} ${tenths(top)}h0`)
  }
  return element('path', {
    d: [...cells.values()].join(''),
    class: 'faint',
    stroke: INK.faint,
    'stroke-width': cells.size <= FEW ? 5 : 3,
    'stroke-linecap': 'round',
    fill: 'none'
  })
}

/** Of two parties: a faint line along the efficient packages. */
function edge(cloud: readonly Pair[], { x, y }: Scales): string {
  const steps = cloud.map(([one, other]) => `${tenths(x.at(one))},${tenths(y.at(other))}`)
  return element('polyline', {
    points: steps.join(' '),
    class: 'rule',
    stroke: INK.rule,
    'stroke-width': 1.5,
    fill: 'none'
  })
}

/** Marks of one place told together. */
function merged(marks: readonly Mark[]): readonly Mark[] {
  const places = new Map<string, Mark>()
  marks.forEach((mark, order) => {
    const place = mark.at.map((value) => value.toFixed(1)).join()
    const known = places.get(place)
    const name = String(order + 1)
    places.set(place, {
      ...mark,
      names: [...(known?.names ?? []), name],
      outside: mark.outside && (known?.outside ?? true)
    })
  })
  return [...places.values()]
}

/** A proposal: a disc with its number left of it, hollow where it lies outside the redlines. */
function disc({ at, names, outside }: Mark, { x, y }: Scales): string {
  const [cx, cy] = [x.at(at[0]), y.at(at[1])]
  const near = cx < PLOT.left + 30
  const place = { words: names.join(','), 'text-anchor': near ? 'start' : 'end' }
  return `${element('circle', { cx, cy, r: 5, ...(outside ? HOLLOW : FULL) })}${label(near ? cx + 10 : cx - 10, cy + 4, place)}`
}

/**
 * A solution: a hollow diamond with its letters, by turns above and below, for solutions lie near
 * one another.
 */
function diamond({ at, names }: Mark, { x, y }: Scales, turn: number): string {
  const [cx, cy] = [x.at(at[0]), y.at(at[1])]
  const words = names.map((name) => LETTERS[Number(name) - 1]).join(',')
  return `${rhombus(cx, cy)}${label(cx, turn % 2 === 0 ? cy - 11 : cy + 19, { words, 'text-anchor': 'middle' })}`
}

const HOLLOW = { class: 'hollow', fill: '#ffffff', stroke: INK.ink, 'stroke-width': 1.6 }
const FULL = { class: 'ink', fill: INK.ink }
const LETTERS = 'ABCDEFGH'

function rhombus(cx: number, cy: number): string {
  const d = `M${tenths(cx)} ${tenths(cy - 7)}L${tenths(cx + 7)} ${tenths(cy)}L${tenths(cx)} ${tenths(cy + 7)}L${tenths(cx - 7)} ${tenths(cy)}Z`
  return element('path', { d, ...HOLLOW })
}

/** A label with a pale border that keeps it readable over dots. */
const label = (
  x: number,
  y: number,
  words: { readonly words: string } & Readonly<Record<string, string | number>>
): string =>
  svgText(x, y, {
    'font-weight': 600,
    class: 'ink halo',
    stroke: '#ffffff',
    'stroke-width': 3,
    'paint-order': 'stroke',
    ...words
  })

/** A line of the key: what stands for it, and its words. */
interface Key {
  readonly kind: 'inside' | 'outside' | 'solution'
  readonly words: string
}

/** What the numbers and letters stand for. */
function keyLines(own: Words, { source, proposals, solved }: Bargain): readonly Key[] {
  return [
    ...proposals.map(({ id, crosses, breaks }, k): Key => {
      const outside = crosses.length + breaks.length > 0
      const title = shortened(proposalTitle(source, id))
      return {
        kind: outside ? 'outside' : 'inside',
        words: `${k + 1}  ${outside ? own.say('figure.outside', { title }) : title}`
      }
    }),
    ...solved.standards.map(
      ({ standard }, k): Key => ({
        kind: 'solution',
        words: `${LETTERS[k]}  ${own.say(`standard.${standard}`)}`
      })
    )
  ]
}

function keyRow({ kind, words }: Key, y: number): readonly string[] {
  const [cx, cy] = [PLOT.left - 44, y - 4]
  const mark =
    kind === 'solution'
      ? rhombus(cx, cy)
      : element('circle', { cx, cy, r: 5, ...(kind === 'outside' ? HOLLOW : FULL) })
  return [mark, svgText(PLOT.left - 30, y, { words })]
}

const shortened = (title: string): string =>
  title.length <= 76 ? title : `${title.slice(0, 75)}\u2026`

function wordsOf(
  { say }: Words,
  { space, proposals }: Bargain,
  { names, size }: { readonly names: readonly string[]; readonly size: number }
): string {
  const n = space.parties.length
  const hollow = proposals.some(({ crosses, breaks }) => crosses.length + breaks.length > 0)
  return [
    say('figure.space.words', {
      count: count(size),
      all: n === 2 ? say('figure.both') : say('figure.all', { n }),
      across: names[0] ?? '',
      up: names[1] ?? ''
    }),
    ...(hollow ? [say('figure.hollow')] : [])
  ].join(' ')
}
