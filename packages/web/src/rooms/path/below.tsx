import { Table } from '@mantine/core'
import type { OrderFound } from '@truce/core/report/plan'
import {
  goingBackLines,
  habitLines,
  mendLines,
  otherwiseRows,
  trancheLines
} from '@truce/core/report/plan'
import { capital } from '@truce/core/report/words'
import type { ReactNode } from 'react'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './path.module.css'

/** Below the order: what would mend it, what breaks it when read otherwise, what practice says. */
export function Below({ found }: { readonly found: OrderFound }): ReactNode {
  const { said, source, t } = useWords()
  const about = { words: said, source }
  const mends = mendLines(about, found)
  const habits = habitLines(about, found)
  return (
    <>
      {found.enforcing ? null : (
        <section aria-labelledby="path-mends">
          <h3 id="path-mends" className={classes.heading}>
            {said.say('plan.mends')}
          </h3>
          <Quiet as="p">
            {mends.length > 0 ? t('path.mends.note') : said.say('plan.mends.none')}
          </Quiet>
          <Lines lines={mends.map(capital)} />
          <Lines lines={[...goingBackLines(about, found), ...trancheLines(about, found)]} />
        </section>
      )}
      <Otherwise rows={otherwiseRows(about, found)} />
      {habits.length > 0 ? (
        <section aria-labelledby="path-habits">
          <h3 id="path-habits" className={classes.heading}>
            {t('path.habits.title')}
          </h3>
          <Lines lines={habits} />
        </section>
      ) : null}
    </>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return lines.length === 0 ? null : (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Otherwise({ rows }: { readonly rows: readonly (readonly string[])[] }): ReactNode {
  const { t, said } = useWords()
  return rows.length === 0 ? null : (
    <section aria-labelledby="path-otherwise">
      <h3 id="path-otherwise" className={classes.heading}>
        {t('path.otherwise.title')}
      </h3>
      <Quiet as="p">{said.say('plan.otherwise.lead')}</Quiet>
      <Table className={classes.slacks}>
        <Table.Thead>
          <Table.Tr>
            {['what', 'least', 'holds'].map((column) => (
              <Table.Th key={column} scope="col">
                {t(`path.otherwise.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([what, least, holds]) => (
            <Table.Tr key={what}>
              <Table.Th scope="row">{what}</Table.Th>
              <Table.Td>{least}</Table.Td>
              <Table.Td>{holds}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
