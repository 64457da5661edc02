import type { LonLat } from '@truce/core/geo'
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
}

const onPicture = ({ frame, view }: MarksProps, at: LonLat) => {
  const place = frame.place(at)
  return place && seenAt(view, place)
}

/** Settlements, filled where they lie in a zone that is shown. */
export function PlaceMarks(props: MarksProps): ReactNode {
  return (
    <g className={classes['marks']}>
      {props.marks.places.map(({ key, at, title, isInside }) => {
        const place = onPicture(props, at)
        return place ? (
          <circle key={key} cx={place[0]} cy={place[1]} r={3.5} data-inside={isInside}>
            <title>{title}</title>
          </circle>
        ) : null
      })}
    </g>
  )
}

/** Whose side is where, and what was seen with its number in the list. */
export function SeenMarks(props: MarksProps): ReactNode {
  const { hue } = useWords()
  const { sides, seen } = props.marks
  return (
    <g className={classes['marks']}>
      {sides.map(({ party, at, title }) => {
        const place = onPicture(props, at)
        const { color, glyph } = hue(party)
        return place ? (
          <g key={party} className={classes['side']}>
            <title>{title}</title>
            <circle cx={place[0]} cy={place[1]} r={11} style={{ stroke: color }} />
            <text x={place[0]} y={place[1]} dy="0.35em" style={{ fill: color }}>
              {glyph}
            </text>
          </g>
        ) : null
      })}
      {seen.map(({ row, party, at, title, state }) => {
        const place = onPicture(props, at)
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
    </g>
  )
}

/** The cross of whoever points by key. */
export function Cross({ at }: { readonly at: readonly [number, number] | undefined }): ReactNode {
  return at ? (
    <path className={classes['cross']} d={`M${at[0] - 12},${at[1]}h24M${at[0]},${at[1] - 12}v24`} />
  ) : null
}
