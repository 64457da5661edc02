import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { EntryKind } from '@truce/core/record'
import type { FormEvent, ReactNode } from 'react'
import { useId } from 'react'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { ProblemList } from './problems.tsx'
import classes from './record.module.css'
import type { Writing } from './use-record.ts'
import { mayWrite, useRecord } from './use-record.ts'

/** A part of the room under a heading; how many there are of what it shows. */
export function Part({
  title,
  count,
  children
}: {
  readonly title: string
  readonly count?: number
  readonly children: ReactNode
}): ReactNode {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes['part']}>
      <h3 id={id} className={classes['heading']}>
        {title}
        {count === undefined ? null : <Quiet> {count}</Quiet>}
      </h3>
      {children}
    </section>
  )
}

interface EntryFormProps {
  readonly writing: Writing
  readonly submit: string
  readonly onSubmit: () => void
  readonly children?: ReactNode
}

/** A form that writes one entry, and says below what became of it. */
export function EntryForm({ writing, submit, onSubmit, children }: EntryFormProps): ReactNode {
  const { t } = useRecord()
  const send = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form onSubmit={send} className={classes['form']}>
      {children}
      <div className={classes['send']}>
        <Button type="submit" size="xs" variant="default" disabled={writing.busy}>
          {submit}
        </Button>
        <span role="status">
          {writing.done === undefined ? null : <Quiet>{t(`record.done.${writing.done}`)}</Quiet>}
        </span>
      </div>
      <ProblemList problems={writing.problems} failed={writing.failed} />
    </form>
  )
}

/** What only some may write: the form for them, and for others why it is not there. */
export function ForWriter({
  kind,
  children
}: {
  readonly kind: EntryKind
  readonly children: ReactNode
}): ReactNode {
  const record = useRecord()
  if (mayWrite(record, kind)) return children
  const { party, role } = record.writer
  if (role === 'none') return <NoKey />
  return (
    <Quiet as="p">
      {record.t('record.not-writer', {
        who: record.party(party),
        role: record.word('role', role),
        what: record.kindName(kind)
      })}
    </Quiet>
  )
}

/** Whoever has no key here yet writes nothing: where one is asked for. */
function NoKey(): ReactNode {
  const { t, goTo } = useRecord()
  return (
    <Quiet as="p">
      {t('record.no-key')} <TextLink onClick={() => goTo('log')}>{t('record.no-key.ask')}</TextLink>
    </Quiet>
  )
}

interface Given {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A line of text. */
export function Line({
  label,
  value,
  onChange,
  ...rest
}: Given & {
  readonly type?: 'datetime-local' | 'number' | 'text'
  readonly required?: boolean
  readonly description?: string
  readonly step?: string
}): ReactNode {
  return (
    <TextInput
      size="xs"
      label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      {...rest}
    />
  )
}

/** Several lines of text. */
export function Lines({
  label,
  value,
  onChange,
  required = false
}: Given & { readonly required?: boolean }): ReactNode {
  return (
    <Textarea
      size="xs"
      label={label}
      value={value}
      required={required}
      autosize
      minRows={2}
      className={classes['wide']}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

/** One of a list, or none where that is offered under the empty value. */
export function Among({
  label,
  value,
  onChange,
  required = false,
  options
}: Given & {
  readonly required?: boolean
  readonly options: readonly { readonly value: string; readonly label: string }[]
}): ReactNode {
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      required={required}
      data={[...options]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
