import type { ReactNode } from 'react'
import { useWords } from '../../ui/use-words.ts'
import type { DrawnLine } from './drawn.ts'
import type { Frame } from './frame.ts'
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
}

/** The names of the lines beside them, each with its kind, its day and whose claim it is. */
export function Names({ frame: { width, height }, view, lines }: NamesProps): ReactNode {
  const words = useWords()
  const named = lines.map((drawn) => ({
    ...drawn,
    title: lineTitle(words, drawn.line),
    note: lineNote(words, drawn.line, drawn.day)
  }))
  const boxes = namesBeside(
    named.map(({ key, points, title, note }) => ({
      id: key,
      points: points.map((point) => seenAt(view, point)),
      width: LETTER.width * Math.max(title.length, note.length),
      height: 2 * LETTER.height
    })),
    { x: EDGE.side, y: EDGE.side, width: width - 2 * EDGE.side, height: height - EDGE.below }
  )
  return named.map(({ key, title, note }) => {
    const box = boxes.get(key)
    return box ? <Name key={key} box={box} title={title} note={note} /> : null
  })
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
