import type { GateTest } from '@truce/core/model'
import type { OrderFound } from '@truce/core/report/plan'
import type { ReactNode } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { PlaceLink } from '../../ui/place-link.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import type { Words } from '../../ui/use-words.ts'
import { useWords } from '../../ui/use-words.ts'
import classes from './path.module.css'

/** The gates that steps of the order wait for: on what, who decides, and by when. */
export function Gates({ found }: { readonly found: OrderFound }): ReactNode {
  const { t } = useWords()
  const gates = [...new Set(found.periods.flatMap((period) => period.gates))]
  if (gates.length === 0) return null
  return (
    <Disclosure label={t('path.gates.title', { n: gates.length })}>
      <Quiet as="p">{t('path.gates.lead')}</Quiet>
      {gates.map((id) => (
        <Gate key={id} id={id} found={found} />
      ))}
    </Disclosure>
  )
}

function Gate({ id, found }: { readonly id: string; readonly found: OrderFound }): ReactNode {
  const words = useWords()
  const { t, said, source, text, party } = words
  const gate = source.process.gates.get(id)
  const waits = found.periods.flatMap((period, place) =>
    period.gates.includes(id) ? [{ n: place + 1, period, held: isHeld(found, place, id) }] : []
  )
  const names = (parties: readonly string[]): { readonly who: string } => ({
    who: said.list(parties.map(party))
  })
  return (
    <section aria-labelledby={`gate-${id}`} className={classes.gate}>
      <h4 id={`gate-${id}`}>
        {gate ? (
          <PlaceLink to={gate.at}>{gate.title === undefined ? id : text(gate.title)}</PlaceLink>
        ) : (
          id
        )}
      </h4>
      <ul className={classes.lines}>
        {waits.map(({ n, period: { day }, held }) => (
          <li key={n}>
            {t(day === null ? 'path.gates.before' : held ? 'path.gates.holds' : 'path.gates.by', {
              n,
              day: day ?? ''
            })}
          </li>
        ))}
        {gate ? (
          <>
            <li>{t('path.gates.opens', { tests: testsOf(words, gate.when) })}</li>
            <li>
              {gate.decidedBy.length > 0
                ? t('path.gates.decide', names(gate.decidedBy))
                : t('path.gates.nobody')}
            </li>
            {gate.evidenceNotOnlyFrom.length > 0 ? (
              <li>{t('path.gates.evidence', names(gate.evidenceNotOnlyFrom))}</li>
            ) : null}
          </>
        ) : null}
      </ul>
    </section>
  )
}

/** Whether the gate cannot be open a period after the step before. */
const isHeld = ({ waiting }: OrderFound, place: number, id: string): boolean =>
  waiting.some(({ period, gate }) => period === place && gate === id)

type Tests = GateTest & { readonly all?: readonly GateTest[]; readonly any?: readonly GateTest[] }

/** What must hold for a gate to open, in words. */
function testsOf(words: Words, { all = [], any = [], ...own }: Tests): string {
  const { t, said } = words
  const one = (test: GateTest): string => said.list(testWords(words, test))
  const each = [...testWords(words, own), ...all.flatMap((test) => testWords(words, test))]
  return said.list([
    ...each,
    ...(any.length > 0 ? [t('path.gates.any', { tests: any.map(one).join('; ') })] : [])
  ])
}

function testWords({ t, said, numbers }: Words, test: GateTest): readonly string[] {
  const { violationsPerDay, verified, meetings, gate } = test
  return [
    ...(verified.length > 0 ? [t('path.gates.verified', { what: said.list(verified) })] : []),
    ...(violationsPerDay
      ? [
          t('path.gates.violations', {
            n: violationsPerDay.atMost,
            days: violationsPerDay.forDays
          })
        ]
      : []),
    ...(meetings
      ? [
          t('path.gates.meetings', {
            meeting: meetings.id,
            share: numbers.percent(meetings.heldAtLeast)
          })
        ]
      : []),
    ...(gate === undefined ? [] : [t('path.gates.gate', { gate })])
  ]
}
