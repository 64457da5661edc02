import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { useWords } from '../../ui/use-words.ts'
import type { DrawnLine } from './drawn.ts'
import type { Frame } from './frame.ts'
import type { PlaceMark, SeenMark } from './ground-marks.ts'
import type { LabelBox } from './line-labels.ts'
import { namesBeside } from './line-labels.ts'
import { lineNote, lineTitle } from './line-words.ts'
import classes from './map.module.css'
import type { View } from './view.ts'
import { seenAt } from './view.ts'

/** How wide a letter of small text is at most, and how high a line of it, in pixels. */
const LETTER = { width: 7.2, height: 18 }
/** What stays free at the edge of the picture, and below for the scale. */
const EDGE = { side: 6, below: 40 }

interface NamesProps {
  readonly frame: Frame
  readonly view: View
  readonly lines: readonly DrawnLine[]
  readonly places: readonly PlaceMark[]
  /** What is marked with a number, and stays free of names. */
  readonly seen: readonly SeenMark[]
}

/** How many settlements are named at once: more than that nobody reads. */
const MOST_NAMED = 120

/**
 * The names of the lines beside them, each with its kind, its day and whose claim it is; then those
 * of settlements as far as there is room, those in a shown zone first.
 */
export function Names({ frame, view, lines, places, seen }: NamesProps): ReactNode {
  const { width, height } = frame
  const words = useWords()
  const named = lines.map((drawn) => ({
    ...drawn,
    title: lineTitle(words, drawn.line),
    note: lineNote(words, drawn.line, drawn.day)
  }))
  const settled = useNamed(frame, places)
  const boxes = namesBeside(
    [
      ...named.map(({ key, points, title, note }) => ({
        id: key,
        points: points.map((point) => seenAt(view, point)),
        width: LETTER.width * Math.max(title.length, note.length),
        height: 2 * LETTER.height
      })),
      ...settled
        .map(({ id, name, on }) => ({
          id,
          points: [seenAt(view, on)],
          width: LETTER.width * name.length,
          height: LETTER.height
        }))
        .filter(({ points: [[x, y] = [-1, -1]] }) => x >= 0 && y >= 0 && x <= width && y <= height)
        .slice(0, MOST_NAMED)
    ],
    { x: EDGE.side, y: EDGE.side, width: width - 2 * EDGE.side, height: height - EDGE.below },
    seen.flatMap(({ at }) => {
      const on = frame.place(at)
      if (!on) return []
      const [x, y] = seenAt(view, on)
      return [{ x: x - 10, y: y - 16, width: 34, height: 27 }]
    })
  )
  return (
    <>
      {named.map(({ key, title, note }) => {
        const box = boxes.get(key)
        return box ? <Name key={key} box={box} title={title} note={note} /> : null
      })}
      {settled.map(({ id, name }) => {
        const box = boxes.get(id)
        return box ? (
          <text key={id} className={classes['name']} x={box.x} y={box.y + LETTER.height * 0.75}>
            {name}
          </text>
        ) : null
      })}
    </>
  )
}

interface NamedPlace {
  readonly id: string
  readonly name: string
  /** Where in the plane of the frame. */
  readonly on: readonly [number, number]
}

/** Settlements in the order in which they are named: those in a shown zone first, then by name. */
function useNamed(frame: Frame, places: readonly PlaceMark[]): readonly NamedPlace[] {
  return useMemo(
    () =>
      places
        .toSorted(
          (one, other) =>
            Number(other.isInside) - Number(one.isInside) || (one.key < other.key ? -1 : 1)
        )
        .flatMap(({ key, at, name }) => {
          const on = frame.place(at)
          return on ? [{ id: `place ${key}`, name, on }] : []
        }),
    [frame, places]
  )
}

function Name({
  box: { x, y },
  title,
  note
}: {
  readonly box: LabelBox
  readonly title: string
  readonly note: string
}): ReactNode {
  return (
    <text className={classes['name']} x={x} y={y + LETTER.height * 0.75}>
      <tspan className={classes['title']}>{title}</tspan>
      <tspan x={x} dy={LETTER.height}>
        {note}
      </tspan>
    </text>
  )
}
