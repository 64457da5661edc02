import { Table } from '@mantine/core'
import type { Settlement } from '@truce/core/geo'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import type { ZoneDrawn } from '../../engine/protocol.ts'
import { placeWords } from '../../ui/coordinates.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { PlaceInZone } from './ground-marks.ts'
import { inZone, isIn } from './ground-marks.ts'
import classes from './map.module.css'
import { withdrawalTitle } from './zone-words.ts'

/** How many rows stand there before somebody asks for all. */
const FIRST = 40

interface SettlementsTableProps {
  readonly places: readonly Settlement[]
  readonly zones: readonly ZoneDrawn[]
}

/** Every settlement, and for each zone whether it lies in it and in which part. */
export function SettlementsTable({ places, zones }: SettlementsTableProps): ReactNode {
  const words = useWords()
  const { t, source } = words
  const [all, showAll] = useState(false)
  const rows = useMemo(() => sorted(places, zones), [places, zones])
  const found = rows.filter(({ cells }) => cells.some(isIn)).length
  const shown = all ? rows : rows.slice(0, Math.max(FIRST, found))
  return (
    <>
      <p role="status">{t('map.places.found', { n: places.length, found })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={classes['scroll']} tabIndex={0} aria-label={t('map.places.scroll')}>
        <Table className={classes['facts']}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('map.places.place')}</Table.Th>
              <Table.Th scope="col">{t('map.measure.where')}</Table.Th>
              {zones.map(({ withdrawal: id }) => {
                const withdrawal = source.process.withdrawals.get(id)
                return (
                  <Table.Th key={id} scope="col">
                    {withdrawal ? withdrawalTitle(words, withdrawal) : id}
                  </Table.Th>
                )
              })}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ place, cells }) => (
              <Table.Tr key={`${place.names.join(' ')} ${place.at.join(' ')}`}>
                <Table.Th scope="row">{place.names.join(' / ')}</Table.Th>
                <Table.Td className={classes['day']}>{placeWords(place.at)}</Table.Td>
                {cells.map((cell, at) => (
                  <Table.Td key={zones[at]?.withdrawal} className={classes['cell']}>
                    <Part of={cell} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {shown.length < rows.length ? (
        <p className="no-print">
          <TextLink onClick={() => showAll(true)}>
            {t('map.places.rest', { n: rows.length - shown.length })}
          </TextLink>
        </p>
      ) : null}
    </>
  )
}

interface Row {
  readonly place: Settlement
  readonly cells: readonly PlaceInZone[]
}

/** Those within a zone first, else by their first name, then by where they lie. */
const sorted = (places: readonly Settlement[], zones: readonly ZoneDrawn[]): readonly Row[] =>
  places
    .map((place) => ({ place, cells: zones.map((zone) => inZone(place, zone)) }))
    .toSorted(
      (one, other) =>
        Number(other.cells.some(isIn)) - Number(one.cells.some(isIn)) ||
        compared(one.place.names[0] ?? '', other.place.names[0] ?? '') ||
        compared(one.place.at.join(' '), other.place.at.join(' '))
    )

const compared = (one: string, other: string): number => Number(one > other) - Number(one < other)

function Part({ of: { bands, between } }: { readonly of: PlaceInZone }): ReactNode {
  const { t, said, party: named } = useWords()
  if (bands.length + between.length === 0) return t('map.places.outside')
  return (
    <>
      {bands.map((party) => (
        <div key={party}>
          <PartyMark party={party}>{t('map.places.band', { party: named(party) })}</PartyMark>
        </div>
      ))}
      {between.map((parties) => (
        <div key={parties.join(' ')}>
          {t('map.zones.between', { parties: said.list(parties.map(named)) })}
        </div>
      ))}
    </>
  )
}
