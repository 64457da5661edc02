import type { LonLat } from '@truce/core/geo'
import type { Line } from '@truce/core/model'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { useState } from 'react'
import { useWorkbench } from '../../state/use-workbench.ts'
import { placeWords } from '../../ui/coordinates.ts'
import { useWords } from '../../ui/use-words.ts'
import type { Frame } from './frame.ts'
import { lineFile } from './line-file.ts'
import { lineTitle } from './line-words.ts'
import classes from './map.module.css'
import type { Vertex } from './vertices.ts'
import { verticesIn, withInserted, withMoved, without } from './vertices.ts'
import type { View } from './view.ts'
import { planeAt, seenAt } from './view.ts'

/** How far a key moves a vertex, in pixels. */
const STEP = 4
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP]
}

interface HandlesProps {
  readonly frame: Frame
  readonly view: View
  readonly line: Line
  /** Its course as GeoJSON, where its own file is none: what is moved is kept beside that. */
  readonly otherwise: string | undefined
}

/** The vertices of a line, to be moved by hand or key; each move is one step to undo. */
export function Handles({ frame, view, line, otherwise }: HandlesProps): ReactNode {
  const words = useWords()
  const { view: shown, putFile } = useWorkbench()
  const text = otherwise ?? shown.files.find(({ name }) => name === line.geometry)?.text ?? ''
  const put = (made: string): void => {
    const { file, changes } = lineFile(line, made)
    const done = words.t('map.change.did', { line: lineTitle(words, line) })
    if (made !== text) putFile(file, changes, done)
  }
  const back = (point: readonly [number, number]): LonLat | undefined =>
    frame.back(planeAt(view, point))
  return (
    <g className={classes['handles']}>
      {verticesIn(text).map((vertex, place) => {
        const on = frame.place(vertex.at)
        return on ? (
          <Handle
            // biome-ignore lint/suspicious/noArrayIndexKey: vertices are told apart by their order
            key={place}
            name={words.t('map.change.vertex', { n: place + 1, where: placeWords(vertex.at) })}
            on={seenAt(view, on)}
            onMove={(to) => {
              const at = back(to)
              if (at) put(withMoved(text, vertex, at))
            }}
            onInsert={() => put(withInserted(text, vertex, before(verticesIn(text), place)))}
            onRemove={() => put(without(text, vertex))}
          />
        ) : null
      })}
    </g>
  )
}

/** Halfway to the vertex before; before the first, as far beyond it. */
function before(all: readonly Vertex[], place: number): LonLat {
  const at = all[place]?.at ?? [0, 0]
  const other = all[place - 1]?.at ?? mirrored(at, all[place + 1]?.at ?? at)
  return [(at[0] + other[0]) / 2, (at[1] + other[1]) / 2]
}

const mirrored = ([x, y]: LonLat, [u, v]: LonLat): LonLat => [2 * x - u, 2 * y - v]

interface HandleProps {
  readonly name: string
  readonly on: readonly [number, number]
  readonly onMove: (to: readonly [number, number]) => void
  readonly onInsert: () => void
  readonly onRemove: () => void
}

function Handle({ name, on: [x, y], onMove, onInsert, onRemove }: HandleProps): ReactNode {
  const { moved, ...grip } = useGrip((by) => onMove([x + by[0], y + by[1]]))
  const pressed = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key]
    if (arrow) onMove([x + arrow[0], y + arrow[1]])
    else if (event.key === 'Insert') onInsert()
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand in a drawing
    <circle
      role="button"
      tabIndex={0}
      aria-label={name}
      cx={x + moved[0]}
      cy={y + moved[1]}
      r={6}
      onKeyDown={pressed}
      onDoubleClick={onInsert}
      {...grip}
    />
  )
}

type Pixels = readonly [number, number]

/** Pixels that a hand may tremble by when it only touches. */
const TREMBLE = 3

/** Drags by a pointer: how far so far, and what is done when it is let go. */
function useGrip(onDrop: (by: Pixels) => void) {
  const [from, setFrom] = useState<Pixels>()
  const [moved, setMoved] = useState<Pixels>([0, 0])
  return {
    moved,
    onPointerDown: (event: PointerEvent<SVGElement>): void => {
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      setFrom([event.clientX, event.clientY])
    },
    onPointerMove: (event: PointerEvent<SVGElement>): void => {
      if (from) setMoved([event.clientX - from[0], event.clientY - from[1]])
    },
    onPointerUp: (event: PointerEvent<SVGElement>): void => {
      event.stopPropagation()
      setFrom(undefined)
      setMoved([0, 0])
      if (!from) return
      const by: Pixels = [event.clientX - from[0], event.clientY - from[1]]
      if (Math.hypot(...by) > TREMBLE) onDrop(by)
    }
  }
}
