import { Table } from '@mantine/core'
import type { GateTable, PlanFound } from '@truce/core/report/plan'
import { gateLines, gateTable, ifGateFailsTable } from '@truce/core/report/plan'
import type { ReactNode } from 'react'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './path.module.css'

/** The gates of the case: when each can open, what is to be said of them, what follows if one fails. */
export function Gates({ plan }: { readonly plan: PlanFound }): ReactNode {
  const { said, source } = useWords()
  const about = { words: said, source }
  const { gates, found } = plan
  if (gates.length === 0) return null
  const fails = found && found.ifGateFails.length > 0 ? ifGateFailsTable(about, found) : undefined
  return (
    <>
      <section aria-labelledby="path-gates">
        <h3 id="path-gates" className={classes.heading}>
          {said.say('gate.title')}
        </h3>
        <Rows of={said.say('gate.title')} {...gateTable(about, plan)} />
        <ul className={classes.lines}>
          {gateLines(about, plan).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      {fails ? (
        <section aria-labelledby="path-gate-fails">
          <h3 id="path-gate-fails" className={classes.heading}>
            {said.say('fails.title')}
          </h3>
          <Quiet as="p">{said.say('fails.lead')}</Quiet>
          <Rows of={said.say('fails.title')} {...fails} />
        </section>
      ) : null}
    </>
  )
}

function Rows({ of, head, rows }: GateTable & { readonly of: string }): ReactNode {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={t('work.scroll', { of })}>
      <Table className={classes.slacks}>
        <Table.Thead>
          <Table.Tr>
            {head.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([gate, ...cells]) => (
            <Table.Tr key={gate}>
              <Table.Th scope="row">{gate}</Table.Th>
              {cells.map((cell, k) => (
                <Table.Td key={head[k + 1]}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
