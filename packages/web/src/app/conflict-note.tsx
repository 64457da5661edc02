import { Button, Group, Text } from '@mantine/core'
import { useMessages } from '../messages/index.ts'
import type { OpenConflict, Settlement } from '../state/joining.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import { ChangeList } from './change-list.tsx'
import { JoinChoices } from './join-choices.tsx'
import styles from './notes.module.css'

interface Props {
  readonly conflict: OpenConflict
  readonly onSettle: (which: Settlement) => void
}

/**
 * The files on the disk are newer than those this page began with: both texts are there, and the
 * reader chooses, place by place where they can be joined.
 */
export function ConflictNote({ conflict, onSettle }: Props): React.ReactNode {
  const t = useMessages()
  const { current, aside, joined } = conflict
  const { files } = useWorkbench().view
  const said = { aside, version: current.version }
  return (
    <section role="alert" aria-label={t('app.conflict')} className={styles['note']}>
      <Text fw={600}>{t('app.conflict')}</Text>
      {joined ? (
        <>
          <Text size="sm">{t('work.join.aside', said)}</Text>
          <JoinChoices key={current.version} joined={joined} onChosen={onSettle} />
          <Text size="sm" mt="sm">
            {t('work.join.whole')}
          </Text>
        </>
      ) : (
        <>
          <Text size="sm">{t('app.conflict.help', said)}</Text>
          <Text size="sm" mt="xs">
            {t('work.conflict.difference')}
          </Text>
          <ChangeList before={current.files} after={files} />
        </>
      )}
      <Group mt="xs" gap="sm">
        <Button size="xs" variant="default" onClick={() => onSettle('mine')}>
          {t('app.conflict.mine')}
        </Button>
        <Button size="xs" variant="default" onClick={() => onSettle('theirs')}>
          {t('app.conflict.theirs')}
        </Button>
      </Group>
    </section>
  )
}
