import { Button, Group, NativeSelect, Popover, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { parentOf } from '../engine/with-drafts.ts'
import { useMessages } from '../messages/index.ts'
import type { Keeping } from '../state/keep-draft.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import type { TableDraft } from '../state/workbench.ts'
import { useGround } from '../ui/ground.ts'
import { Quiet } from '../ui/quiet.tsx'
import { TextLink } from '../ui/text-link.tsx'

interface Props {
  readonly draft: TableDraft
  /** Told of the proposal that the draft has become. */
  readonly onKept: (id: string) => void
}

/**
 * Writes a draft into the case, once it is said as what and whose it is. Any room that shows a
 * draft can offer it.
 */
export function KeepDraft({ draft, onKept }: Props): React.ReactNode {
  const t = useMessages()
  const { keepDraft } = useWorkbench()
  const [open, setOpen] = useState(false)
  const keep = (how: Keeping): void => {
    setOpen(false)
    const id = keepDraft(draft, how)
    if (id !== undefined) onKept(id)
  }
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus shadow="sm">
      <Popover.Target>
        <TextLink
          bare
          onClick={() => setOpen(!open)}
          aria-label={t('work.keep.draft.on', { title: draft.title })}
        >
          {t('work.keep.draft')}
        </TextLink>
      </Popover.Target>
      <Popover.Dropdown w="min(22rem, 92vw)" aria-label={t('work.keep.draft')}>
        <KeepForm draft={draft} onKeep={keep} onLeave={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

interface FormProps {
  readonly draft: TableDraft
  readonly onKeep: (how: Keeping) => void
  readonly onLeave: () => void
}

function KeepForm({ draft, onKeep, onLeave }: FormProps): React.ReactNode {
  const t = useMessages()
  const { source, text } = useGround()
  const parent = parentOf(draft, source)
  const of = parent && text(parent.title)
  const [as, setAs] = useState<Keeping['as']>('new')
  const [title, setTitle] = useState(
    of !== undefined && draft.title === t('work.draft.of', { title: of })
      ? t('work.keep.title.changed', { title: of })
      : draft.title
  )
  const [by, setBy] = useState('')
  const isReady = as === 'replace' || title.trim() !== ''
  const keep = (): void => {
    const note = of === undefined ? t('work.keep.note.own') : t('work.keep.note', { title: of })
    const whose = by === '' ? {} : { by }
    onKeep(as === 'replace' ? { as } : { as, title: title.trim(), note, ...whose })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) keep()
      }}
    >
      {of === undefined ? null : (
        <Radio.Group
          size="sm"
          label={t('work.keep.how')}
          value={as}
          onChange={(value) => setAs(value === 'replace' ? 'replace' : 'new')}
        >
          <Radio mt={6} value="new" label={t('work.keep.new')} />
          <Radio mt={6} mb="xs" value="replace" label={t('work.keep.replace', { title: of })} />
        </Radio.Group>
      )}
      {as === 'replace' ? (
        <Quiet as="p">{t('work.keep.replace.about')}</Quiet>
      ) : (
        <>
          <TextInput
            size="sm"
            label={t('work.keep.title')}
            value={title}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
          <Whose by={by} onBy={setBy} />
        </>
      )}
      <Group gap="xs" mt="sm">
        <Button type="submit" size="xs" disabled={!isReady}>
          {t('work.keep.do')}
        </Button>
        <Button size="xs" variant="default" onClick={onLeave}>
          {t('work.keep.leave')}
        </Button>
      </Group>
    </form>
  )
}

/** Nobody is named who was not chosen: until then the proposal is the authors' of the file. */
function Whose({
  by,
  onBy
}: {
  readonly by: string
  readonly onBy: (by: string) => void
}): React.ReactNode {
  const t = useMessages()
  const { source, party, cited } = useGround()
  const group = (label: string, ids: Iterable<string>, name: (id: string) => string) => ({
    group: t(label),
    items: [...ids].map((id) => ({ value: id, label: name(id) }))
  })
  return (
    <NativeSelect
      mt="xs"
      size="sm"
      label={t('work.keep.by')}
      description={t('work.keep.by.about')}
      value={by}
      onChange={({ currentTarget }) => onBy(currentTarget.value)}
      data={[
        { value: '', label: t('work.keep.by.authors') },
        group('work.keep.by.parties', source.parties.keys(), party),
        group('work.keep.by.sources', source.sources.keys(), cited)
      ]}
    />
  )
}
