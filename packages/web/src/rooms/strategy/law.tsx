import { capital } from '@truce/core/report/words'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { FilterBar, Pick } from '../../ui/filter-bar.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { Neutrality, Shown } from './documents.ts'
import type { Axis, StateAnswers } from './law-table.ts'
import { AXES, answersOn } from './law-table.ts'
import { Section } from './section.tsx'
import classes from './strategy.module.css'

/** What schools of law would say of third states' acts: one question at a time, never one label. */
export function Law({ document, told }: Shown): ReactNode {
  const { t, said } = useWords()
  const [axis, setAxis] = useState<Axis>('neutrality')
  const about = document.neutrality
  if (!about || !told.neutrality) return null
  const { thirds, claims, acts } = told.neutrality
  const named = (one: Axis): string => said.say(`strategy.law.axis.${one}`)
  return (
    <Section id="law" title={said.say('strategy.neutrality')}>
      <p>{t('strategy.law.lead')}</p>
      {about.thirds.length > 0 ? (
        <>
          <FilterBar>
            <Pick
              label={t('strategy.law.question')}
              value={axis}
              onPick={setAxis}
              options={AXES.map((one) => ({ value: one, label: capital(named(one)) }))}
            />
          </FilterBar>
          <p role="status">{t(`strategy.law.asks.${axis}`)}</p>
          <Answers about={about} table={answersOn(thirds, axis)} question={named(axis)} />
        </>
      ) : null}
      <Dated about={about} />
      {claims.length > 0 ? (
        <>
          <h4>{said.say('strategy.law.claims')}</h4>
          <p>{said.say('strategy.law.claims.lead')}</p>
          <ul>
            {claims.map((claim) => (
              <li key={claim}>{claim}</li>
            ))}
          </ul>
        </>
      ) : null}
      <Disclosure label={t('strategy.law.sources')}>
        {about.acts.map(({ act }, k) => (
          <div key={act}>
            <h5>{act}</h5>
            <ul>
              {(acts[k]?.length ? acts[k] : [said.say('strategy.law.silent')]).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </Disclosure>
    </Section>
  )
}

function Answers({
  about,
  table: { schools, states },
  question
}: {
  readonly about: Neutrality
  readonly table: StateAnswers
  readonly question: string
}): ReactNode {
  const { t, said, party } = useWords()
  if (schools.length === 0) return <p>{t('strategy.law.none', { question })}</p>
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{t('strategy.law.state')}</th>
          {schools.map((school) => (
            <th key={school} scope="col">
              {capital(school)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {about.thirds.map(({ party: by, toward, noState }, k) => (
          <tr key={`${by} ${toward}`}>
            <th scope="row">
              <PartyMark party={by}>
                {said.say('strategy.law.toward', { party: party(by), toward: party(toward) })}
              </PartyMark>
              {noState.length > 0 ? <Quiet as="p">{t('strategy.law.no-state')}</Quiet> : null}
            </th>
            {schools.map((school) => {
              const last = states[k]?.get(school)
              return (
                <td key={school} data-label={capital(school)}>
                  {last ? (
                    <span>
                      {last.to} <Quiet>{t('strategy.law.since', { date: last.date })}</Quiet>
                      {last.from ? (
                        <Quiet as="p">{t('strategy.law.before', { from: last.from })}</Quiet>
                      ) : null}
                    </span>
                  ) : (
                    <Quiet>{t('strategy.law.unmoved')}</Quiet>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Who did what on which date. */
function Dated({ about }: { readonly about: Neutrality }): ReactNode {
  const { t, said, party, cited } = useWords()
  const acts = about.thirds.flatMap(({ days, undated }) => [
    ...days.flatMap(({ date, acts: done }) => done.map((act) => ({ date, ...act }))),
    ...undated.map((act) => ({ date: '', ...act }))
  ])
  if (acts.length === 0) return null
  return (
    <Disclosure label={t('strategy.law.acts')}>
      <ul>
        {acts
          .toSorted((a, b) => a.date.localeCompare(b.date))
          .map(({ date, by, toward, act, source }) => (
            <li key={`${date} ${by} ${toward} ${act}`}>
              {date || t('strategy.law.undated')}{' '}
              <PartyMark party={by}>
                {said.say('strategy.law.aside.one', { by: party(by), toward: party(toward), act })}
              </PartyMark>{' '}
              <Quiet>
                {source === undefined || source === null
                  ? said.say('strategy.law.unsourced')
                  : cited(source)}
              </Quiet>
            </li>
          ))}
      </ul>
    </Disclosure>
  )
}
