import { VisuallyHidden } from '@mantine/core'
import type { Judgement } from '@truce/core'
import { centre } from '@truce/core/model'
import { useMessages } from '../../messages/index.ts'
import { useNumbers } from '../../ui/use-numbers.ts'
import classes from './number.module.css'
import { RangeBar } from './range-bar.tsx'
import { useRoom } from './room.ts'
import type { Scale } from './scale.ts'
import { scaleOf } from './scale.ts'

/**
 * A judged number: its centre, its range as a bar, and everything else one click away. `label` says
 * what it is the number of.
 */
export function Judged({
  judgement,
  label,
  scale
}: {
  readonly judgement: Judgement
  readonly label: string
  readonly scale?: Scale
}) {
  const t = useMessages()
  const numbers = useNumbers()
  const { open, opened } = useRoom()
  const { range, at } = judgement
  const isPoint = range.low === range.high
  return (
    <button
      type="button"
      className={classes.judged}
      id={at}
      aria-haspopup="dialog"
      aria-expanded={opened?.kind === 'number' && opened.at === at}
      onClick={(event) =>
        open({
          kind: 'number',
          at,
          label,
          anchor: event.currentTarget,
          ...(scale ? { scale } : {})
        })
      }
    >
      <VisuallyHidden>{label}: </VisuallyHidden>
      <RangeBar range={range} scale={scale ?? scaleOf(at, range)} />
      <span className={classes.value}>{numbers.judgement(centre(range))}</span>
      <span className={classes.ends}>
        {isPoint ? null : (
          <>
            <span>{numbers.judgement(range.low)}</span>–<span>{numbers.judgement(range.high)}</span>
          </>
        )}
      </span>
      {judgement.cases.length > 0 && (
        <span className={classes.varies}>{t('case.judged.varies')}</span>
      )}
    </button>
  )
}
