import type { ReactNode } from 'react'
import { useWords } from '../../ui/use-words.ts'
import type { Frame } from './frame.ts'
import type { GroundMarks } from './ground-marks.ts'
import classes from './map.module.css'
import type { View } from './view.ts'
import { seenAt } from './view.ts'

interface MarksProps {
  readonly frame: Frame
  readonly view: View
  readonly marks: GroundMarks
  /** Where keys have moved the cross. */
  readonly cross: readonly [number, number] | undefined
}

/** Settlements, what was seen, whose side is where, and the cross of whoever points by key. */
export function Marks({ frame, view, marks, cross }: MarksProps): ReactNode {
  const { hue } = useWords()
  const on = (at: readonly [number, number]): readonly [number, number] | undefined => {
    const place = frame.place(at)
    return place && seenAt(view, place)
  }
  return (
    <g className={classes['marks']}>
      {marks.places.map(({ key, at, title, isInside }) => {
        const place = on(at)
        return place ? (
          <circle key={key} cx={place[0]} cy={place[1]} r={3.5} data-inside={isInside}>
            <title>{title}</title>
          </circle>
        ) : null
      })}
      {marks.sides.map(({ party, at, title }) => {
        const place = on(at)
        const { color, glyph } = hue(party)
        return place ? (
          <g key={`${party} ${at.join(' ')}`} className={classes['side']}>
            <title>{title}</title>
            <circle cx={place[0]} cy={place[1]} r={11} style={{ stroke: color }} />
            <text x={place[0]} y={place[1]} dy="0.35em" style={{ fill: color }}>
              {glyph}
            </text>
          </g>
        ) : null
      })}
      {marks.seen.map(({ row, party, at, title, state }) => {
        const place = on(at)
        const { color, glyph } = hue(party)
        return place ? (
          <g key={row} className={classes['seen']} data-state={state}>
            <title>{title}</title>
            <circle cx={place[0]} cy={place[1]} r={9} />
            <text x={place[0]} y={place[1]} dy="0.35em" style={{ fill: color }}>
              {glyph}
            </text>
            <text className={classes['row']} x={place[0] + 10} y={place[1] - 5}>
              {row}
            </text>
          </g>
        ) : null
      })}
      {cross ? (
        <path
          className={classes['cross']}
          d={`M${cross[0] - 12},${cross[1]}h24M${cross[0]},${cross[1] - 12}v24`}
        />
      ) : null}
    </g>
  )
}
