import { Table } from '@mantine/core'
import type { OrderFound } from '@truce/core/report/plan'
import { handedWords, isDated } from '@truce/core/report/plan'
import { inPercent, signed } from '@truce/core/report/words'
import type { ReactNode } from 'react'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { GanttProps } from './gantt.tsx'
import classes from './path.module.css'

/** What keeping to each step is worth to each party beyond breaking it: a row a step. */
export function SlackTable({ plan, found }: GanttProps): ReactNode {
  const { t, said, source } = useWords()
  const { periods } = found
  const dated = isDated(found)
  const gated = periods.some(({ gates }) => gates.length > 0)
  const most = Math.max(1, ...periods.flatMap(({ parties }) => parties.flatMap(endsOf)))
  const columns = ['step', ...(dated ? ['day'] : []), 'what', ...(gated ? ['gate'] : [])] as const
  return (
    <section aria-labelledby="path-slack">
      <h3 id="path-slack" className={classes.heading}>
        {t('path.slack.title')}
      </h3>
      <Quiet as="p">{t('path.slack.note')}</Quiet>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('path.slack.scroll')}>
        <Table className={classes.slacks}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`path.slack.${column}`)}
                </Table.Th>
              ))}
              {plan.parties.map((party) => (
                <Table.Th key={party} scope="col">
                  <PartyMark party={party} />
                </Table.Th>
              ))}
              <Table.Th scope="col">{t('path.slack.anybody')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {periods.map((period, place) => (
              <Table.Tr key={period.deliverables.join(' ')}>
                <Table.Th scope="row">
                  {place === periods.length - 1 ? t('path.slack.end') : place + 1}
                </Table.Th>
                {dated ? <Table.Td className={classes.day}>{period.day ?? ''}</Table.Td> : null}
                <Table.Td>{handedWords({ words: said, source }, period)}</Table.Td>
                {gated ? <Table.Td>{said.list(period.gates)}</Table.Td> : null}
                {period.parties.map((one) => (
                  <Table.Td key={one.party}>
                    <SlackCell one={one} most={most} />
                  </Table.Td>
                ))}
                <Table.Td>{inPercent(period.breaks)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </section>
  )
}

type Slack = OrderFound['periods'][number]['parties'][number]

const endsOf = ({ slack, low, high }: Slack): readonly number[] => [slack, low, high].map(Math.abs)

/** The figure, the range of the draws, and both as a line about 0; where breaking pays, in words. */
function SlackCell({ one, most }: { readonly one: Slack; readonly most: number }): ReactNode {
  const { t, hue } = useWords()
  const { party, slack, low, high } = one
  const across = (points: number): number => 50 + (points / most) * 48
  return (
    <>
      <span className={classes.figure} data-breaks={slack < 0}>
        {signed(slack)}
      </span>
      <svg className={classes.range} viewBox="0 0 100 10" aria-hidden="true">
        <line x1={50} x2={50} y1={0} y2={10} />
        <rect
          x={across(Math.min(low, high))}
          y={4}
          width={Math.max(1, across(high) - across(low))}
          height={2}
          style={{ fill: hue(party).color }}
        />
        <circle cx={across(slack)} cy={5} r={3} style={{ fill: hue(party).color }} />
      </svg>
      <Quiet>{t('path.slack.range', { low: signed(low), high: signed(high) })}</Quiet>
      {slack < 0 ? <div className={classes.breaks}>{t('path.slack.breaks')}</div> : null}
    </>
  )
}
