import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ZoneDrawn } from '../../engine/protocol.ts'
import { CaseLink } from '../../ui/case-link.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import { lineTitle } from './line-words.ts'
import classes from './map.module.css'
import { withdrawalTitle } from './zone-words.ts'

const COLUMNS = ['clause', 'party', 'line', 'far', 'area'] as const

interface ZonesTableProps {
  readonly zones: readonly ZoneDrawn[]
  /** The withdrawal that was clicked on the map. */
  readonly chosen: string | undefined
}

/** What each withdrawal keeps free, party by party, with the clause that makes it. */
export function ZonesTable({ zones, chosen }: ZonesTableProps): ReactNode {
  const { t } = useWords()
  return (
    <section aria-labelledby="map-zones">
      <h3 id="map-zones" className={classes['heading']}>
        {t('map.zones.title')}
      </h3>
      <Quiet as="p">{t('map.zones.note')}</Quiet>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={classes['scroll']} tabIndex={0} aria-label={t('map.zones.scroll')}>
        <Table className={classes['facts']}>
          <Table.Thead>
            <Table.Tr>
              {COLUMNS.map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`map.zones.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          {zones.map((zone) => (
            <ZoneRows key={zone.withdrawal} zone={zone} isChosen={zone.withdrawal === chosen} />
          ))}
        </Table>
      </section>
    </section>
  )
}

function ZoneRows({
  zone,
  isChosen
}: {
  readonly zone: ZoneDrawn
  readonly isChosen: boolean
}): ReactNode {
  const words = useWords()
  const { t, numbers, source, party: named } = words
  const withdrawal = source.process.withdrawals.get(zone.withdrawal)
  const area = (squareKm: number): string =>
    t('map.squareKm', { area: numbers.count(Math.round(squareKm)) })
  if (!withdrawal) return null
  return (
    <Table.Tbody data-chosen={isChosen}>
      {zone.bands.map(({ party, line: id, squareKm }, place) => {
        const line = source.process.lines.get(id)
        return (
          <Table.Tr key={party}>
            {place === 0 ? (
              <Table.Th scope="rowgroup" rowSpan={zone.bands.length + zone.between.length + 1}>
                <CaseLink to={withdrawal.at}>{withdrawalTitle(words, withdrawal)}</CaseLink>
              </Table.Th>
            ) : null}
            <Table.Td>
              <PartyMark party={party} />
            </Table.Td>
            <Table.Td>{line ? lineTitle(words, line) : id}</Table.Td>
            <Table.Td>{t('map.km', { km: numbers.judgement(zone.km) })}</Table.Td>
            <Table.Td>{area(squareKm)}</Table.Td>
          </Table.Tr>
        )
      })}
      {zone.between.map(({ parties, squareKm }) => (
        <Table.Tr key={parties.join(' ')}>
          <Table.Td colSpan={3}>
            {t('map.zones.between', { parties: words.said.list(parties.map(named)) })}
          </Table.Td>
          <Table.Td>{area(squareKm)}</Table.Td>
        </Table.Tr>
      ))}
      <Table.Tr>
        <Table.Td colSpan={3}>{t('map.zones.all')}</Table.Td>
        <Table.Td>{area(zone.squareKm)}</Table.Td>
      </Table.Tr>
    </Table.Tbody>
  )
}
