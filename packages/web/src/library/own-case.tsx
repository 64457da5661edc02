import { Button, Group, Menu, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../messages/index.ts'
import { api } from '../state/api.ts'
import type { Standing } from '../team/sharing/standings.ts'
import { TextLink } from '../ui/text-link.tsx'
import styles from './library.module.css'
import { duplicateCase, renameCase } from './own-deeds.ts'

interface Props {
  readonly id: string
  readonly title: string
  /** What one may do with it where that is not all, on a team's server. */
  readonly may: Standing['may'] | undefined
  /** Told of each change of the list while it is under way. */
  readonly onDone: (done: Promise<unknown>) => void
}

/** What can be done with a case of one's own, beside opening it. */
export function OwnCaseMenu({ id, title, may, onDone }: Props): React.ReactNode {
  const t = useMessages()
  const [state, setState] = useState<'still' | 'renaming' | 'removing'>('still')
  const done = (work: Promise<unknown>): void => {
    setState('still')
    onDone(work)
  }
  const leave = (): void => setState('still')
  if (state === 'renaming')
    return (
      <Renaming title={title} onLeave={leave} onRename={(to) => done(renameCase(api, id, to))} />
    )
  if (state === 'removing')
    return (
      <div role="alertdialog" aria-label={t('library.remove')}>
        <Text size="sm">{t('library.remove.ask', { title })}</Text>
        <Group gap="xs" mt={4}>
          <Button size="xs" onClick={() => done(api.remove(id))}>
            {t('library.remove.do')}
          </Button>
          <Button size="xs" variant="default" autoFocus onClick={leave}>
            {t('library.leave')}
          </Button>
        </Group>
      </div>
    )
  const copy = (): Promise<void> => duplicateCase(api, id, t('library.duplicate.title', { title }))
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false} returnFocus={false}>
      <Menu.Target>
        <TextLink bare aria-label={t('library.more', { title })}>
          {t('library.more.short')}
        </TextLink>
      </Menu.Target>
      <Menu.Dropdown>
        {(may?.includes('write') ?? true) && (
          <Menu.Item onClick={() => setState('renaming')}>{t('library.rename')}</Menu.Item>
        )}
        <Menu.Item onClick={() => done(copy())}>{t('library.duplicate')}</Menu.Item>
        {(may?.includes('remove') ?? true) && (
          <Menu.Item onClick={() => setState('removing')}>{t('library.remove')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function Renaming({
  title,
  onRename,
  onLeave
}: {
  readonly title: string
  readonly onRename: (title: string) => void
  readonly onLeave: () => void
}): React.ReactNode {
  const t = useMessages()
  const [to, setTo] = useState(title)
  return (
    <form
      className={styles['renaming']}
      onSubmit={(event) => {
        event.preventDefault()
        if (to.trim() !== '') onRename(to.trim())
      }}
    >
      <TextInput
        size="sm"
        autoFocus
        label={t('library.rename.to')}
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
      />
      <Group gap="xs" mt={4}>
        <Button size="xs" type="submit" disabled={to.trim() === ''}>
          {t('library.rename.keep')}
        </Button>
        <Button size="xs" variant="default" onClick={onLeave}>
          {t('library.leave')}
        </Button>
      </Group>
    </form>
  )
}
