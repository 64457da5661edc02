import type { Gate } from '@truce/core'
import type { ReactNode } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { GatesAsRecorded } from './as-recorded.tsx'
import type { GateStanding } from './clocks.ts'
import { gatesStanding } from './clocks.ts'
import { Dissent, Dissents } from './dissent.tsx'
import { KindForm } from './entry/kind-form.tsx'
import { EntryLink } from './entry-link.tsx'
import { Part } from './parts.tsx'
import classes from './record.module.css'
import { mayWrite, useRecord } from './use-record.ts'

/** The gates: how each stands by those who decide it, on what entries, and what it waits for. */
export function Gates(): ReactNode {
  const { t, view, source } = useRecord()
  const gates = gatesStanding(view.fold.state)
  if (gates.length === 0) return <p>{t('record.gates.nothing')}</p>
  return (
    <>
      {gates.map((standing) => {
        const gate = source.process.gates.get(standing.gate)
        return gate ? <GateTold key={gate.id} gate={gate} standing={standing} /> : null
      })}
      <GatesAsRecorded />
    </>
  )
}

function GateTold({
  gate,
  standing
}: {
  readonly gate: Gate
  readonly standing: GateStanding
}): ReactNode {
  const { t, view, text, party, time } = useRecord()
  const { state } = view.fold
  return (
    <Part title={text(gate.title ?? gate.id)}>
      <p>
        <strong>{t(`record.gate.${standing.standing}`)}</strong>{' '}
        {gate.decidedBy.length > 0
          ? t('record.gate.by', { who: gate.decidedBy.map(party).join(', ') })
          : t('record.gate.by-anybody')}
      </p>
      {gate.opens ? <Quiet as="p">{t('record.gate.opens', { what: gate.opens })}</Quiet> : null}
      <Waits gate={gate} />
      {standing.decisions.length === 0 ? null : (
        <ol className={classes['steps']}>
          {standing.decisions.map(([who, decision, id]) => {
            const entry = state.of('gate.decided').find((one) => one.id === id)
            return (
              <li key={who}>
                {t('record.gate.decision', {
                  party: party(who),
                  decision: t(`record.gate.${decision}`),
                  at: time(entry?.content.at ?? '')
                })}
                {entry?.content.because ? <p dir="auto">{entry.content.because}</p> : null}
                {entry ? (
                  <>
                    <EntryLink entry={entry} />
                    <RestsOn ids={entry.content.entries} />
                    <Dissents about={entry.id} />
                    <Dissent about={entry.id} />
                  </>
                ) : null}
              </li>
            )
          })}
        </ol>
      )}
      <Decide gate={gate} />
    </Part>
  )
}

/** The entries that a decision names as its ground. */
function RestsOn({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { t, view } = useRecord()
  if (ids.length === 0) return <Quiet as="p">{t('record.gate.on-nothing')}</Quiet>
  return (
    <Disclosure label={t('record.gate.on', { n: ids.length })}>
      {ids.map((id) => {
        const entry = view.fold.state.entry(id)
        return entry ? <EntryLink key={id} entry={entry} /> : null
      })}
    </Disclosure>
  )
}

function Waits({ gate: { when } }: { readonly gate: Gate }): ReactNode {
  const { t } = useRecord()
  const tests = [when, ...when.all].flatMap((test) => [
    ...(test.violationsPerDay
      ? [
          t('record.gate.violations', {
            most: test.violationsPerDay.atMost,
            days: test.violationsPerDay.forDays
          })
        ]
      : []),
    ...test.verified.map((what) => t('record.gate.verified', { what })),
    ...(test.meetings
      ? [
          t('record.gate.meetings', {
            meeting: test.meetings.id,
            share: Math.round(100 * test.meetings.heldAtLeast)
          })
        ]
      : []),
    ...(test.gate ? [t('record.gate.gate', { gate: test.gate })] : [])
  ])
  return (
    <ul className={classes['steps']}>
      {tests.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Decide({ gate }: { readonly gate: Gate }): ReactNode {
  const record = useRecord()
  const { t, writer } = record
  const decides = gate.decidedBy.length === 0 || gate.decidedBy.includes(writer.party)
  if (!decides || !mayWrite(record, 'gate.decided')) return null
  return (
    <Disclosure label={t('record.gate.decide')}>
      <KindForm kind="gate.decided" given={{ gate: gate.id }} submit={t('record.gate.go')} />
    </Disclosure>
  )
}
