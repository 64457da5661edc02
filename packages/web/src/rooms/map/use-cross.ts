import type { LonLat } from '@truce/core/geo'
import type { KeyboardEvent } from 'react'
import { useEffect, useState } from 'react'
import type { Frame } from './frame.ts'
import type { Looking } from './use-view.ts'
import { planeAt } from './view.ts'

type Point = readonly [number, number]

/** How far a key moves the cross, in pixels; with Shift one. */
const STEP = 12

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
}

/** A cross that keys move over the picture, where a place is asked for. */
export interface Cross {
  /** Where in the picture; undefined until a key moved it. */
  readonly at: Point | undefined
  /** The place below it. */
  readonly place: LonLat | undefined
  readonly onKeyDown: (event: KeyboardEvent) => void
}

interface Crossing {
  readonly frame: Frame
  readonly looking: Looking
  /** What is done with a place, where one is asked for. */
  readonly onPlace: ((at: LonLat) => void) | undefined
  readonly onLeave: () => void
}

/** All that a click on the map does, by key: arrows move a cross, Enter takes its place. */
export function useCross({ frame, looking, onPlace, onLeave }: Crossing): Cross {
  const [moved, setMoved] = useState<Point>()
  const asks = onPlace !== undefined
  useEffect(() => {
    if (!asks) setMoved(undefined)
  }, [asks])
  const at = asks ? moved : undefined
  const place = at && frame.back(planeAt(looking.view, at))
  const { width, height } = frame
  const moves = (event: KeyboardEvent): boolean => {
    const arrow = ARROWS[event.key]
    if (!arrow) return false
    const [x, y] = at ?? [width / 2, height / 2]
    const step = event.shiftKey ? 1 : STEP
    setMoved([within(x + step * arrow[0], width), within(y + step * arrow[1], height)])
    return true
  }
  const takes = ({ key }: KeyboardEvent): boolean => {
    if (key === 'Escape') onLeave()
    else if ((key === 'Enter' || key === ' ') && place && onPlace) onPlace(place)
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const isOwn = !(event.ctrlKey || event.metaKey || event.altKey)
    if (asks && isOwn && (moves(event) || takes(event))) event.preventDefault()
    else looking.onKeyDown(event)
  }
  return { at, place, onKeyDown }
}

const within = (x: number, most: number): number => Math.min(most, Math.max(0, x))
