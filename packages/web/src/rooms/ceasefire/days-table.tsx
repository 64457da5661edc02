import { Table } from '@mantine/core'
import type { DueTold, TimetableTold } from '@truce/core/report/timetable'
import type { ReactNode } from 'react'
import { CaseLink } from '../../ui/case-link.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './ceasefire.module.css'
import { entryOf } from './entry-of.ts'

/** Day by day what there is to keep, on the clocks of all; then what has no instant yet. */
export function DaysTable({ told }: { readonly told: TimetableTold }): ReactNode {
  const { t, said } = useWords()
  const { days, clocks, undated, lead } = told
  return (
    <>
      <section aria-labelledby="days-days">
        <h3 id="days-days" className={classes['heading']}>
          {said.say('timetable.title')}
        </h3>
        {days.length === 0 && undated.length === 0 ? (
          <p>{said.say('timetable.none-shown')}</p>
        ) : (
          <Quiet as="p">{lead}</Quiet>
        )}
        {days.length > 0 ? (
          <Dues
            of={said.say('timetable.title')}
            times={clocks}
            groups={days.map(({ day, eif, due }) => ({ name: day, beside: eif, due }))}
          />
        ) : null}
      </section>
      {undated.length > 0 ? (
        <section aria-labelledby="days-undated">
          <h3 id="days-undated" className={classes['heading']}>
            {said.say('timetable.relative')}
          </h3>
          <Quiet as="p">{said.say('timetable.relative.lead')}</Quiet>
          <Quiet as="p">{t('ceasefire.days.undated')}</Quiet>
          <Dues
            of={said.say('timetable.relative')}
            times={[said.say('timetable.column.after')]}
            groups={[{ name: '', beside: '', due: undated }]}
          />
        </section>
      ) : null}
    </>
  )
}

interface DuesProps {
  readonly of: string
  readonly times: readonly string[]
  readonly groups: readonly {
    readonly name: string
    readonly beside: string
    readonly due: readonly DueTold[]
  }[]
}

function Dues({ of, times, groups }: DuesProps): ReactNode {
  const { t, said } = useWords()
  const isDated = groups.some(({ name }) => name !== '')
  const moves = groups.some(({ due }) => due.some(({ moved }) => moved !== ''))
  const heads = [
    ...(isDated ? [said.say('timetable.column.day')] : []),
    ...times,
    said.say('timetable.column.what'),
    said.say('timetable.column.who'),
    said.say('timetable.column.slack'),
    ...(moves ? [said.say('timetable.column.moved')] : [])
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes['scroll']} tabIndex={0} aria-label={t('work.scroll', { of })}>
      <Table className={classes['table']}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head} scope="col">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        {groups.map(({ name, beside, due }) => (
          <Table.Tbody key={name}>
            {due.map((one, place) => (
              <Table.Tr key={one.ids.join(' ')}>
                {place === 0 && isDated ? (
                  <Table.Th scope="rowgroup" rowSpan={due.length}>
                    <span className={classes['day']}>{name}</span>
                    <Quiet as="div">{beside}</Quiet>
                  </Table.Th>
                ) : null}
                <DueCells due={one} moves={moves} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        ))}
      </Table>
    </section>
  )
}

function DueCells({
  due: { times, what, who, slack, moved, at },
  moves
}: {
  readonly due: DueTold
  readonly moves: boolean
}): ReactNode {
  return (
    <>
      {times.map((time, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: clocks stand in one order, and may show one time
        <Table.Td key={place} className={classes['day']}>
          {time}
        </Table.Td>
      ))}
      <Table.Td>{at === '' ? what : <CaseLink to={entryOf(at)}>{what}</CaseLink>}</Table.Td>
      <Table.Td>{who}</Table.Td>
      <Table.Td className={classes['day']}>{slack}</Table.Td>
      {moves ? <Table.Td className={classes['day']}>{moved}</Table.Td> : null}
    </>
  )
}
