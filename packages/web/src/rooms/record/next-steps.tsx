import { Checkbox } from '@mantine/core'
import type { Incident } from '@truce/core/record'
import { ATTRIBUTIONS, VERIFICATIONS } from '@truce/core/record'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useLanguage } from '../../messages/index.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { Among, EntryForm, Lines, Part } from './parts.tsx'
import classes from './record.module.css'
import type { Opened } from './use-record.ts'
import { filled, foreseen, mayWrite, useRecord, useWriting } from './use-record.ts'

const STEPS = [
  'incident.logged',
  'incident.acknowledged',
  'incident.assessed',
  'incident.verified',
  'incident.attributed',
  'incident.found',
  'incident.remedied',
  'incident.closed',
  'incident.disputed'
] as const
type Step = (typeof STEPS)[number]

interface Values {
  readonly outcome: string
  readonly to: string
  readonly by: readonly string[]
  readonly violation: boolean
  readonly text: string
}

/** What may be done next about an incident, by who is chosen. */
export function NextSteps({ incident }: { readonly incident: Incident }): ReactNode {
  const record = useRecord()
  const { t, writer, party, word } = record
  const steps = STEPS.filter((step) => isNext(record, step, incident))
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
function isNext(opened: Opened, kind: Step, { id }: Incident): boolean {
  if (!mayWrite(opened, kind)) return false
  const { party } = opened.writer
  const trial = filled({
    incident: id,
    ...SAMPLE[kind],
    ...('by' in SAMPLE[kind] ? bySample(kind, party) : {})
  })
  return foreseen(opened, { kind, content: trial }).every(({ code }) => code !== 'step-order')
}

const SAMPLE: Readonly<Record<Step, Readonly<Record<string, unknown>>>> = {
  'incident.logged': {},
  'incident.acknowledged': {},
  'incident.assessed': {},
  'incident.verified': { outcome: 'confirmed', means: ['saw'], by: true },
  'incident.attributed': { outcome: 'not-attributed', by: true },
  'incident.found': { violation: true },
  'incident.remedied': { by: true },
  'incident.closed': {},
  'incident.disputed': { because: '-' }
}

const bySample = (kind: Step, party: string): object =>
  kind === 'incident.remedied' ? { by: party } : { by: [party] }

function StepForm({
  steps,
  incident
}: {
  readonly steps: readonly Step[]
  readonly incident: Incident
}): ReactNode {
  const { t, word, writer } = useRecord()
  const language = useLanguage()
  const writing = useWriting()
  const [chosen, setChosen] = useState<Step>()
  const [values, setValues] = useState<Values>({
    outcome: '',
    to: '',
    by: [writer.party],
    violation: true,
    text: ''
  })
  const kind = steps.find((step) => step === chosen) ?? (steps[0] as Step)
  const send = async (): Promise<void> => {
    const content = filled({
      incident: incident.id,
      ...contentOf(kind, { values, language, party: writer.party })
    })
    if (await writing.send({ kind, content })) setValues({ ...values, text: '' })
  }
  return (
    <EntryForm writing={writing} submit={t('record.next.go')} onSubmit={() => void send()}>
      <Among
        label={t('record.next.step')}
        value={kind}
        onChange={(value) => setChosen(steps.find((step) => step === value))}
        options={steps.map((value) => ({ value, label: word('kind', value) }))}
      />
      <StepFields kind={kind} values={values} onChange={setValues} />
      {kind === 'incident.logged' ? null : (
        <Lines
          label={t(kind === 'incident.disputed' ? 'record.next.because' : 'record.next.text')}
          value={values.text}
          required={kind === 'incident.disputed'}
          onChange={(text) => setValues({ ...values, text })}
        />
      )}
    </EntryForm>
  )
}

function StepFields({
  kind,
  values,
  onChange
}: {
  readonly kind: Step
  readonly values: Values
  readonly onChange: (values: Values) => void
}): ReactNode {
  const { t, word, source, party } = useRecord()
  const parties = [...source.parties.keys()]
  const list = kind === 'incident.verified' ? VERIFICATIONS : ATTRIBUTIONS
  if (kind === 'incident.found')
    return (
      <Checkbox
        size="xs"
        label={t('record.next.violation')}
        checked={values.violation}
        onChange={({ currentTarget }) => onChange({ ...values, violation: currentTarget.checked })}
      />
    )
  if (kind !== 'incident.verified' && kind !== 'incident.attributed') return null
  return (
    <>
      <Among
        label={t('record.next.outcome')}
        value={values.outcome || list[0]}
        onChange={(outcome) => onChange({ ...values, outcome })}
        options={list.map((value) => ({ value, label: word('outcome', value) }))}
      />
      {kind === 'incident.attributed' ? (
        <Among
          label={t('record.next.to')}
          value={values.to || (parties[0] ?? '')}
          onChange={(to) => onChange({ ...values, to })}
          options={parties.map((value) => ({ value, label: party(value) }))}
        />
      ) : null}
      <fieldset>
        <legend>{t('record.next.by')}</legend>
        <div className={classes['row']}>
          {parties.map((id) => (
            <Checkbox
              key={id}
              size="xs"
              label={party(id)}
              checked={values.by.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                onChange({
                  ...values,
                  by: checked ? [...values.by, id] : values.by.filter((one) => one !== id)
                })
              }
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}

function contentOf(
  kind: Step,
  {
    values: { outcome, to, by, violation, text },
    language,
    party
  }: { readonly values: Values; readonly language: string; readonly party: string }
): object {
  if (kind === 'incident.logged') return {}
  if (kind === 'incident.disputed') return { because: text }
  const said = text === '' ? {} : { text, language }
  if (kind === 'incident.found') return { violation, ...said }
  if (kind === 'incident.remedied') return { by: party, ...said }
  if (kind === 'incident.verified')
    return { outcome: outcome || VERIFICATIONS[0], by, means: ['saw'], ...said }
  if (kind !== 'incident.attributed') return said
  const came = outcome || ATTRIBUTIONS[0]
  return { outcome: came, by, ...(came === 'party' && { to }), ...said }
}
