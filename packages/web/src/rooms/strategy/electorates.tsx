import { Button } from '@mantine/core'
import { middleOf } from '@truce/core/model'
import { NOISE } from '@truce/core/worth'
import type { ReactNode } from 'react'
import { ChanceBar } from '../../ui/bar.tsx'
import { csv } from '../../ui/csv.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { download } from '../../ui/download.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { Electorate, ElectorateSaid, Shown } from './documents.ts'
import { gain } from './figures.ts'
import { LinesPicture } from './lines-picture.tsx'
import { Section } from './section.tsx'
import classes from './strategy.module.css'

/** What each body at home would let pass, how opinion moved, and what that does to the bargain. */
export function Electorates({ document, told }: Shown): ReactNode {
  return document.electorates?.tried.map((one, k) => {
    const says = told.electorates[k]
    return says ? <AtHome key={`${one.party} ${one.body}`} one={one} says={says} /> : null
  })
}

interface AtHomeProps {
  readonly one: Electorate
  readonly says: ElectorateSaid
}

function AtHome(props: AtHomeProps): ReactNode {
  const { t, said } = useWords()
  const { one, says } = props
  return (
    <Section id={`home-${one.party}-${one.body}`} title={says.title}>
      <p>{says.lead}</p>
      <Disclosure label={t('strategy.home.terms', { n: one.terms.length })}>
        <p>{said.say('strategy.electorate.terms')}</p>
        <Terms {...props} />
      </Disclosure>
      <Waves {...props} />
      <Bound {...props} />
    </Section>
  )
}

function Terms({ one, says }: AtHomeProps): ReactNode {
  const { t, said, issue, option, hue, numbers } = useWords()
  const head = [
    said.say('strategy.electorate.issue'),
    said.say('strategy.electorate.term'),
    said.say('strategy.electorate.chance'),
    said.say('strategy.electorate.place')
  ]
  const save = (): void => {
    const rows = one.terms.map((term, k) => [
      issue(term.issue),
      option(term.issue, term.option),
      term.p,
      says.places[k] ?? ''
    ])
    download(`${says.title}.csv`, new Blob([csv([head, ...rows])], { type: 'text/csv' }))
  }
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            {head.slice(1).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        {[...new Set(one.terms.map((term) => term.issue))].map((id) => (
          <tbody key={id}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {issue(id)}
              </th>
            </tr>
            {one.terms.map((term, k) =>
              term.issue === id ? (
                <tr key={term.option}>
                  <th scope="row">{option(id, term.option)}</th>
                  <td data-label={head[2]}>
                    {numbers.percent(term.p)}{' '}
                    <span className={classes['beside']}>
                      <ChanceBar p={term.p} color={hue(one.party).color} />
                    </span>
                  </td>
                  <td data-label={head[3]}>{says.places[k]}</td>
                </tr>
              ) : null
            )}
          </tbody>
        ))}
      </table>
      <Button size="compact-sm" variant="subtle" px={0} className="no-print" onClick={save}>
        {t('strategy.export.csv')}
      </Button>
    </>
  )
}

/** Each question put more than once: the shares in favour, and what they may be off by. */
function Waves({ one, says }: AtHomeProps): ReactNode {
  const { t, said, hue, numbers } = useWords()
  if (one.waves.length === 0) return <Quiet as="p">{said.say('strategy.electorate.once')}</Quiet>
  return (
    <>
      <h4>{t('strategy.home.waves')}</h4>
      <p>{t('strategy.home.waves.lead')}</p>
      <div className={classes['figures']}>
        {one.waves.map(({ question, answers, waves }, k) => (
          <div key={`${question} ${answers.join(' ')}`}>
            <p>{says.trends[k]}</p>
            <LinesPicture
              title={question}
              lines={[
                {
                  id: question,
                  color: hue(one.party).color,
                  points: waves.map(({ field, share, error }) => ({
                    x: middleOf(field),
                    y: share,
                    low: Math.max(0, share - NOISE * error),
                    high: Math.min(1, share + NOISE * error)
                  }))
                }
              ]}
              rises={[0, 0.5, 1].map((at) => ({ at, label: numbers.percent(at) }))}
              times={[waves[0], waves.at(-1)].flatMap((wave) =>
                wave ? [{ at: middleOf(wave.field), label: wave.field.split('/')[0] ?? '' }] : []
              )}
            />
          </div>
        ))}
      </div>
    </>
  )
}

/** What each party gains in the best for all, as it is and with nothing outside the win-set. */
function Bound({ one: { bargain }, says }: AtHomeProps): ReactNode {
  const { t, said, party } = useWords()
  if (!bargain || !says.bargain) return null
  const { parties, free, bound } = bargain
  const rows = bound ? [['free', free] as const, ['bound', bound] as const] : []
  return (
    <>
      <h4>{t('strategy.home.bound')}</h4>
      <p>{says.bargain.lead}</p>
      {bound ? (
        <table className={classes['table']}>
          <thead>
            <tr>
              <td />
              {parties.map((id) => (
                <th key={id} scope="col">
                  <PartyMark party={id} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([which, { gains }]) => (
              <tr key={which}>
                <th scope="row">{said.say(`strategy.electorate.${which}`)}</th>
                {parties.map((id, k) => (
                  <td key={id} data-label={party(id)}>
                    {gain(gains[k] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {says.bargain.open ? <Quiet as="p">{says.bargain.open}</Quiet> : null}
    </>
  )
}
