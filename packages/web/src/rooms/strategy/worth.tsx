import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { csv } from '../../ui/csv.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { download } from '../../ui/download.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { Incentives, Shown } from './documents.ts'
import { gain } from './figures.ts'
import { Section } from './section.tsx'
import classes from './strategy.module.css'
import { Waterfall } from './waterfall-picture.tsx'

/** What going on is worth to whom, and what stopping would be. */
export function Worth({ document, told }: Shown): ReactNode {
  const { t, said } = useWords()
  const about = document.incentives
  if (!about || !told.incentives) return null
  const { entries, witness, turns, unknown } = told.incentives
  return (
    <Section id="worth" title={said.say('strategy.ledgers')}>
      <p>{t('strategy.worth.lead')}</p>
      <div className={classes['figures']}>
        {about.ledgers.map((ledger, k) => (
          <Waterfall key={ledger.party} ledger={ledger} entries={entries[k] ?? []} />
        ))}
      </div>
      <h4>{said.say('strategy.stopping')}</h4>
      <p>{t('strategy.stopping.lead')}</p>
      <Stopping about={about} />
      <Disclosure label={said.say('strategy.turn')}>
        {witness ? <p>{witness}</p> : null}
        <ul>
          {turns.map((turn) => (
            <li key={turn}>{turn}</li>
          ))}
        </ul>
        {unknown ? <p>{unknown}</p> : null}
      </Disclosure>
    </Section>
  )
}

interface StoppingRow {
  readonly id: string
  readonly title: string
  readonly gains: Incentives['proposals'][number]['gains']
  readonly together: Incentives['proposals'][number]['together']
}

function Stopping({ about }: { readonly about: Incentives }): ReactNode {
  const { t, said, party, proposal, numbers } = useWords()
  const parties = about.ledgers.map((ledger) => ledger.party)
  const { witness } = about.ripeness
  const rows: readonly StoppingRow[] = [
    ...about.proposals.map((one) => ({ ...one, title: proposal(one.id) })),
    ...(witness ? [{ ...witness, id: '', title: said.say('strategy.best-for-all') }] : [])
  ]
  const together = said.say('strategy.together')
  const of = (row: StoppingRow, id: string) => row.gains.find((one) => one.party === id)
  const save = (): void => {
    const head = [
      said.say('strategy.on-terms'),
      ...parties.flatMap((id) => [party(id), t('strategy.stopping.share', { party: party(id) })]),
      together
    ]
    const lines = rows.map((row) => [
      row.title,
      ...parties.flatMap((id) => [of(row, id)?.gain.central ?? '', of(row, id)?.better.p ?? '']),
      row.together.p
    ])
    const whole = new Blob([csv([head, ...lines])], { type: 'text/csv' })
    download(`${said.say('strategy.stopping')}.csv`, whole)
  }
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{said.say('strategy.on-terms')}</th>
            {parties.map((id) => (
              <th key={id} scope="col">
                <PartyMark party={id} />
              </th>
            ))}
            <th scope="col">{together}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.title}</th>
              {parties.map((id) => {
                const found = of(row, id)
                return (
                  <td key={id} data-label={party(id)}>
                    {found ? (
                      <>
                        <span className={classes['number']}>{gain(found.gain.central)}</span>{' '}
                        <Quiet>{numbers.percent(found.better.p)}</Quiet>
                      </>
                    ) : null}
                  </td>
                )
              })}
              <td data-label={together}>
                {numbers.chance(row.together.p, row.together.standardError)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="compact-sm" variant="subtle" className="no-print" onClick={save}>
        {t('strategy.export.csv')}
      </Button>
    </>
  )
}
