import { Table } from '@mantine/core'
import type { Issue } from '@truce/core/model'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { FilterBar, Pick } from '../../ui/filter-bar.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { LineCourse } from './courses.ts'
import classes from './map.module.css'
import type { Run } from './swap-of.ts'
import { swapOf } from './swap-of.ts'

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

/** Where a line runs by the last that is known of it. */
function runOf(line: string | undefined, courses: readonly LineCourse[]): Run | undefined {
  const known = courses.filter((one) => one.line === line)
  const [last] = known.toSorted((one, other) => (one.date < other.date ? 1 : -1))
  const shape = last?.shape()
  return last && shape ? { line: last.of, courses: shape.courses } : undefined
}

function Swaps({ one, other }: { readonly one: Run; readonly other: Run }): ReactNode {
  const { t, numbers, source } = useWords()
  const swaps = [...source.parties.keys()].flatMap((party) => swapOf(one, other, party) ?? [])
  const area = (squareKm: number): string =>
    t('map.squareKm', { area: numbers.count(Math.round(squareKm)) })
  if (swaps.length === 0) return <p role="status">{t('map.hands.none')}</p>
  const apart = Math.max(0, ...swaps.flatMap(({ joined }) => joined))
  return (
    <>
      <Table className={classes['facts']}>
        <Table.Thead>
          <Table.Tr>
            {['party', 'gives', 'gets', 'net'].map((column) => (
              <Table.Th key={column} scope="col">
                {t(`map.hands.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {swaps.map(({ party, gives, gets }) => (
            <Table.Tr key={party}>
              <Table.Th scope="row">
                <PartyMark party={party} />
              </Table.Th>
              <Table.Td>{area(gives.squareKm)}</Table.Td>
              <Table.Td>{area(gets.squareKm)}</Table.Td>
              <Table.Td>
                {t('map.squareKm', { area: numbers.gain(gets.squareKm - gives.squareKm) })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {apart >= 1 ? (
        <Quiet as="p">{t('map.hands.joined', { km: numbers.judgement(Math.round(apart)) })}</Quiet>
      ) : null}
    </>
  )
}
