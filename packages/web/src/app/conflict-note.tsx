import { Button, Group, Text } from '@mantine/core'
import type { ConflictBody } from '@truce/server'
import { useMessages } from '../messages/index.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import { ChangeList } from './change-list.tsx'
import styles from './notes.module.css'

interface Props {
  readonly conflict: ConflictBody
  readonly onSettle: (which: 'mine' | 'theirs') => void
}

/**
 * The files on the disk are newer than those this page began with: both texts are there, and the
 * reader chooses.
 */
export function ConflictNote({ conflict, onSettle }: Props): React.ReactNode {
  const t = useMessages()
  const { current, aside } = conflict
  const { files } = useWorkbench().view
  return (
    <section role="alert" className={styles['note']}>
      <Text fw={600}>{t('app.conflict')}</Text>
      <Text size="sm">{t('app.conflict.help', { aside, version: current.version })}</Text>
      <Text size="sm" mt="xs">
        {t('work.conflict.difference')}
      </Text>
      <ChangeList before={current.files} after={files} />
      <Group mt="xs" gap="sm">
        <Button size="xs" onClick={() => onSettle('mine')}>
          {t('app.conflict.mine')}
        </Button>
        <Button size="xs" variant="default" onClick={() => onSettle('theirs')}>
          {t('app.conflict.theirs')}
        </Button>
      </Group>
    </section>
  )
}
