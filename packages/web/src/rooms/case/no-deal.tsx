import type { LedgerEntry, NoDeal, Stance } from '@truce/core'
import { judgementsIn } from '@truce/core/model'
import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { Because } from './because.tsx'
import sheet from './case.module.css'
import { Judged } from './judged.tsx'

/**
 * What a party expects without an agreement: its base, and the ledger of what going on adds and
 * costs.
 */
export function NoDealPart({ stance: { noDeal } }: { readonly stance: Stance }) {
  const t = useMessages()
  if (!noDeal) return null
  const { at, base, ledger } = noDeal
  return (
    <section id={at}>
      <h4>{t('case.noDeal')}</h4>
      <Base noDeal={noDeal} />
      <Because at={at} evidence={noDeal} figures={judgementsIn(base).length > 0} />
      {ledger.length > 0 && (
        <ul className={sheet.rows}>
          {ledger.map((entry) => (
            <LedgerRow key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Base({ noDeal: { base } }: { readonly noDeal: NoDeal }) {
  const t = useMessages()
  if (base.kind === 'range')
    return (
      <div className={sheet.row}>
        <span>{t('case.noDeal.range')}</span>
        <Judged judgement={base.judgement} label={t('case.noDeal.range')} />
      </div>
    )
  return base.outcomes.map(({ p, terms }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: outcomes have no names, their place is what tells them apart
    <div key={index} className={sheet.block}>
      {p && (
        <div className={sheet.row}>
          <span>{t('case.noDeal.chance')}</span>
          <Judged judgement={p} label={t('case.noDeal.chance')} />
        </div>
      )}
      <TermList terms={terms} />
    </div>
  ))
}

/** A package in words, issue by issue. */
export function TermList({ terms }: { readonly terms: ReadonlyMap<string, string> }) {
  const names = useGround()
  return (
    <dl className={sheet.terms}>
      {[...terms].map(([issue, option]) => (
        <div key={issue}>
          <dt>{names.issue(issue)}</dt>
          <dd>{names.option(issue, option)}</dd>
        </div>
      ))}
    </dl>
  )
}

function LedgerRow({ entry }: { readonly entry: LedgerEntry }) {
  const t = useMessages()
  const names = useGround()
  const { id, at, title, toward, worth } = entry
  const name = title === undefined ? id.replaceAll('-', ' ') : names.text(title)
  return (
    <li id={at} className={sheet.block}>
      <div className={sheet.row}>
        <span>
          {name} <Quiet>{t(`case.ledger.${toward}`)}</Quiet>
        </span>
        <Judged judgement={worth} label={name} />
      </div>
      <Because at={at} evidence={entry} />
    </li>
  )
}
