import { Button } from '@mantine/core'
import type { Judgement } from '@truce/core'
import { centre } from '@truce/core/model'
import type { Judged, Overrides } from '../../engine/protocol.ts'
import { Quiet } from '../../ui/quiet.tsx'
import classes from './deals.module.css'
import type { Words } from './use-words.ts'

/** The judgements that can be moved, how far they are moved, and what comes of it. */
export interface SlidersProps {
  readonly words: Words
  readonly judgements: readonly Judgement[]
  /** What to say where there are none. */
  readonly none: string
  readonly overrides: Overrides
  readonly judged: Judged | undefined
  readonly proposal: string
  readonly onMove: (overrides: Overrides) => void
  readonly onWrite: () => void
}

/**
 * The judgements an answer hangs on, to be moved by hand: nothing is written before the reader says
 * so.
 */
export function Sliders({
  words,
  judgements,
  none,
  overrides,
  judged,
  proposal,
  onMove,
  onWrite
}: SlidersProps) {
  const { t, n } = words
  const moved = Object.keys(overrides).length > 0
  return (
    <section className={classes['sliders']} aria-label={t('deals.sliders')}>
      <h3>{t('deals.sliders')}</h3>
      <Quiet as="p">{judgements.length === 0 ? none : t('deals.sliders.why')}</Quiet>
      {judgements.map((judgement) => (
        <Slider
          key={judgement.key}
          words={words}
          judgement={judgement}
          overrides={overrides}
          onMove={onMove}
        />
      ))}
      {judged && (
        <p role="status">
          {t('deals.sliders.chance', {
            proposal: words.proposal(proposal),
            chance: n.chance(judged.joint.p, judged.joint.standardError)
          })}
        </p>
      )}
      {moved && (
        <div className={classes['row']}>
          <Button size="xs" variant="default" onClick={() => onMove({})}>
            {t('deals.sliders.reset')}
          </Button>
          <Button size="xs" variant="default" onClick={onWrite}>
            {t('deals.sliders.write')}
          </Button>
        </div>
      )}
    </section>
  )
}

interface SliderProps {
  readonly words: Words
  readonly judgement: Judgement
  readonly overrides: Overrides
  readonly onMove: (overrides: Overrides) => void
}

/** Steps from one end of a range to the other. */
const STEPS = 40

function Slider({ words, judgement, overrides, onMove }: SliderProps) {
  const { t, n } = words
  const { key, range } = judgement
  const value = overrides[key]?.mode ?? centre(range)
  const move = (mode: number): void =>
    onMove({ ...overrides, [key]: { low: range.low, mode: tidy(mode), high: range.high } })
  return (
    <label className={classes['slider']}>
      <span>{words.input(key)}</span>
      <input
        type="range"
        min={range.low}
        max={range.high}
        step={(range.high - range.low) / STEPS}
        value={value}
        aria-valuetext={n.judgement(value)}
        onChange={(event) => move(event.currentTarget.valueAsNumber)}
      />
      <output className={classes['figure']}>{n.judgement(value)}</output>
      <Quiet>
        {t('deals.sliders.range', { low: n.judgement(range.low), high: n.judgement(range.high) })}
        {overrides[key] && `; ${t('deals.sliders.was', { value: n.judgement(centre(range)) })}`}
      </Quiet>
    </label>
  )
}

/** No more digits than a person would write. */
const tidy = (value: number): number => Number(value.toPrecision(3))
