import { Button, Group, MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { useGround } from '../../ui/ground.ts'
import sheet from './case.module.css'
import { redlineEntry } from './entries.ts'
import { writtenAt } from './places.ts'
import { typed } from './scale.ts'

interface Draft {
  readonly says: string
  readonly form: 'never' | 'must'
  readonly issue: string
  readonly options: readonly string[]
  readonly low: string
  readonly high: string
  readonly source: string
}

/** Adds a redline to a party, through a form that asks only for what must be there. */
export function AddRedline({
  party,
  taken
}: {
  readonly party: string
  readonly taken: readonly string[]
}) {
  const t = useMessages()
  const { source } = useGround()
  const { set, view } = useWorkbench()
  const [draft, write] = useState<Draft>()
  const start: Draft = {
    says: '',
    form: 'never',
    issue: source.issues[0]?.id ?? '',
    options: [],
    low: '0.5',
    high: '0.9',
    source: [...source.sources.keys()][0] ?? ''
  }
  if (source.issues.length === 0 || source.sources.size === 0) return null
  if (!draft)
    return (
      <Button className="no-print" size="compact-sm" variant="subtle" onClick={() => write(start)}>
        {t('case.add.redline')}
      </Button>
    )
  const range = typed(draft.low, '', draft.high)
  const isReady =
    draft.says.trim() !== '' &&
    draft.options.length > 0 &&
    range &&
    range.low >= 0 &&
    range.high <= 1
  const keep = (): void => {
    if (!isReady) return
    // Entries that could not be read are no redlines, but have their places in the list all the
    // same.
    const list = writtenAt(view.files, `stances/${party}/redlines`)
    const entry = redlineEntry(
      { ...draft, says: draft.says.trim(), low: range.low, high: range.high },
      taken
    )
    if (Array.isArray(list)) set(`stances/${party}/redlines/${list.length}`, entry)
    else set(`stances/${party}/redlines`, [entry])
    write(undefined)
  }
  return (
    <form
      className={sheet.form}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <RedlineFields draft={draft} write={write} />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="compact-sm" disabled={!isReady}>
          {t('case.add.keep')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => write(undefined)}>
          {t('case.field.leave')}
        </Button>
      </Group>
    </form>
  )
}

function RedlineFields({
  draft,
  write
}: {
  readonly draft: Draft
  readonly write: (draft: Draft) => void
}) {
  const t = useMessages()
  const names = useGround()
  const { source } = names
  const issue = source.issues.find(({ id }) => id === draft.issue)
  const put = (change: Partial<Draft>): void => write({ ...draft, ...change })
  return (
    <>
      <Textarea
        label={t('case.redline.says')}
        autosize
        minRows={1}
        value={draft.says}
        onChange={(event) => put({ says: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('case.add.form')}
        value={draft.form}
        data={[
          { value: 'never', label: t('case.add.never') },
          { value: 'must', label: t('case.add.must') }
        ]}
        onChange={(event) => put({ form: event.currentTarget.value === 'must' ? 'must' : 'never' })}
      />
      <NativeSelect
        label={t('case.add.issue')}
        value={draft.issue}
        data={source.issues.map(({ id, title }) => ({ value: id, label: names.text(title) }))}
        onChange={(event) => put({ issue: event.currentTarget.value, options: [] })}
      />
      <MultiSelect
        label={t('case.add.options')}
        value={[...draft.options]}
        data={
          issue?.options.map(({ id, title }) => ({ value: id, label: names.text(title) })) ?? []
        }
        onChange={(options) => put({ options })}
      />
      <Group grow>
        <TextInput
          label={t('case.add.low')}
          inputMode="decimal"
          value={draft.low}
          onChange={(event) => put({ low: event.currentTarget.value })}
        />
        <TextInput
          label={t('case.add.high')}
          inputMode="decimal"
          value={draft.high}
          onChange={(event) => put({ high: event.currentTarget.value })}
        />
      </Group>
      <NativeSelect
        label={t('case.evidence.source')}
        value={draft.source}
        data={[...source.sources.values()].map(({ id, title }) => ({
          value: id,
          label: names.text(title)
        }))}
        onChange={(event) => put({ source: event.currentTarget.value })}
      />
    </>
  )
}
