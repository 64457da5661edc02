import { Button } from '@mantine/core'
import { wrappedWords } from '@truce/core/report/pictures'
import type { ReactNode } from 'react'
import { useRef } from 'react'
import { download } from '../../ui/download.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { svgOf } from '../../ui/svg-of.ts'
import { useWords } from '../../ui/use-words.ts'
import type { Ledger } from './documents.ts'
import { gain, points } from './figures.ts'
import classes from './strategy.module.css'
import type { Step } from './waterfall.ts'
import { axisOf, stepsOf } from './waterfall.ts'

const WIDE = 330
const LINE = 17
const BAR = 9
/** A row is its label's lines, the bar, the thin bar of the draws, and some air. */
const ROW = BAR + 14
const LETTERS = 38

/** What going on is worth to one party, as bars that stand on each other's ends. */
export function Waterfall({
  ledger,
  entries
}: {
  readonly ledger: Ledger
  readonly entries: readonly string[]
}): ReactNode {
  const { t, said, hue, party } = useWords()
  const frame = useRef<SVGSVGElement>(null)
  const all = stepsOf(ledger, {
    base: said.say('strategy.base'),
    sum: said.say('strategy.sum'),
    entries
  })
  const values = {
    party: party(ledger.party),
    base: points(ledger.base.central),
    change: gain(ledger.sum.central - ledger.base.central),
    sum: points(ledger.sum.central)
  }
  const isBare = ledger.entries.length === 0
  const sentence = t(isBare ? 'strategy.worth.bare' : 'strategy.worth.sentence', values)
  // without entries the sum is the state of things over again
  const steps = isBare ? all.filter(({ kind }) => kind === 'sum') : all
  const rows = placed(steps)
  const height = rows.height + LINE + 4
  const save = (): void => {
    if (!frame.current) return
    const whole = svgOf([frame.current], { width: WIDE, height, title: sentence })
    download(`${values.party}.svg`, new Blob([whole], { type: 'image/svg+xml' }))
  }
  return (
    <figure className={classes['figure']}>
      <p>
        <PartyMark party={ledger.party}>{sentence}</PartyMark>
      </p>
      <svg
        ref={frame}
        className={classes['waterfall']}
        width={WIDE}
        height={height}
        viewBox={`0 0 ${WIDE} ${height}`}
        role="img"
        aria-label={steps.map(({ label, worth }) => `${label} ${points(worth)}`).join('; ')}
      >
        <Bars rows={rows} color={hue(ledger.party).color} />
      </svg>
      <Quiet as="figcaption">
        <Button size="compact-sm" variant="subtle" className="no-print" onClick={save}>
          {t('strategy.export.svg')}
        </Button>
      </Quiet>
    </figure>
  )
}

interface Rows {
  readonly axis: readonly [number, number]
  readonly height: number
  readonly list: readonly {
    readonly step: Step
    readonly top: number
    readonly lines: readonly string[]
  }[]
}

function placed(steps: readonly Step[]): Rows {
  let top = 0
  const list = steps.map((step) => {
    const lines = wrappedWords(step.label, LETTERS)
    const row = { step, top, lines }
    top += lines.length * LINE + ROW
    return row
  })
  return { axis: axisOf(steps), height: top, list }
}

function Bars({
  rows: { axis, height, list },
  color
}: {
  readonly rows: Rows
  readonly color: string
}): ReactNode {
  const [from, to] = axis
  const x = (value: number): number => 1 + ((WIDE - 2) * (value - from)) / (to - from)
  return (
    <>
      <line className={classes['zero']} x1={x(0)} x2={x(0)} y1={0} y2={height} />
      {list.map(({ step, top, lines }) => (
        <Row key={`${step.kind} ${step.label}`} {...{ step, top, lines, x, color }} />
      ))}
      <text className={classes['end']} x={0} y={height + LINE}>
        {points(from).replace('.0', '')}
      </text>
      <text className={classes['end']} x={WIDE} y={height + LINE} textAnchor="end">
        {points(to).replace('.0', '')}
      </text>
    </>
  )
}

interface RowProps {
  readonly step: Step
  readonly top: number
  readonly lines: readonly string[]
  readonly x: (value: number) => number
  readonly color: string
}

function Row({ step, top, lines, x, color }: RowProps): ReactNode {
  const { kind, worth, from, to, half, hangs } = step
  const whole = kind === 'base' || kind === 'sum'
  const bar = top + lines.length * LINE + 2
  const [low, high] = half
  return (
    <g>
      {lines.map((line, k) => (
        <text
          key={line}
          className={whole ? classes['strong'] : classes['label']}
          x={0}
          y={top + 13 + k * LINE}
        >
          {line}
        </text>
      ))}
      <text
        className={whole ? classes['strong'] : classes['label']}
        x={WIDE}
        y={top + 13}
        textAnchor="end"
      >
        {whole ? points(worth) : gain(worth)}
      </text>
      <rect
        x={x(Math.min(from, to))}
        y={bar}
        width={Math.max(1, x(Math.max(from, to)) - x(Math.min(from, to)))}
        height={BAR}
        fill={hangs || kind === 'against' ? 'none' : color}
        fillOpacity={whole ? 1 : worth < 0 ? 0.35 : 0.7}
        stroke={color}
        strokeWidth={1}
        strokeDasharray={hangs ? '3 2' : undefined}
      />
      <line
        className={classes['half']}
        x1={x(low)}
        x2={Math.max(x(high), x(low) + 1)}
        y1={bar + BAR + 3}
        y2={bar + BAR + 3}
      />
    </g>
  )
}
