import type { LedgerEntry, NoDeal, Stance } from '@truce/core'
import { textIn } from '@truce/core/model'
import { useMessages } from '../../messages/index.ts'
import sheet from './case.module.css'
import { Field } from './field.tsx'
import { Judged } from './judged.tsx'
import { useRoom } from './room.ts'
import { SourceMark } from './source-note.tsx'
import { issueTitle, optionTitle } from './wording.ts'

/**
 * What a party expects without an agreement: its base, and the ledger of what going on adds and
 * costs.
 */
export function NoDealPart({ stance: { noDeal } }: { readonly stance: Stance }) {
  const t = useMessages()
  if (!noDeal) return null
  const { at, because, ledger } = noDeal
  return (
    <section id={at}>
      <h4>{t('case.noDeal')}</h4>
      <Base noDeal={noDeal} />
      <div className={sheet.because}>
        <SourceMark id={noDeal.source} /> ·{' '}
        <Field
          at={`${at}/because`}
          text={because === undefined ? undefined : textIn(because)}
          label={t('case.evidence.because')}
        />
      </div>
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
  const { source } = useRoom()
  return (
    <dl className={sheet.terms}>
      {[...terms].map(([issue, option]) => (
        <div key={issue}>
          <dt>{issueTitle(source, issue)}</dt>
          <dd>{optionTitle(source, issue, option)}</dd>
        </div>
      ))}
    </dl>
  )
}

function LedgerRow({ entry }: { readonly entry: LedgerEntry }) {
  const t = useMessages()
  const { id, at, title, toward, worth, because } = entry
  const name = title === undefined ? id.replaceAll('-', ' ') : textIn(title)
  return (
    <li id={at} className={sheet.block}>
      <div className={sheet.row}>
        <span>
          {name} <span className={sheet.quiet}>{t(`case.ledger.${toward}`)}</span>
        </span>
        <Judged judgement={worth} label={name} />
      </div>
      <div className={sheet.because}>
        <SourceMark id={entry.source} /> ·{' '}
        <Field
          at={`${at}/because`}
          text={because === undefined ? undefined : textIn(because)}
          label={t('case.evidence.because')}
        />
      </div>
    </li>
  )
}
