import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useRef } from 'react'
import { useMessages } from '../../messages/index.ts'
import { download } from '../../ui/download.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { svgOf } from '../../ui/svg-of.ts'
import type { Line, Placing, Tick } from './lines.ts'
import { bandOf, pathOf, placing, reachOf } from './lines.ts'
import classes from './strategy.module.css'

const [WIDE, HIGH] = [330, 170]
const FRAME = { left: 40, right: WIDE - 8, top: 10, bottom: HIGH - 26 }
/** Lines on one another are drawn this far apart, in pixels. */
const ASIDE = 2.5

/** What a picture of lines shows. */
export interface LinesProps {
  /** What it shows, in a sentence: its name for who does not see it, and that of its file. */
  readonly title: string
  readonly lines: readonly Line[]
  readonly rises: readonly Tick[]
  readonly times: readonly Tick[]
}

/** Lines over time or rounds, with their bands, small enough for two beside each other. */
export function LinesPicture({ title, lines, rises, times }: LinesProps): ReactNode {
  const t = useMessages()
  const frame = useRef<SVGSVGElement>(null)
  const ends = rises.map(({ at }) => at)
  const at = placing(FRAME, { x: reachOf(lines), y: [Math.min(...ends), Math.max(...ends)] })
  const save = (): void => {
    if (!frame.current) return
    const whole = svgOf([frame.current], { width: WIDE, height: HIGH, title })
    download(`${title}.svg`, new Blob([whole], { type: 'image/svg+xml' }))
  }
  return (
    <figure className={classes['figure']}>
      <svg
        ref={frame}
        className={classes['waterfall']}
        width={WIDE}
        height={HIGH}
        viewBox={`0 0 ${WIDE} ${HIGH}`}
        role="img"
        aria-label={title}
      >
        <Axes rises={rises} times={times} at={at} />
        {lines.map((line, k) => (
          <Drawn key={line.id} line={line} at={at} aside={ASIDE * (k - (lines.length - 1) / 2)} />
        ))}
      </svg>
      <Quiet as="figcaption">
        <Button size="compact-sm" variant="subtle" px={0} className="no-print" onClick={save}>
          {t('strategy.export.svg')}
        </Button>
      </Quiet>
    </figure>
  )
}

function Axes({
  rises,
  times,
  at
}: Pick<LinesProps, 'rises' | 'times'> & { readonly at: Placing }): ReactNode {
  return (
    <>
      {rises.map(({ at: y, label }) => (
        <g key={y}>
          <line
            className={classes['zero']}
            x1={FRAME.left}
            x2={FRAME.right}
            y1={at.down(y)}
            y2={at.down(y)}
          />
          <text className={classes['end']} x={FRAME.left - 6} y={at.down(y) + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {times.map(({ at: x, label }, k) => (
        <text
          key={x}
          className={classes['end']}
          x={at.across(x)}
          y={HIGH - 6}
          textAnchor={k === 0 ? 'start' : k === times.length - 1 ? 'end' : 'middle'}
        >
          {label}
        </text>
      ))}
    </>
  )
}

function Drawn({
  line: { color, points, isDashed = false },
  at,
  aside
}: {
  readonly line: Line
  readonly at: Placing
  readonly aside: number
}): ReactNode {
  return (
    <g>
      <path d={bandOf(points, at)} fill={color} fillOpacity={0.16} stroke="none" />
      <path
        d={pathOf(points, at, aside)}
        fill="none"
        stroke={color}
        strokeWidth={2}
        strokeDasharray={isDashed ? '4 3' : undefined}
      />
      {isDashed
        ? null
        : points.map(({ x, y }) => (
            <circle key={x} cx={at.across(x)} cy={at.down(y) + aside} r={3} fill={color} />
          ))}
    </g>
  )
}
