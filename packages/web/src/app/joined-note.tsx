import { Text } from '@mantine/core'
import { useMessages } from '../messages/index.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import { TextLink } from '../ui/text-link.tsx'
import styles from './notes.module.css'

/** Says that what was written here and elsewhere was joined, until something else is done. */
export function JoinedNote(): React.ReactNode {
  const t = useMessages()
  const { undoes, undo } = useWorkbench()
  const deed = undoes?.deed
  return (
    <div role="status">
      {deed?.kind === 'joined' ? (
        <Text component="p" size="sm" m={0} className={styles['note']}>
          {t('work.joined', { ...deed })} <TextLink onClick={undo}>{t('app.undo')}</TextLink>
        </Text>
      ) : null}
    </div>
  )
}
