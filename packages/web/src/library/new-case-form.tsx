import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { PARTY_KINDS, ROLES } from '@truce/core/model'
import type { FormEvent, ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../messages/index.ts'
import { TextLink } from '../ui/text-link.tsx'
import styles from './library.module.css'
import type { NewCase, NewProblem } from './new-case.ts'
import { BLANK, NEW_PARTY, newProblems } from './new-case.ts'

interface Props {
  readonly begin: (answers: NewCase) => void
  readonly close: () => void
}

/** A case of one's own begins with three questions, and with nobody else's answers. */
export default function NewCaseForm({ begin, close }: Props): ReactNode {
  const t = useMessages()
  const around = useRef<HTMLFormElement>(null)
  const [answers, write] = useState(BLANK)
  const [isTried, tried] = useState(false)
  const problems = newProblems(answers)
  useEffect(() => around.current?.querySelector('input')?.focus(), [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    tried(true)
    const [first] = Object.keys(problems)
    if (first === undefined) begin(answers)
    else around.current?.querySelector<HTMLElement>(`[data-question="${first}"] input`)?.focus()
  }
  const said = (problem: NewProblem | undefined): string | undefined =>
    isTried && problem ? t(problem.key, { what: problem.what ?? '' }) : undefined
  return (
    <form
      ref={around}
      className={styles['questions']}
      aria-label={t('library.new')}
      noValidate
      onSubmit={submit}
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <div data-question="title">
        <TextInput
          label={t('library.start.title')}
          value={answers.title}
          error={said(problems.title)}
          onChange={(event) => write({ ...answers, title: event.currentTarget.value })}
        />
      </div>
      <PartyRows answers={answers} write={write} problem={said(problems.parties)} />
      <IssueRows answers={answers} write={write} problem={said(problems.issues)} />
      <Group gap="sm">
        <Button type="submit">{t('library.start.go')}</Button>
        <Button variant="subtle" onClick={close}>
          {t('library.start.leave')}
        </Button>
      </Group>
    </form>
  )
}

interface RowsProps {
  readonly answers: NewCase
  readonly write: (answers: NewCase) => void
  readonly problem: string | undefined
}

function Rows({
  name,
  problem,
  children
}: {
  readonly name: 'parties' | 'issues'
  readonly problem: string | undefined
  readonly children: ReactNode
}): ReactNode {
  const t = useMessages()
  return (
    <fieldset className={styles['question']} data-question={name}>
      <legend>{t(`library.start.${name}`)}</legend>
      {children}
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </fieldset>
  )
}

function PartyRows({ answers, write, problem }: RowsProps): ReactNode {
  const t = useMessages()
  const { parties } = answers
  const put = (index: number, change: Partial<NewCase['parties'][number]>): void =>
    write({
      ...answers,
      parties: parties.map((one, at) => (at === index ? { ...one, ...change } : one))
    })
  return (
    <Rows name="parties" problem={problem}>
      {parties.map(({ name, kind, role }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a party's name is what is being written
        <div key={index} className={styles['row']}>
          <TextInput
            label={t('library.start.party', { number: index + 1 })}
            value={name}
            onChange={(event) => put(index, { name: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('library.start.kind', { number: index + 1 })}
            value={kind}
            data={PARTY_KINDS.map((one) => ({ value: one, label: t(`library.kind.${one}`) }))}
            onChange={(event) => put(index, { kind: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('library.start.role', { number: index + 1 })}
            value={role}
            data={[
              { value: '', label: t('library.start.choose') },
              ...ROLES.map((one) => ({ value: one, label: t(`library.role.${one}`) }))
            ]}
            onChange={(event) => put(index, { role: event.currentTarget.value })}
          />
        </div>
      ))}
      <TextLink bare onClick={() => write({ ...answers, parties: [...parties, NEW_PARTY] })}>
        {t('library.start.anotherParty')}
      </TextLink>
    </Rows>
  )
}

function IssueRows({ answers, write, problem }: RowsProps): ReactNode {
  const t = useMessages()
  const { issues } = answers
  const put = (index: number, change: Partial<NewCase['issues'][number]>): void =>
    write({
      ...answers,
      issues: issues.map((one, at) => (at === index ? { ...one, ...change } : one))
    })
  return (
    <Rows name="issues" problem={problem}>
      {issues.map(({ title, options }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an issue's title is what is being written
        <div key={index} className={styles['row']}>
          <TextInput
            label={t('library.start.issue', { number: index + 1 })}
            value={title}
            onChange={(event) => put(index, { title: event.currentTarget.value })}
          />
          <Textarea
            label={t('library.start.options', { number: index + 1 })}
            autosize
            minRows={2}
            value={options}
            onChange={(event) => put(index, { options: event.currentTarget.value })}
          />
        </div>
      ))}
      <TextLink
        bare
        onClick={() => write({ ...answers, issues: [...issues, { title: '', options: '' }] })}
      >
        {t('library.start.anotherIssue')}
      </TextLink>
    </Rows>
  )
}
