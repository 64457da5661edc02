import { Button } from '@mantine/core'
import type { LonLat } from '@truce/core/geo'
import type { ReactNode } from 'react'
import { placeWords } from '../../ui/coordinates.ts'
import { useWords } from '../../ui/use-words.ts'
import classes from './map.module.css'
import type { Picking } from './use-map-work.ts'

interface PointingProps {
  readonly picking: Picking | undefined
  /** The place below the cross that keys move. */
  readonly place: LonLat | undefined
  readonly onLeave: () => void
}

/** What is to be pointed at, how, and where the cross stands. */
export function Pointing({ picking, place, onLeave }: PointingProps): ReactNode {
  const { t } = useWords()
  if (!picking && !place) return null
  return (
    <div className={`${classes['pointing']} no-print`}>
      <span role="status">
        {picking ? t('map.point.how', { what: picking.what }) : null}{' '}
        {place ? t('map.point.cross', { place: placeWords(place) }) : null}
      </span>
      {picking ? (
        <Button variant="default" size="compact-sm" onClick={onLeave}>
          {t('map.point.leave')}
        </Button>
      ) : null}
    </div>
  )
}
