import { Table } from '@mantine/core'
import type { Handover, SidedLine } from '@truce/core/geo'
import { handovers, NoSides, NotComparable } from '@truce/core/geo'
import type { Issue } from '@truce/core/model'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { FilterBar, Pick } from '../../ui/filter-bar.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { LineCourse } from './courses.ts'
import classes from './map.module.css'

interface HandsProps {
  readonly courses: readonly LineCourse[]
}

/** Of issues whose options are lines: what changes hands between two of the options. */
export function Hands({ courses }: HandsProps): ReactNode {
  const { t, source } = useWords()
  const issues = source.issues.filter(
    ({ options }) => new Set(options.flatMap(({ line }) => line ?? [])).size > 1
  )
  if (issues.length === 0) return null
  return (
    <section aria-labelledby="map-hands">
      <h3 id="map-hands" className={classes['heading']}>
        {t('map.hands.title')}
      </h3>
      <Quiet as="p">{t('map.hands.note')}</Quiet>
      {issues.map((issue) => (
        <OfIssue key={issue.id} issue={issue} courses={courses} />
      ))}
    </section>
  )
}

interface OfIssueProps extends HandsProps {
  readonly issue: Issue
}

function OfIssue({ issue, courses }: OfIssueProps): ReactNode {
  const { t, issue: titled, option } = useWords()
  // those that are drawn first: they can be compared at once
  const lined = issue.options
    .filter(({ line }) => line !== undefined)
    .toSorted((a, b) => Number(!runOf(a.line, courses)) - Number(!runOf(b.line, courses)))
  const [from, setFrom] = useState(lined[0]?.id ?? '')
  const [to, setTo] = useState(lined[1]?.id ?? '')
  const options = lined.map(({ id }) => ({ value: id, label: option(issue.id, id) }))
  const [one, other] = [from, to].map((id) =>
    runOf(lined.find((it) => it.id === id)?.line, courses)
  )
  return (
    <>
      <h4 className={classes['heading']}>{titled(issue.id)}</h4>
      <FilterBar>
        <Pick label={t('map.hands.from')} value={from} options={options} onPick={setFrom} />
        <Pick label={t('map.hands.to')} value={to} options={options} onPick={setTo} />
      </FilterBar>
      {one && other ? (
        <Swaps one={one} other={other} />
      ) : (
        <p role="status">{t('map.hands.undrawn')}</p>
      )}
    </>
  )
}

/** Where a line runs by the last that is known of it, and on which side of it the parties are. */
function runOf(line: string | undefined, courses: readonly LineCourse[]): SidedLine | undefined {
  const known = courses.filter((one) => one.line === line)
  const [last] = known.toSorted((one, other) => (one.date < other.date ? 1 : -1))
  const shape = last?.shape()
  if (!last || !shape) return undefined
  return { courses: shape.courses, sides: last.of.sides ?? new Map() }
}

/** What changes hands; undefined where the lines cannot be laid over each other. */
function changed(one: SidedLine, other: SidedLine): readonly Handover[] | undefined {
  try {
    return handovers(one, other)
  } catch (error) {
    if (error instanceof NotComparable || error instanceof NoSides) return undefined
    throw error
  }
}

function Swaps({ one, other }: { readonly one: SidedLine; readonly other: SidedLine }): ReactNode {
  const { t, numbers } = useWords()
  const lands = useMemo(() => changed(one, other), [one, other])
  if (!lands) return <p role="status">{t('map.hands.none')}</p>
  if (lands.length === 0) return <p role="status">{t('map.hands.nothing')}</p>
  return (
    <>
      <Table className={classes['facts']}>
        <Table.Thead>
          <Table.Tr>
            {['gives', 'gets', 'area'].map((column) => (
              <Table.Th key={column} scope="col">
                {t(`map.hands.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lands.map(({ from, to, squareKm }) => (
            <Table.Tr key={`${from} ${to}`}>
              <Table.Td>
                <PartyMark party={from} />
              </Table.Td>
              <Table.Td>
                <PartyMark party={to} />
              </Table.Td>
              <Table.Td>
                {t('map.squareKm', { area: numbers.count(Math.round(squareKm)) })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Quiet as="p">{t('map.hands.joined')}</Quiet>
    </>
  )
}
