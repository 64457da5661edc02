import { Text, UnstyledButton } from '@mantine/core'
import { useMessages } from '../messages/index.ts'
import { goTo, textFocus } from '../state/use-workbench.ts'
import type { Room, Workbench } from '../state/workbench.ts'
import styles from './notes.module.css'

/**
 * While the text has errors, every room but the one of the text says so: what it shows may have
 * holes.
 */
export function FindingsNote({
  workbench,
  room
}: {
  readonly workbench: Workbench
  readonly room: Room
}): React.ReactNode {
  const t = useMessages()
  const { view } = workbench
  const errors = view.findings.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (view.sound || !first || room === 'case') return null
  return (
    <section role="status" className={styles['note']}>
      <Text size="sm">
        {t('app.errors', { count: errors.length })} <q>{first.message}</q>{' '}
        <UnstyledButton
          className={styles['text']}
          onClick={() => goTo({ page: 'case', id: view.id, room: 'case', focus: textFocus('') })}
        >
          {t('app.errors.open')}
        </UnstyledButton>
      </Text>
    </section>
  )
}
