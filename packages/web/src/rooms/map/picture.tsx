import type { LonLat } from '@truce/core/geo'
import type { MouseEvent, ReactNode, RefObject } from 'react'
import { memo } from 'react'
import { useWords } from '../../ui/use-words.ts'
import type { DrawnLine } from './drawn.ts'
import type { Frame } from './frame.ts'
import type { GroundMarks } from './ground-marks.ts'
import { Hatches, hatchOf } from './hatch.tsx'
import classes from './map.module.css'
import { Cross, PlaceMarks, SeenMarks } from './marks-layer.tsx'
import { Names } from './names-layer.tsx'
import { ScaleBar } from './scale-layer.tsx'
import type { Looking } from './use-view.ts'
import { planeAt, seenAt } from './view.ts'

/** A zone as it is drawn. */
export interface DrawnZone {
  readonly key: string
  /** The withdrawal that makes it. */
  readonly id: string
  /** Who keeps it free: one party its band, or two the land between their lines. */
  readonly parties: readonly string[]
  readonly title: string
  readonly path: string
}

/** What is drawn, and what a click on it does. */
export interface PictureProps {
  readonly frame: Frame
  readonly looking: Looking
  readonly svg: RefObject<SVGSVGElement | null>
  readonly land: string | undefined
  readonly lines: readonly DrawnLine[]
  readonly zones: readonly DrawnZone[]
  readonly chosen: string | undefined
  readonly measured: readonly LonLat[]
  readonly marks: GroundMarks
  /** Where keys have moved the cross. */
  readonly cross: readonly [number, number] | undefined
  /** What lies on top and can be grasped. */
  readonly children?: ReactNode
  readonly onZone: (id: string) => void
  /** Where it is given, a click marks a place. */
  readonly onPlace: ((at: LonLat) => void) | undefined
}

/** Land and water, zones, lines with their names, what is measured, and the scale. */
export function Picture(props: PictureProps): ReactNode {
  const { frame, looking, svg, land, lines, zones, chosen, measured, onZone, onPlace, children } =
    props
  const { marks, cross } = props
  const { t } = useWords()
  const { view, dragged } = looking
  const parties = [...new Set(zones.flatMap((zone) => zone.parties))]
  const clicked = (event: MouseEvent<SVGSVGElement>): void => {
    if (dragged()) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const at = frame.back(planeAt(view, [event.clientX - left, event.clientY - top]))
    if (onPlace) {
      if (at) onPlace(at)
      return
    }
    const zone = event.target instanceof Element ? event.target.closest('[data-zone]') : null
    if (zone) onZone(zone.getAttribute('data-zone') ?? '')
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: all that a click does, the tables below do by key
    <svg
      ref={svg}
      className={classes['map']}
      width={frame.width}
      height={frame.height}
      role={children ? 'group' : 'img'}
      aria-label={t('map.picture.label', { n: lines.length })}
      data-marks={onPlace !== undefined}
      onClick={clicked}
      onPointerDown={looking.onPointerDown}
      onPointerMove={looking.onPointerMove}
      onPointerUp={looking.onPointerUp}
    >
      <defs>
        <Hatches parties={parties} k={view.k} />
      </defs>
      <rect className={classes['water']} width={frame.width} height={frame.height} />
      <g transform={`translate(${view.x} ${view.y}) scale(${view.k})`}>
        <Land path={land} />
        {zones.map(({ key, id, parties: of, path, title }) => (
          <Zone key={key} {...{ id, path, title }} of={of} isChosen={id === chosen} />
        ))}
        {lines.map((line) => (
          <Course key={line.key} drawn={line} />
        ))}
      </g>
      <Measured frame={frame} looking={looking} measured={measured} />
      <PlaceMarks frame={frame} view={view} marks={marks} />
      <Names frame={frame} view={view} lines={lines} places={marks.places} seen={marks.seen} />
      <SeenMarks frame={frame} view={view} marks={marks} />
      <Cross at={cross} />
      <ScaleBar frame={frame} view={view} />
      {children}
    </svg>
  )
}

const Land = memo(function Land({ path }: { readonly path: string | undefined }): ReactNode {
  return path === undefined ? null : <path className={classes['land']} d={path} />
})

interface ZoneProps {
  readonly id: string
  readonly of: readonly string[]
  readonly path: string
  readonly title: string
  readonly isChosen: boolean
}

/** A zone in the hatching of each party that keeps it free. */
const Zone = memo(function Zone({ id, of, path, title, isChosen }: ZoneProps): ReactNode {
  const { hue } = useWords()
  return (
    <g data-zone={id}>
      <title>{title}</title>
      {of.map((party) => (
        <path
          key={party}
          className={classes['zone']}
          d={path}
          fill={`url(#${hatchOf(party)})`}
          style={of.length > 1 ? undefined : { stroke: hue(party).color }}
          data-chosen={isChosen}
        />
      ))}
    </g>
  )
})

const Course = memo(function Course({ drawn }: { readonly drawn: DrawnLine }): ReactNode {
  const { hue } = useWords()
  const { line, path, isArea } = drawn
  const colour = line.claimedBy === undefined ? undefined : hue(line.claimedBy).color
  return (
    <>
      <path className={classes['halo']} d={path} />
      <path
        className={classes['course']}
        d={path}
        data-kind={line.kind}
        data-area={isArea}
        style={colour === undefined ? undefined : { stroke: colour }}
      />
    </>
  )
})

function Measured({
  frame,
  looking: { view },
  measured
}: Pick<PictureProps, 'frame' | 'looking' | 'measured'>): ReactNode {
  const points = measured.flatMap((at) => {
    const place = frame.place(at)
    return place ? [seenAt(view, place)] : []
  })
  if (points.length === 0) return null
  return (
    <g className={classes['measured']}>
      <polyline points={points.map((point) => point.join(',')).join(' ')} />
      {points.map(([x, y], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks are told apart by their order
        <circle key={place} cx={x} cy={y} r={4} />
      ))}
    </g>
  )
}
