import { Text } from '@mantine/core'
import { useMessages } from '../messages/index.ts'
import styles from './app.module.css'

/** As long as something loads: the same pale lines as the page itself begins with, and the word. */
export function Waiting({ text }: { readonly text?: string }): React.ReactNode {
  const t = useMessages()
  return (
    <>
      <div className="truce-skeleton" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
      </div>
      <Text c="dimmed" className={styles['waiting']} role="status">
        {text ?? t('app.loading')}
      </Text>
    </>
  )
}
