import { Button, Table } from '@mantine/core'
import type { Settlement } from '@truce/core/geo'
import { settlementsIn } from '@truce/core/geo'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import type { ZoneDrawn } from '../../engine/protocol.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './map.module.css'
import { PLACE_ENDINGS, readPlaces } from './read-places.ts'
import { withdrawalTitle } from './zone-words.ts'

const COLUMNS = ['place', 'zone', 'party'] as const

/** Which settlements of a list lie in which zone: a list of whoever sits before the page, not kept. */
export function Settlements({ zones }: { readonly zones: readonly ZoneDrawn[] }): ReactNode {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [places, setPlaces] = useState<readonly Settlement[]>()
  const [problem, setProblem] = useState<string>()
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const read = await readPlaces({ name: file.name, text: await file.text() })
    setProblem(read.problem)
    setPlaces(read.places)
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
      </div>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      {places ? <Found places={places} zones={zones} /> : null}
    </section>
  )
}

interface FoundProps {
  readonly places: readonly Settlement[]
  readonly zones: readonly ZoneDrawn[]
}

function Found({ places, zones }: FoundProps): ReactNode {
  const words = useWords()
  const { t, source } = words
  const rows = zones.flatMap(({ withdrawal, bands }) =>
    bands.flatMap(({ party, area }) =>
      settlementsIn(area, places).map((place) => ({ place, withdrawal, party }))
    )
  )
  const found = new Set(rows.map(({ place }) => place)).size
  return (
    <>
      <p role="status">{t('map.places.found', { n: places.length, found })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={classes['scroll']} tabIndex={0} aria-label={t('map.places.scroll')}>
        <Table className={classes['facts']}>
          <Table.Thead>
            <Table.Tr>
              {COLUMNS.map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`map.places.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ place, withdrawal: id, party }) => {
              const withdrawal = source.process.withdrawals.get(id)
              return (
                <Table.Tr key={`${id} ${party} ${place.names.join(' ')} ${place.at.join(' ')}`}>
                  <Table.Th scope="row">{place.names.join(' / ')}</Table.Th>
                  <Table.Td>{withdrawal ? withdrawalTitle(words, withdrawal) : id}</Table.Td>
                  <Table.Td>
                    <PartyMark party={party} />
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </section>
    </>
  )
}
