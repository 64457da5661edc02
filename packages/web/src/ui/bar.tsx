import { NOISE } from '@truce/core/worth'
import type { ReactNode } from 'react'
import classes from './bar.module.css'

/** A thin bar of a number known within a range, on an axis from `from` to `to`. */
export interface BarProps {
  readonly low: number
  readonly central: number
  readonly high: number
  readonly from?: number
  readonly to?: number
  readonly color?: string
  /** Marks a point of the axis, such as no deal at 0. */
  readonly mark?: number
}

/** Drawn only: the numbers stand beside it in words. */
export function Bar({
  low,
  central,
  high,
  from = 0,
  to = 1,
  color = 'currentColor',
  mark
}: BarProps) {
  const place = (value: number): string =>
    `${(100 * Math.min(1, Math.max(0, (value - from) / (to - from)))).toFixed(2)}%`
  const length = (a: number, b: number): string =>
    `${Math.max(0, Number.parseFloat(place(b)) - Number.parseFloat(place(a)))}%`
  return (
    <span className={classes['track']} style={{ color }} aria-hidden="true">
      {mark === undefined ? null : (
        <span className={classes['mark']} style={{ insetInlineStart: place(mark) }} />
      )}
      <span
        className={classes['range']}
        style={{ insetInlineStart: place(low), inlineSize: length(low, high) }}
      />
      <span className={classes['tick']} style={{ insetInlineStart: place(central) }} />
    </span>
  )
}

/** A bar with what the ends of its axis are. Drawn only: the numbers stand beside it in words. */
export function Scaled({
  from,
  to,
  children
}: {
  readonly from: string
  readonly to: string
  readonly children: ReactNode
}) {
  return (
    <span className={classes['scaled']} aria-hidden="true">
      <span>{from}</span>
      {children}
      <span>{to}</span>
    </span>
  )
}

/** A gain over no deal as a bar that begins at no deal; a hairline shows how far it may reach. */
export function GainBar({
  low,
  central,
  high,
  most,
  color
}: Pick<BarProps, 'low' | 'central' | 'high' | 'color'> & {
  /** The ends of the axis, to both sides of no deal. */
  readonly most: number
}) {
  const place = (value: number): number => 50 + 50 * Math.min(1, Math.max(-1, value / most))
  const span = (a: number, b: number) => ({
    insetInlineStart: `${place(a)}%`,
    inlineSize: `${place(b) - place(a)}%`
  })
  return (
    <span className={classes['track']} style={{ color }} aria-hidden="true">
      <span className={classes['reach']} style={span(low, high)} />
      <span className={classes['fill']} style={span(Math.min(0, central), Math.max(0, central))} />
      <span className={classes['mark']} style={{ insetInlineStart: '50%' }} />
    </span>
  )
}

/** A chance from 0 to 1 as a filled bar, its error of two standard errors to each side over it. */
export function ChanceBar({
  p,
  standardError = 0,
  color
}: {
  readonly p: number
  readonly standardError?: number
  readonly color?: string
}) {
  const [low, high] = [
    Math.max(0, p - NOISE * standardError),
    Math.min(1, p + NOISE * standardError)
  ]
  return (
    <span
      className={classes['track']}
      style={{ color: color ?? 'var(--mantine-color-text)' }}
      aria-hidden="true"
    >
      <span className={classes['fill']} style={{ inlineSize: `${100 * p}%` }} />
      <span
        className={classes['error']}
        style={{ insetInlineStart: `${100 * low}%`, inlineSize: `${100 * (high - low)}%` }}
      />
    </span>
  )
}
