import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useRef } from 'react'
import type { ZoneDrawn } from '../../engine/protocol.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './map.module.css'
import { PLACE_ENDINGS } from './read-places.ts'
import { SettlementsTable } from './settlements-table.tsx'
import type { PlacesList } from './use-places.ts'

interface SettlementsProps {
  readonly list: PlacesList
  readonly zones: readonly ZoneDrawn[]
}

/** Which settlements of a list lie in which zone: a list of whoever sits before the page. */
export function Settlements({ list, zones }: SettlementsProps): ReactNode {
  const { t } = useWords()
  const { places, problem, isKept, leave } = list
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined): Promise<void> => {
    if (file) await list.take({ name: file.name, text: await file.text() })
  }
  return (
    <section aria-labelledby="map-places">
      <h3 id="map-places" className={classes['heading']}>
        {t('map.places.title')}
      </h3>
      <Quiet as="p">{t('map.places.note')}</Quiet>
      <div className={`${classes['tools']} no-print`}>
        <input
          ref={input}
          type="file"
          hidden
          accept={PLACE_ENDINGS}
          aria-label={t('map.places.take')}
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0])
            currentTarget.value = ''
          }}
        />
        <Button variant="default" size="compact-sm" onClick={() => input.current?.click()}>
          {t('map.places.take')}
        </Button>
        {places ? (
          <Button variant="default" size="compact-sm" onClick={leave}>
            {t('map.places.leave')}
          </Button>
        ) : null}
      </div>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      {isKept ? null : <p role="status">{t('map.list.notKept')}</p>}
      {places ? <SettlementsTable places={places} zones={zones} /> : null}
    </section>
  )
}
