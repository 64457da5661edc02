import type { JsonObject } from '@truce/core/log'
import type { EntryKind } from '@truce/core/record'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Quiet } from '../../../ui/quiet.tsx'
import { Audience } from '../audience.tsx'
import { EntryForm } from '../parts.tsx'
import classes from '../record.module.css'
import { useRecord, useWriting } from '../use-record.ts'
import { askedNow } from './conditions.ts'
import type { DraftGroup } from './entry-draft.ts'
import { contentOf, draftOf } from './entry-draft.ts'
import type { Field } from './entry-shape.ts'
import { fieldsOf } from './entry-shape.ts'
import { Fields } from './field.tsx'
import { followed } from './followed.ts'
import { placedIn } from './problem-places.ts'
import { useStart } from './use-start.ts'

interface Props {
  readonly kind: EntryKind
  /** What is known already and not asked for, such as the incident that it is about. */
  readonly given?: JsonObject | undefined
  /** What is likely here, and stands in the form at first beside what is usual. */
  readonly likely?: JsonObject | undefined
  /** Of the words that a field may hold, those that make sense here. */
  readonly within?: Readonly<Record<string, readonly string[]>>
  /** All that stands in the form at first, where an entry is corrected. */
  readonly start?: JsonObject | undefined
  /** The entry that this one replaces, and who may read that. */
  readonly instead?: { readonly id: string; readonly audience?: readonly string[] } | undefined
  readonly submit?: string
  readonly onDone?: () => void
}

/**
 * The form of an entry of any kind: its fields are those of the kind's schema. What the record has
 * against it stands at the field that it is about.
 */
export function KindForm({
  kind,
  given = {},
  likely,
  within = {},
  start,
  instead,
  submit,
  onDone
}: Props): ReactNode {
  const { t, now, zone, said } = useRecord()
  const writing = useWriting()
  const fields = fieldsOf(kind)
  const usual = useStart(kind, likely)
  const first = start ?? usual
  const [draft, setDraft] = useState<DraftGroup>(() => draftOf(fields, first))
  const [audience, setAudience] = useState(instead?.audience)
  const asked = askedNow(kind, fields, draft)
  const content = { ...contentOf(asked, draft, { zone, now }), ...given }
  const placed = placedIn(content, writing.problems)
  const shown = asked
    .filter(({ key }) => !(key in given))
    .map((field) => withWords(field, within[field.key]))
  const paths = shown.filter(({ asked }) => asked.as !== 'kept').map(({ key }) => key)
  const rest = placed
    .filter(({ at }) => !paths.includes(at.split('.')[0] ?? ''))
    .map(({ problem }) => problem)
  const send = async (): Promise<void> => {
    const what = { kind, content, audience, supersedes: instead?.id }
    if (!(await writing.send(what))) return
    setDraft(draftOf(fields, first))
    onDone?.()
  }
  return (
    <EntryForm
      writing={{ ...writing, problems: rest }}
      submit={submit ?? t('record.report.go')}
      onSubmit={() => void send()}
    >
      <div className={classes['wide']}>
        <Quiet as="p">{said.say(`kind.${kind}`)}</Quiet>
      </div>
      <Fields
        {...{ kind, placed, draft }}
        fields={shown}
        onChange={(next) => setDraft(followed(kind, draft, next))}
      />
      <Audience value={audience} onChange={setAudience} />
    </EntryForm>
  )
}

const withWords = (field: Field, list: readonly string[] | undefined): Field =>
  list !== undefined && field.asked.as === 'word'
    ? { ...field, asked: { ...field.asked, list } }
    : field
