import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './map.module.css'
import type { Looking } from './use-view.ts'

interface MapToolsProps {
  readonly looking: Looking
  readonly measures: boolean
  readonly onMeasures: (on: boolean) => void
}

/** Looking closer, farther, at the whole; and measuring. */
export function MapTools({ looking, measures, onMeasures }: MapToolsProps): ReactNode {
  const { t } = useWords()
  return (
    <div className={`${classes['tools']} no-print`}>
      {(['closer', 'farther', 'whole'] as const).map((way) => (
        <Button key={way} variant="default" size="compact-sm" onClick={looking[way]}>
          {t(`map.picture.${way}`)}
        </Button>
      ))}
      <Button
        variant={measures ? 'filled' : 'default'}
        size="compact-sm"
        aria-pressed={measures}
        onClick={() => onMeasures(!measures)}
      >
        {t('map.measure.on')}
      </Button>
      <Quiet>{t('map.picture.hint')}</Quiet>
    </div>
  )
}
