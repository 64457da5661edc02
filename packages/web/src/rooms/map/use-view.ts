import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Size } from './frame.ts'
import type { View } from './view.ts'
import { panned, WHOLE_VIEW, zoomed } from './view.ts'

type Point = readonly [number, number]

/** Looking around in the picture: by buttons, keys, dragging, and the wheel with Ctrl. */
export interface Looking {
  readonly view: View
  readonly closer: () => void
  readonly farther: () => void
  readonly whole: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onPointerDown: (event: PointerEvent<Element>) => void
  readonly onPointerMove: (event: PointerEvent<Element>) => void
  readonly onPointerUp: (event: PointerEvent<Element>) => void
  /** Whether the press that just ended moved the picture, so that it is no click. */
  readonly dragged: () => boolean
}

/** How much one press of a button or key does. */
const STEP = { zoom: 1.6, pan: 0.15 }
/** Pixels that a hand may tremble by when it clicks. */
const TREMBLE = 4

/** What the arrows move, as shares of the picture. */
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [STEP.pan, 0],
  ArrowRight: [-STEP.pan, 0],
  ArrowUp: [0, STEP.pan],
  ArrowDown: [0, -STEP.pan]
}

/** Looks around in a picture of a size. */
export function useView(size: Size, picture: RefObject<Element | null>): Looking {
  const [view, setView] = useState(WHOLE_VIEW)
  const { width, height } = size
  const zoom = useCallback(
    (factor: number, at: Point = [width / 2, height / 2]) =>
      setView((now) => panned(zoomed(now, factor, at), [0, 0], { width, height })),
    [width, height]
  )
  const pan = useCallback(
    (by: Point) => setView((now) => panned(now, by, { width, height })),
    [width, height]
  )
  const whole = useCallback(() => setView(WHOLE_VIEW), [])
  useWheel(picture, zoom)
  return {
    view,
    closer: () => zoom(STEP.zoom),
    farther: () => zoom(1 / STEP.zoom),
    whole,
    ...useDragging(pan),
    onKeyDown: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const arrow = ARROWS[event.key]
      if (arrow) pan([arrow[0] * width, arrow[1] * height])
      else if (event.key === '+' || event.key === '=') zoom(STEP.zoom)
      else if (event.key === '-') zoom(1 / STEP.zoom)
      else if (event.key === '0') whole()
      else return
      event.preventDefault()
    }
  }
}

/** The wheel belongs to the page; with Ctrl, as two fingers on a pad send it, to the picture. */
function useWheel(
  picture: RefObject<Element | null>,
  zoom: (factor: number, at: Point) => void
): void {
  useEffect(() => {
    const { current } = picture
    if (!current) return
    const turned = (event: Event): void => {
      if (!(event instanceof WheelEvent) || !event.ctrlKey) return
      event.preventDefault()
      const { left, top } = current.getBoundingClientRect()
      zoom(Math.exp(-event.deltaY / 200), [event.clientX - left, event.clientY - top])
    }
    current.addEventListener('wheel', turned, { passive: false })
    return () => current.removeEventListener('wheel', turned)
  }, [picture, zoom])
}

type Dragging = Pick<Looking, 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'dragged'>

function useDragging(pan: (by: Point) => void): Dragging {
  const last = useRef<Point>(undefined)
  const far = useRef(0)
  return {
    onPointerDown: ({ button, clientX, clientY }) => {
      if (button !== 0) return
      last.current = [clientX, clientY]
      far.current = 0
    },
    onPointerMove: ({ clientX, clientY, pointerId, currentTarget }) => {
      if (!last.current) return
      const by: Point = [clientX - last.current[0], clientY - last.current[1]]
      far.current += Math.hypot(...by)
      if (far.current < TREMBLE) return
      currentTarget.setPointerCapture(pointerId)
      last.current = [clientX, clientY]
      pan(by)
    },
    onPointerUp: () => {
      last.current = undefined
    },
    dragged: () => far.current >= TREMBLE
  }
}
