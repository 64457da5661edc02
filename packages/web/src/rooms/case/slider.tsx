import type { Range } from '@truce/core'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useRef, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useNumbers } from '../../ui/use-numbers.ts'
import { keyed } from './keys.ts'
import classes from './number.module.css'
import type { Handle, Scale } from './scale.ts'
import { handlesOf, moved, share } from './scale.ts'

interface Props {
  readonly range: Range
  readonly scale: Scale
  readonly label: string
  /** Called once when a drag or a run of keys ends, so that it is one step to undo. */
  readonly settle: (range: Range) => void
}

/**
 * A range with a handle for its low end, its likely value and its high end; dragged, or moved by
 * the arrow keys.
 */
export function RangeSlider({ range, scale, label, settle }: Props) {
  const t = useMessages()
  const numbers = useNumbers()
  const track = useRef<HTMLDivElement>(null)
  const [held, hold] = useState<{ readonly from: Range; readonly to: Range }>()
  // What is held counts only over the range it was taken from.
  const shown = held && held.from === range ? held.to : range
  const move = (handle: Handle, to: number): void =>
    hold({ from: range, to: moved(shown, { handle, to }, scale) })
  const end = (): void => {
    if (held && held.from === range && !isSame(held.to, range)) settle(held.to)
  }
  const drag = (handle: Handle) => (event: PointerEvent<HTMLElement>) => {
    if (track.current && event.currentTarget.hasPointerCapture(event.pointerId))
      move(handle, valueAt(event.clientX, track.current, scale))
  }
  const press = (handle: Handle) => (event: KeyboardEvent) => {
    const to = keyed(event.key, shown[handle] ?? shown.low, scale)
    if (to === undefined) return
    event.preventDefault()
    move(handle, to)
  }
  return (
    <div className={classes.slider} ref={track}>
      <span className={classes.track} />
      <span
        className={classes.fill}
        style={{
          insetInlineStart: `${share(shown.low, scale) * 100}%`,
          inlineSize: `${(share(shown.high, scale) - share(shown.low, scale)) * 100}%`
        }}
      />
      {handlesOf(shown).map((handle) => (
        <span
          key={handle}
          role="slider"
          tabIndex={0}
          className={classes.handle}
          data-handle={handle}
          style={{ insetInlineStart: `${share(shown[handle] ?? 0, scale) * 100}%` }}
          aria-label={t(`case.handle.${handle}`, { label })}
          aria-valuemin={scale.min}
          aria-valuemax={scale.max}
          aria-valuenow={shown[handle] ?? 0}
          aria-valuetext={numbers.judgement(shown[handle] ?? 0)}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag(handle)}
          onPointerUp={end}
          onPointerCancel={() => hold(undefined)}
          onKeyDown={press(handle)}
          onKeyUp={end}
          onBlur={end}
        />
      ))}
    </div>
  )
}

const isSame = (a: Range, b: Range): boolean =>
  a.low === b.low && a.mode === b.mode && a.high === b.high

/** The value under the pointer; in writing from right to left the scale runs that way too. */
function valueAt(x: number, track: HTMLElement, { min, max }: Scale): number {
  const box = track.getBoundingClientRect()
  const part = (x - box.left) / box.width
  const along = getComputedStyle(track).direction === 'rtl' ? 1 - part : part
  return min + along * (max - min)
}
