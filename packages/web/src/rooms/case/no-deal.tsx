import type { LedgerEntry, NoDeal, Stance } from '@truce/core'
import { judgementsIn } from '@truce/core/model'
import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { Because } from './because.tsx'
import sheet from './case.module.css'
import { Add } from './forms/add.tsx'
import { EntryTools } from './forms/entry-tools.tsx'
import { Judged } from './judged.tsx'

/**
 * What a party expects without an agreement: its base, and the ledger of what going on adds and
 * costs.
 */
export function NoDealPart({
  party,
  stance
}: {
  readonly party: string
  readonly stance: Stance | undefined
}) {
  const t = useMessages()
  const names = useGround()
  const noDeal = stance?.noDeal
  const at = `stances/${party}/no-deal`
  const of = names.party(party)
  if (!noDeal)
    return (
      <section id={`no-deal:${party}`}>
        <h4>{t('case.noDeal')}</h4>
        <Quiet as="p">{t('case.noDeal.unsaid')}</Quiet>
        <Add form="noDeal" to={at} of={of} party={party} />
      </section>
    )
  return (
    <section id={noDeal.at}>
      <h4>{t('case.noDeal')}</h4>
      <Base noDeal={noDeal} />
      <Because
        at={noDeal.at}
        of={t('case.noDeal.of', { party: of })}
        evidence={noDeal}
        figures={judgementsIn(noDeal.base).length > 0}
      />
      <EntryTools form="noDeal" at={noDeal.at} title={of} party={party} />
      {noDeal.ledger.length > 0 && (
        <ul className={sheet.rows}>
          {noDeal.ledger.map((entry) => (
            <LedgerRow key={entry.id} party={party} entry={entry} />
          ))}
        </ul>
      )}
      <Add form="ledger" to={`${at}/ledger`} of={of} party={party} />
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

function LedgerRow({ party, entry }: { readonly party: string; readonly entry: LedgerEntry }) {
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
      <Because at={at} of={name} evidence={entry} />
      <EntryTools form="ledger" at={at} title={name} party={party} />
    </li>
  )
}
