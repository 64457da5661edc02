import { apart } from '@truce/core/geo'
import type { ReactNode } from 'react'
import { useWords } from '../../ui/use-words.ts'
import type { Frame } from './frame.ts'
import classes from './map.module.css'
import { roundKm } from './scale-bar.ts'
import type { View } from './view.ts'
import { planeAt } from './view.ts'

/** How wide the bar is at most, and where it stands from the lower left corner. */
const BAR = { most: 140, x: 12, y: 14 }

/** How long a round number of kilometres is in the middle of the picture. */
export function ScaleBar({
  frame,
  view
}: {
  readonly frame: Frame
  readonly view: View
}): ReactNode {
  const { t, numbers } = useWords()
  const [x, y] = [frame.width / 2, frame.height / 2]
  const [from, to] = [-1, 1].map((side) =>
    frame.back(planeAt(view, [x + (side * BAR.most) / 2, y]))
  )
  if (!from || !to) return null
  const most = apart(from, to).km
  const km = roundKm(most)
  const wide = (km / most) * BAR.most
  const foot = frame.height - BAR.y
  return (
    <g className={classes['scale']}>
      <path d={`M${BAR.x},${foot - 6}v6h${wide}v-6`} />
      <text x={BAR.x + wide + 8} y={foot}>
        {t('map.scale', { km: numbers.judgement(km) })}
      </text>
    </g>
  )
}
