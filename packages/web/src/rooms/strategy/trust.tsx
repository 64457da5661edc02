import type { ReactNode } from 'react'
import { useState } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { FilterBar, Pick } from '../../ui/filter-bar.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { PartyTrust, Shown } from './documents.ts'
import { points } from './figures.ts'
import { Section } from './section.tsx'
import classes from './strategy.module.css'

/** How far each party to a proposal must trust the others, without and with each guarantor. */
export function Trust({ document, told }: Shown): ReactNode {
  const { t, said, proposal, party } = useWords()
  const { trust } = document
  const [picked, setPicked] = useState('')
  const at = trust?.findIndex((one) => one.proposal === picked) ?? -1
  const place = Math.max(0, at)
  const shown = trust?.[place]
  if (!trust || !shown) return null
  const named = (parties: readonly string[]): { parties: string } => ({
    parties: said.list(parties.map(party))
  })
  return (
    <Section id="trust" title={t('strategy.trust.title')}>
      <p>{t('strategy.trust.lead')}</p>
      <FilterBar>
        <Pick
          label={t('strategy.trust.proposal')}
          value={shown.proposal}
          onPick={setPicked}
          options={trust.map((one) => ({ value: one.proposal, label: proposal(one.proposal) }))}
        />
      </FilterBar>
      <Needs parties={shown.parties} />
      {shown.owesNothing.length > 0 ? (
        <Quiet as="p">{said.say('strategy.trust.owes-nothing', named(shown.owesNothing))}</Quiet>
      ) : null}
      {shown.unknown.length > 0 ? (
        <Quiet as="p">{said.say('strategy.trust.unknown', named(shown.unknown))}</Quiet>
      ) : null}
      <Disclosure label={t('strategy.trust.why')}>
        <ul>
          {told.trust[place]?.flat().map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Disclosure>
    </Section>
  )
}

const FIGURES = ['both', 'taking', 'giving', 'none'] as const

function Needs({ parties }: { readonly parties: readonly PartyTrust[] }): ReactNode {
  const { t, said, party } = useWords()
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{said.say('strategy.trust.party')}</th>
          {FIGURES.map((figure) => (
            <th key={figure} scope="col">
              {t(`strategy.trust.${figure}`)}
            </th>
          ))}
          <th scope="col">{t('strategy.trust.least')}</th>
          <th scope="col">{t('strategy.trust.backed')}</th>
        </tr>
      </thead>
      <tbody>
        {parties.map((one) => (
          <tr key={one.party}>
            <th scope="row">
              <PartyMark party={one.party} />
            </th>
            {FIGURES.map((figure) => (
              <td key={figure} data-label={t(`strategy.trust.${figure}`)}>
                {points(one.payoffs[figure])}
              </td>
            ))}
            <td data-label={t('strategy.trust.least')}>
              <Least {...one} />
            </td>
            <td data-label={t('strategy.trust.backed')}>
              {one.guarantors.length === 0 ? <Quiet>{t('strategy.trust.nobody')}</Quiet> : null}
              <ul className={classes['backings']}>
                {one.guarantors.map(({ by, needed, drawn }) => (
                  <li key={by.join()}>
                    {said.list(by.map(party))}: <Least needed={needed} drawn={drawn} />
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The least trust in two words, and in how many draws none is enough; why stands below the table. */
function Least({
  needed: { kind, least, wary },
  drawn
}: Pick<PartyTrust, 'needed' | 'drawn'>): ReactNode {
  const { t, numbers } = useWords()
  const said = t(`strategy.trust.is.${kind === 'never' && wary ? 'wary' : kind}`)
  return (
    <span>
      <strong>{kind === 'from' && least !== null ? least.toFixed(2) : said}</strong>{' '}
      <Quiet>{t('strategy.trust.never', { share: numbers.percent(drawn.never) })}</Quiet>
    </span>
  )
}
