import type { JsonObject } from '@truce/core/log'
import type { EntryKind, Incident } from '@truce/core/record'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Quiet } from '../../ui/quiet.tsx'
import { KindForm } from './entry/kind-form.tsx'
import { Among, Part } from './parts.tsx'
import type { Opened } from './use-record.ts'
import { filled, foreseen, mayWrite, useRecord } from './use-record.ts'

/** The steps that may follow one another, each with what the door is asked of it. */
const STEPS = {
  'incident.logged': {},
  'incident.acknowledged': {},
  'incident.assessed': {},
  'incident.verified': { outcome: 'confirmed', means: ['saw'] },
  'incident.attributed': { outcome: 'not-attributed' },
  'incident.discussed': {},
  'incident.found': { violation: true },
  'incident.remedied': {},
  'incident.closed': {},
  'incident.disputed': { because: '-' },
  'incident.joined': { because: '-' }
} satisfies Partial<Record<EntryKind, JsonObject>>
type Step = keyof typeof STEPS

const ORDER = Object.keys(STEPS) as readonly Step[]

/** What may be done next about an incident, by who is chosen. */
export function NextSteps({ incident }: { readonly incident: Incident }): ReactNode {
  const record = useRecord()
  const { t, writer, party, word } = record
  const steps = ORDER.filter((step) => isNext(record, step, incident))
  if (steps.length === 0)
    return (
      <Part title={t('record.next')}>
        <Quiet as="p">
          {t('record.next.none', { who: party(writer.party), role: word('role', writer.role) })}
        </Quiet>
      </Part>
    )
  return (
    <Part title={t('record.next')}>
      {/* another writer, or another stage, is another form */}
      <StepForm
        key={`${writer.party} ${writer.role} ${incident.steps.length}`}
        steps={steps}
        incident={incident}
      />
    </Part>
  )
}

/** Whether the order of steps lets one come now; who looked and what came of it is for the form. */
function isNext(opened: Opened, kind: Step, { id, joined }: Incident): boolean {
  if (!mayWrite(opened, kind)) return false
  const { state } = opened.view.fold
  const { party } = opened.writer
  const [held] = state.of('meeting.held')
  const other = [...state.incidents.ids()].find((one) => one !== id && !joined.includes(one))
  if (kind === 'incident.discussed' && !held) return false
  if (kind === 'incident.joined' && other === undefined) return false
  const trial = filled({
    incident: id,
    ...STEPS[kind],
    ...(kind === 'incident.verified' || kind === 'incident.attributed' ? { by: [party] } : {}),
    ...(kind === 'incident.remedied' ? { by: party } : {}),
    ...(kind === 'incident.discussed' ? { meeting: held?.id } : {}),
    ...(kind === 'incident.joined' ? { with: other } : {})
  })
  return foreseen(opened, { kind, content: trial }).every(({ code }) => code !== 'step-order')
}

function StepForm({
  steps,
  incident
}: {
  readonly steps: readonly Step[]
  readonly incident: Incident
}): ReactNode {
  const { t, kindName, writer } = useRecord()
  const [chosen, setChosen] = useState<Step>()
  const kind = steps.find((step) => step === chosen) ?? (steps[0] as Step)
  const given = {
    incident: incident.id,
    ...(kind === 'incident.remedied' && { by: writer.party })
  }
  return (
    <>
      <Among
        label={t('record.next.step')}
        value={kind}
        onChange={(value) => setChosen(steps.find((step) => step === value))}
        options={steps.map((value) => ({ value, label: kindName(value) }))}
      />
      <KindForm key={kind} kind={kind} given={given} submit={t('record.next.go')} />
    </>
  )
}
