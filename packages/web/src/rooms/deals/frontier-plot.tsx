import { useElementSize } from '@mantine/hooks'
import type * as Plots from '@observablehq/plot'
import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Quiet } from '../../ui/quiet.tsx'
import type { Scales } from './draw.ts'
import { drawGround } from './draw.ts'
import { Overlay } from './overlay.tsx'
import picture from './plot.module.css'
import type { Scene } from './scene.ts'
import { nearest } from './scene.ts'

/** A package that is looked at: an efficient one by its place, or one with a name. */
export type Picked = { readonly dot: number } | { readonly mark: string }

/** What draws, fetched when it is first wanted. */
export const drawer = (): Promise<typeof Plots> => import('@observablehq/plot')

/** The picture, and what to do with a package that is pointed at. */
export interface PlotProps {
  readonly scene: Scene
  readonly picked: Picked | undefined
  readonly label: string
  /** What is read out of the package that is looked at. */
  readonly spoken: string
  readonly noDeal: string
  readonly drawing: string
  readonly tick: (gain: number) => string
  readonly onPick: (picked: Picked | undefined, keep: boolean) => void
  readonly frame: RefObject<HTMLDivElement | null>
}

/** How far from a point it is still meant, in pixels. */
const REACH = 26

/** The frontier of two parties: pointing, or the arrow keys, go from package to package. */
export function FrontierPlot(props: PlotProps) {
  const { scene, picked, label, spoken, onPick, frame, drawing } = props
  const { ref, width } = useElementSize()
  const { ground, scales } = useGround(props, Math.round(width))
  const order = useMemo(() => orderOf(scene), [scene])
  const at = order.findIndex((one) => same(one, picked))
  const point = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    if (scales)
      onPick(
        pickAt(scene, scales, [event.clientX - box.left, event.clientY - box.top]),
        event.type === 'pointerdown'
      )
  }
  const press = (event: KeyboardEvent): void => {
    const next = stepOf(event.key, at, order.length)
    if (next !== undefined) {
      event.preventDefault()
      onPick(order[next], false)
    } else if (event.key === 'Enter') onPick(picked, true)
    else if (event.key === 'Escape') onPick(undefined, true)
  }
  return (
    <div ref={ref} className={picture['plot']}>
      {scales === undefined && <Quiet as="p">{drawing}</Quiet>}
      <div
        ref={frame}
        className={picture['frame']}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, order.length - 1)}
        aria-valuenow={Math.max(0, at)}
        aria-valuetext={spoken}
        onKeyDown={press}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => onPick(undefined, false)}
      >
        <div ref={ground} aria-hidden="true" />
        {scales && <Overlay scene={scene} scales={scales} picked={picked} />}
      </div>
    </div>
  )
}

/**
 * Draws the ground when the scene or the room for it changes; Plot comes when it is first needed.
 */
function useGround(
  { scene, noDeal, tick }: PlotProps,
  width: number
): { readonly ground: RefObject<HTMLDivElement | null>; readonly scales: Scales | undefined } {
  const ground = useRef<HTMLDivElement>(null)
  const [plot, setPlot] = useState<typeof Plots>()
  const [scales, setScales] = useState<Scales>()
  useEffect(() => {
    drawer().then((loaded) => setPlot(loaded))
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tick` writes numbers in one language, and is new on every render
  useEffect(() => {
    if (!plot || width === 0) return
    const height = Math.round(Math.min(560, Math.max(340, width * 0.68)))
    const drawn = drawGround(plot, scene, { width, height, noDeal, tick })
    ground.current?.replaceChildren(drawn.node)
    setScales(drawn.scales)
  }, [plot, width, scene, noDeal])
  return { ground, scales }
}

/** Every package once, as the arrow keys go: from left to right. */
function orderOf({ dots, marks }: Scene): readonly Picked[] {
  const all = [
    ...dots.flatMap(({ x, y, on }, dot) => (on ? [{ x, y, picked: { dot } }] : [])),
    ...marks.map(({ id, x, y }) => ({ x, y, picked: { mark: id } }))
  ]
  return all.sort((a, b) => a.x - b.x || a.y - b.y).map(({ picked }) => picked)
}

function stepOf(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined
  const within = (next: number): number => Math.min(count - 1, Math.max(0, next))
  if (key === 'ArrowRight' || key === 'ArrowUp') return within(at + 1)
  if (key === 'ArrowLeft' || key === 'ArrowDown') return within(at - 1)
  if (key === 'PageUp') return within(at + 10)
  if (key === 'PageDown') return within(at - 10)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

/** Named points come first where one lies over another. */
function pickAt(
  { dots, marks }: Scene,
  scales: Scales,
  place: readonly [number, number]
): Picked | undefined {
  const pixels = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: scales.x(x),
    y: scales.y(y)
  })
  const mark = nearest(marks.map(pixels), place, REACH / 2)
  if (mark !== undefined) return { mark: marks[mark]?.id ?? '' }
  const shown = dots.flatMap((one, dot) => (one.on ? [{ ...pixels(one), dot }] : []))
  const found = nearest(shown, place, REACH)
  return found === undefined ? undefined : { dot: shown[found]?.dot ?? 0 }
}

/** Whether two are the same package. */
export function same(a: Picked | undefined, b: Picked | undefined): boolean {
  if (!a || !b) return false
  return 'dot' in a ? 'dot' in b && a.dot === b.dot : 'mark' in b && a.mark === b.mark
}
