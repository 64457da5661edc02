import { Text } from '@mantine/core'
import { useMessages } from '../messages/index.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import type { Room } from '../state/workbench.ts'
import { TextLink } from '../ui/text-link.tsx'
import styles from './notes.module.css'

/**
 * While the text has errors, every room but the one of the text says so: what it shows may have
 * holes.
 */
export function FindingsNote({ room }: { readonly room: Room }): React.ReactNode {
  const t = useMessages()
  const { view, show } = useWorkbench()
  const errors = view.findings.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (view.sound || !first || room === 'case') return null
  return (
    <section role="status" className={styles['note']}>
      <Text size="sm">
        {t('app.errors', { count: errors.length })} <q>{first.message}</q>{' '}
        <TextLink onClick={() => show('')}>{t('app.errors.open')}</TextLink>
      </Text>
    </section>
  )
}
