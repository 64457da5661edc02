import { useId } from 'react'
import { useWords } from '../../ui/use-words.ts'
import classes from './desk.module.css'

/** One number of changes, and the best chance with so many. */
export interface CurvePoint {
  readonly most: number
  readonly chance: { readonly p: number }
}

const SIZE = { width: 300, height: 96 } as const
const EDGE = { top: 20, bottom: 20, side: 22 } as const

/** The best chance by how many changes are made, from the package as it stands. */
export function PriceCurve({ points }: { readonly points: readonly CurvePoint[] }) {
  const { t, numbers } = useWords()
  const id = useId()
  const most = Math.max(1, ...points.map((point) => point.most))
  const top = Math.max(...points.map(({ chance }) => chance.p), 0.01)
  const x = (n: number): number => EDGE.side + (n / most) * (SIZE.width - 2 * EDGE.side)
  const y = (p: number): number =>
    SIZE.height - EDGE.bottom - (p / top) * (SIZE.height - EDGE.top - EDGE.bottom)
  const said = points.map(({ most: n, chance }) =>
    t('desk.price.point', { n, chance: numbers.percent(chance.p) })
  )
  const labels = points.map(({ chance }) => numbers.percent(chance.p))
  const line = points.map((point) => `${x(point.most)},${y(point.chance.p)}`).join(' ')
  return (
    <figure className={classes['curve']}>
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-labelledby={id}>
        <title id={id}>{t('desk.price.curve', { points: said.join('; ') })}</title>
        <line x1={x(0)} x2={x(most)} y1={y(0)} y2={y(0)} data-axis />
        <polyline points={line} />
        {points.map(({ most: n, chance: { p } }, place) => (
          <g key={n}>
            <circle cx={x(n)} cy={y(p)} r={3} />
            {/* Where the line runs level, its chance is said once. */}
            {labels[place] !== labels[place - 1] && (
              <text x={x(n)} y={y(p) - 7}>
                {labels[place]}
              </text>
            )}
            <text x={x(n)} y={SIZE.height - 5}>
              {n}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className={classes['quiet']}>{t('desk.price.axis')}</figcaption>
    </figure>
  )
}
