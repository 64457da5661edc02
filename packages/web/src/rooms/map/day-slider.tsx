import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { useWords } from '../../ui/use-words.ts'
import classes from './map.module.css'

interface DaySliderProps {
  readonly days: readonly string[]
  readonly day: string
  readonly onDay: (day: string) => void
}

/** The day that the map shows, among those of which something is known. */
export function DaySlider({ days, day, onDay }: DaySliderProps): ReactNode {
  const { t } = useWords()
  const id = useId()
  const place = days.indexOf(day)
  const step = (by: number): void => {
    const next = days[place + by]
    if (next !== undefined) onDay(next)
  }
  return (
    <div className={classes['days']}>
      <label htmlFor={id}>
        {t('map.day')} <output htmlFor={id}>{day}</output>
      </label>
      <div className={`${classes['slide']} no-print`}>
        <Button
          variant="default"
          size="compact-sm"
          disabled={place <= 0}
          aria-label={t('map.day.before')}
          onClick={() => step(-1)}
        >
          ←
        </Button>
        <input
          id={id}
          type="range"
          min={0}
          max={days.length - 1}
          value={place}
          aria-valuetext={day}
          onChange={({ currentTarget }) => onDay(days[Number(currentTarget.value)] ?? day)}
        />
        <Button
          variant="default"
          size="compact-sm"
          disabled={place >= days.length - 1}
          aria-label={t('map.day.after')}
          onClick={() => step(1)}
        >
          →
        </Button>
      </div>
    </div>
  )
}
