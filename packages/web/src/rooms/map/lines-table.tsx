import { Table } from '@mantine/core'
import { lengthOf } from '@truce/core/geo'
import type { Line } from '@truce/core/model'
import type { ReactNode } from 'react'
import { CaseLink } from '../../ui/case-link.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { LineCourse } from './courses.ts'
import { datesOf } from './dates.ts'
import { lineTitle } from './line-words.ts'
import classes from './map.module.css'

const COLUMNS = ['what', 'kind', 'day', 'whose', 'source', 'length'] as const

interface LinesTableProps {
  readonly courses: readonly LineCourse[]
}

/** Every line of the case with whose claim it is: what the picture shows, and what it cannot. */
export function LinesTable({ courses }: LinesTableProps): ReactNode {
  const { t, source } = useWords()
  return (
    <section aria-labelledby="map-lines">
      <h3 id="map-lines" className={classes['heading']}>
        {t('map.lines.title')}
      </h3>
      <Quiet as="p">{t('map.lines.note')}</Quiet>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={classes['scroll']} tabIndex={0} aria-label={t('map.lines.scroll')}>
        <Table className={classes['facts']}>
          <Table.Thead>
            <Table.Tr>
              {COLUMNS.map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`map.lines.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...source.process.lines.values()].map((line) => (
              <LineRow
                key={line.id}
                line={line}
                courses={courses.filter((one) => one.line === line.id)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </section>
  )
}

interface LineRowProps {
  readonly line: Line
  readonly courses: readonly LineCourse[]
}

function LineRow({ line, courses }: LineRowProps): ReactNode {
  const words = useWords()
  const { t, text, cited, numbers } = words
  const days = datesOf(courses)
  const [first, last] = [days[0], days.at(-1)]
  const km = courses
    .filter(({ date }) => date === last)
    .flatMap((one) => (one.shape()?.kind === 'line' ? (one.shape()?.courses ?? []) : []))
    .reduce((sum, course) => sum + lengthOf(course), 0)
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Swatch line={line} /> <CaseLink to={line.at}>{lineTitle(words, line)}</CaseLink>
        <OtherNames line={line} />
      </Table.Th>
      <Table.Td>{t(`forms.line.${line.kind}`)}</Table.Td>
      <Table.Td className={classes['day']}>
        {days.length > 1
          ? t('map.lines.days', { n: days.length, first: first ?? '', last: last ?? '' })
          : line.asOf}
      </Table.Td>
      <Table.Td>
        {line.claimedBy === undefined ? (
          t('map.claim.nobody')
        ) : (
          <PartyMark party={line.claimedBy} />
        )}
      </Table.Td>
      <Table.Td className={classes['said']}>
        {line.source === undefined ? t('map.source.none') : cited(line.source)}
        {line.because === undefined ? null : <Quiet as="p">{text(line.because)}</Quiet>}
      </Table.Td>
      <Table.Td>
        {days.length === 0
          ? t('map.lines.undrawn')
          : km > 0
            ? t('map.km', { km: numbers.count(Math.round(km)) })
            : ''}
      </Table.Td>
    </Table.Tr>
  )
}

/** What the line is called in other languages, where the case says so: no spelling is the right one. */
function OtherNames({ line }: { readonly line: Line }): ReactNode {
  const words = useWords()
  if (typeof line.title !== 'object') return null
  const shown = lineTitle(words, line)
  return Object.entries(line.title)
    .filter(([, title]) => title !== shown)
    .map(([language, title]) => (
      <Quiet as="p" key={language}>
        <span lang={language}>{title}</span>
      </Quiet>
    ))
}

/** How the line is drawn. */
function Swatch({ line }: { readonly line: Line }): ReactNode {
  const { hue } = useWords()
  const colour = line.claimedBy === undefined ? undefined : hue(line.claimedBy).color
  return (
    <svg className={classes['swatch']} viewBox="0 0 36 10" aria-hidden="true">
      <path
        className={classes['course']}
        d="M1,5H35"
        data-kind={line.kind}
        style={colour === undefined ? undefined : { stroke: colour }}
      />
    </svg>
  )
}
