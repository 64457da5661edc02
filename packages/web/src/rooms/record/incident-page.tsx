import type { Account, Incident, IncidentStep } from '@truce/core/record'
import { verificationOf } from '@truce/core/record'
import type { ReactNode } from 'react'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Dissent, Dissents } from './dissent.tsx'
import { EntryLink } from './entry-link.tsx'
import { NextSteps } from './next-steps.tsx'
import { Part } from './parts.tsx'
import classes from './record.module.css'
import { ReportForm } from './report-form.tsx'
import { useRecord } from './use-record.ts'

/** One incident: what each says of it side by side, what was done about it, and what can be done next. */
export function IncidentPage({ incident }: { readonly incident: Incident }): ReactNode {
  const { t, goTo, word } = useRecord()
  const [first] = incident.accounts
  const outcome = verificationOf(incident)
  return (
    <>
      <div>
        <TextLink onClick={() => goTo('incidents')}>{t('record.incident.back')}</TextLink>
        <h3 className={classes['heading']}>
          {t('record.incident.line', {
            what: word('category', first?.content.category ?? 'other'),
            where:
              first?.content.place.name ?? first?.content.place.area ?? t('record.incident.nowhere')
          })}
        </h3>
        <p>
          {t('record.incident.stands', { status: word('status', incident.status) })}{' '}
          {outcome === undefined
            ? ''
            : t('record.incident.came', { outcome: word('outcome', outcome) })}
        </p>
        {incident.lead ? <Quiet as="p">{t('record.incident.lead.about')}</Quiet> : null}
      </div>
      <Part title={t('record.incident.accounts')} count={incident.accounts.length}>
        <div className={classes['beside']}>
          {incident.accounts.map((account) => (
            <AccountTold key={account.id} account={account} />
          ))}
        </div>
        <ReportForm incident={incident.id} />
      </Part>
      <Part title={t('record.incident.steps')} count={incident.steps.length}>
        {incident.steps.length === 0 ? (
          <Quiet as="p">{t('record.incident.steps.none')}</Quiet>
        ) : (
          <ol className={classes['steps']}>
            {incident.steps.map((step) => (
              <StepTold key={step.id} step={step} />
            ))}
          </ol>
        )}
      </Part>
      <NextSteps incident={incident} />
    </>
  )
}

function AccountTold({ account }: { readonly account: Account }): ReactNode {
  const { t, time, word, party } = useRecord()
  const { content, author } = account
  const { place, occurred } = content
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['what', word('category', content.category)],
    ['when', `${time(occurred.at)} (${word('precision', occurred.precision)})`],
    ['where', [place.name, place.area].filter(Boolean).join(', ') || undefined],
    ['position', positionOf(place)],
    ['means', content.means.map((one) => word('means', one)).join(', ') || undefined],
    ['alleged', content.alleged && party(content.alleged)],
    ['weapon', content.weaponText ?? (content.weapon && word('weapon', content.weapon))],
    ['killed', rangeOf(content.killed)],
    ['injured', rangeOf(content.injured)],
    ['source', content.provenance?.dataset]
  ]
  return (
    <article className={classes['account']}>
      <h4>
        <PartyMark party={author.party} /> <Quiet>{word('role', author.role)}</Quiet>
      </h4>
      <dl className={classes['facts']}>
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{t(`record.fact.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          )
        )}
      </dl>
      {content.text === undefined ? null : (
        <p className={classes['words']} lang={content.language} dir="auto">
          {content.text}
        </p>
      )}
      <EntryLink entry={account} />
      <Dissents about={account.id} />
      <Dissent about={account.id} />
    </article>
  )
}

function StepTold({ step }: { readonly step: IncidentStep }): ReactNode {
  const { word, party, time, kindName } = useRecord()
  const { content } = step
  const outcome = 'outcome' in content ? word('outcome', content.outcome) : undefined
  const by = 'by' in content ? [content.by].flat().map(party).join(', ') : undefined
  const said = 'text' in content ? content.text : 'because' in content ? content.because : undefined
  return (
    <li>
      {kindName(step.kind)}
      {outcome === undefined ? null : `: ${outcome}`}
      {'to' in content && content.to ? ` (${party(content.to)})` : null}
      {'violation' in content ? `: ${word('violation', content.violation ? 'yes' : 'no')}` : null}
      {by === undefined ? null : ` · ${by}`} <Quiet>{time(step.received)}</Quiet>
      {said === undefined ? null : (
        <p className={classes['words']} dir="auto">
          {said}
        </p>
      )}
      <EntryLink entry={step} />
      <Dissents about={step.id} />
      <Dissent about={step.id} />
    </li>
  )
}

function positionOf({ lat, lon, within }: Account['content']['place']): string | undefined {
  if (lat === undefined || lon === undefined) return undefined
  return `${lat} ${lon}${within === undefined ? '' : ` ± ${within} m`}`
}

function rangeOf(
  range: { readonly low: number; readonly best: number; readonly high: number } | undefined
): string | undefined {
  if (!range) return undefined
  return range.low === range.high
    ? String(range.best)
    : `${range.best} (${range.low} to ${range.high})`
}
