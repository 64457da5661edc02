import { Table } from '@mantine/core'
import type { Observed } from '@truce/core/geo'
import type { ReactNode } from 'react'
import { placeWords } from '../../ui/coordinates.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { SeenState } from './ground-marks.ts'
import classes from './map.module.css'
import { seenWhat } from './seen-words.ts'

const COLUMNS = ['row', 'what', 'party', 'where', 'when', 'source', 'state', 'drop'] as const

interface SeenTableProps {
  readonly rows: readonly Observed[]
  readonly stateOf: (row: Observed) => SeenState
  readonly onDrop: (row: number) => void
}

/** The list as it stands, by the numbers that the map shows. */
export function SeenTable({ rows, stateOf, onDrop }: SeenTableProps): ReactNode {
  const words = useWords()
  const { t } = words
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes['scroll']} tabIndex={0} aria-label={t('map.seen.scroll')}>
      <Table className={classes['facts']}>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th
                key={column}
                scope="col"
                className={column === 'drop' ? 'no-print' : undefined}
              >
                {t(`map.seen.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((one) => (
            <Table.Tr key={one.row}>
              <Table.Th scope="row">{one.row}</Table.Th>
              <Table.Td>{seenWhat(words, one)}</Table.Td>
              <Table.Td>
                <PartyMark party={one.party} />
              </Table.Td>
              <Table.Td className={classes['day']}>{placeWords(one.place)}</Table.Td>
              <Table.Td className={classes['day']}>{one.when ?? ''}</Table.Td>
              <Table.Td>{one.source ?? ''}</Table.Td>
              <Table.Td>{t(`map.seen.state.${stateOf(one)}`)}</Table.Td>
              <Table.Td className="no-print">
                <TextLink
                  bare
                  aria-label={t('map.seen.dropLabel', { row: one.row })}
                  onClick={() => onDrop(one.row)}
                >
                  {t('map.seen.dropIt')}
                </TextLink>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
