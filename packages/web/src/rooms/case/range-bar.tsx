import type { Range } from '@truce/core'
import classes from './number.module.css'
import type { Scale } from './scale.ts'
import { share } from './scale.ts'

/**
 * A range as a thin bar on its scale, with a tick where it is most likely. Says nothing that the
 * number beside it does not.
 */
export function RangeBar({ range, scale }: { readonly range: Range; readonly scale: Scale }) {
  const [low, high] = [share(range.low, scale), share(range.high, scale)]
  const tick = range.mode ?? (range.low === range.high ? range.low : undefined)
  return (
    <span className={classes.bar} aria-hidden="true">
      <span
        className={classes.span}
        style={{ insetInlineStart: `${low * 100}%`, inlineSize: `${(high - low) * 100}%` }}
      />
      {tick !== undefined && (
        <span
          className={classes.tick}
          style={{ insetInlineStart: `${share(tick, scale) * 100}%` }}
        />
      )}
    </span>
  )
}
