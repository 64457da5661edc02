import { Text } from '@mantine/core'
import { useMessages } from '../messages/index.ts'
import styles from './app.module.css'

/** Shown only when loading takes long enough to be noticed. */
export function Waiting({ text }: { readonly text?: string }): React.ReactNode {
  const t = useMessages()
  return (
    <Text c="dimmed" className={styles['waiting']} role="status">
      {text ?? t('app.loading')}
    </Text>
  )
}
