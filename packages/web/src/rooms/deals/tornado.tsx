import type { Case } from '@truce/core'
import { useState } from 'react'
import { Pick } from '../../ui/filter-bar.tsx'
import { PlaceLink } from '../../ui/place-link.tsx'
import classes from './deals.module.css'
import type { DriverInput, Drivers, StudyDocument } from './documents.ts'
import { placeOf } from './judgements.ts'
import { ranked } from './ranked.ts'
import tables from './tables.module.css'
import type { Words } from './use-words.ts'

/** The draws, and the proposal that is looked at. */
export interface TornadoProps {
  readonly source: Case
  readonly words: Words
  readonly study: StudyDocument
  readonly proposal: string
}

/**
 * Which judgements an answer hangs on, most telling first, and what it is with each at either end
 * of its range.
 */
export function Tornado(props: TornadoProps) {
  const { words, study, proposal } = props
  const { t } = words
  const [chosen, setChosen] = useState('joint')
  const list = study.alternatives[proposal]?.drivers ?? []
  const drivers = list.find((one) => idOf(one) === chosen) ?? list[0]
  if (!drivers) return null
  return (
    <section>
      <h3>{t('deals.tornado')}</h3>
      <div className={classes['select']}>
        <Pick
          label={t('deals.tornado.output')}
          options={list.map((one) => ({
            value: idOf(one),
            label: outputWords(one, proposal, words)
          }))}
          value={idOf(drivers)}
          onPick={setChosen}
        />
      </div>
      <Bars {...props} drivers={drivers} />
    </section>
  )
}

const idOf = ({ output, party }: Drivers): string => (output === 'joint' ? 'joint' : (party ?? ''))

function outputWords({ output, party }: Drivers, proposal: string, { t, ...words }: Words): string {
  const values = { proposal: words.proposal(proposal), party: words.party(party ?? '') }
  return t(output === 'joint' ? 'deals.tornado.joint' : 'deals.tornado.gain', values)
}

function Bars(props: TornadoProps & { readonly drivers: Drivers }) {
  const { words, drivers, proposal } = props
  const { t, n } = words
  const figure = drivers.output === 'joint' ? n.percent : n.gain
  const inputs = ranked(drivers)
  const output = outputWords(drivers, proposal, words)
  const [first] = inputs
  if (!first)
    return <p>{t('deals.tornado.nothing', { output, mean: figure(drivers.mean.mean) })}</p>
  const ends = [drivers.mean.mean, ...inputs.flatMap(({ low, high }) => [low.mean, high.mean])]
  const span = [Math.min(...ends), Math.max(...ends)] as const
  const said = {
    output,
    input: words.input(first.key),
    low: figure(Math.min(first.low.mean, first.high.mean)),
    high: figure(Math.max(first.low.mean, first.high.mean))
  }
  return (
    <>
      <p>{t('deals.tornado.sentence', said)}</p>
      <table className={tables['tornado']}>
        <thead>
          <tr>
            <th scope="col">{t('deals.tornado.judgement')}</th>
            <th scope="col">{t('deals.tornado.share')}</th>
            <th scope="col">{t('deals.tornado.low')}</th>
            <th scope="col">{t('deals.tornado.mean', { mean: figure(drivers.mean.mean) })}</th>
            <th scope="col">{t('deals.tornado.high')}</th>
          </tr>
        </thead>
        <tbody>
          {inputs.map((input) => (
            <Row key={input.key} {...props} input={input} span={span} figure={figure} />
          ))}
        </tbody>
      </table>
    </>
  )
}

interface RowProps extends TornadoProps {
  readonly drivers: Drivers
  readonly input: DriverInput
  readonly span: readonly [number, number]
  readonly figure: (value: number) => string
}

/** One judgement: the bar runs between the answers at its two ends. */
function Row({ source, words, drivers, input, span: [least, most], figure }: RowProps) {
  const { t, n } = words
  const at = placeOf(source, input.key)
  const share = (value: number): string =>
    `${(100 * (value - least)) / Math.max(1e-9, most - least)}%`
  const [from, to] = [
    Math.min(input.low.mean, input.high.mean),
    Math.max(input.low.mean, input.high.mean)
  ]
  const wide = `${(100 * (to - from)) / Math.max(1e-9, most - least)}%`
  return (
    <tr>
      <th scope="row">
        <span className={tables['phrase']}>{words.input(input.key)}</span>{' '}
        {at !== undefined && <PlaceLink to={at}>{t('deals.tornado.show')}</PlaceLink>}
      </th>
      <td data-label={t('deals.tornado.share')}>
        {input.total ? n.percent(Math.min(1, Math.max(0, input.total.value))) : ''}
      </td>
      <td data-label={t('deals.tornado.low')}>{figure(input.low.mean)}</td>
      <td className={tables['swing']}>
        <span className={classes['track']}>
          <span
            className={classes['bar']}
            style={{ insetInlineStart: share(from), inlineSize: wide }}
          />
          <span
            className={classes['zero']}
            style={{ insetInlineStart: share(drivers.mean.mean) }}
          />
        </span>
      </td>
      <td data-label={t('deals.tornado.high')}>{figure(input.high.mean)}</td>
    </tr>
  )
}
