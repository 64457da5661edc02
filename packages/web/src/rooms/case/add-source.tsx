import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { SOURCE_KINDS } from '@truce/core/model'
import { useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { useGround } from '../../ui/ground.ts'
import sheet from './case.module.css'
import { idFrom } from './entries.ts'

const FIELDS = ['title', 'author', 'date', 'url'] as const
const EMPTY = { title: '', author: '', date: '', url: '', kind: 'statement' }

/** Adds a source; only its title and kind must be there. */
export function AddSource() {
  const t = useMessages()
  const { source } = useGround()
  const { set } = useWorkbench()
  const [draft, write] = useState<typeof EMPTY>()
  if (!draft)
    return (
      <Button className="no-print" size="compact-sm" variant="subtle" onClick={() => write(EMPTY)}>
        {t('case.add.source')}
      </Button>
    )
  const keep = (): void => {
    const given = Object.entries(draft).filter(([, text]) => text.trim() !== '')
    set(`sources/${idFrom(draft.title, [...source.sources.keys()])}`, Object.fromEntries(given))
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
      {FIELDS.map((key) => (
        <TextInput
          key={key}
          label={t(`case.source.${key}`)}
          required={key === 'title'}
          value={draft[key]}
          onChange={(event) => write({ ...draft, [key]: event.currentTarget.value })}
        />
      ))}
      <NativeSelect
        label={t('case.source.kind')}
        value={draft.kind}
        data={SOURCE_KINDS.map((kind) => ({ value: kind, label: t(`case.source.kind.${kind}`) }))}
        onChange={(event) => write({ ...draft, kind: event.currentTarget.value })}
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="compact-sm" disabled={draft.title.trim() === ''}>
          {t('case.add.keep')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => write(undefined)}>
          {t('case.field.leave')}
        </Button>
      </Group>
    </form>
  )
}
