import { Text } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useMessages } from '../messages/index.ts'
import { presence } from '../state/api.ts'
import styles from './notes.module.css'

/** While the server is away: what that means for the work, and that nothing has to be done here. */
export function AwayNote(): React.ReactNode {
  const t = useMessages()
  const away = useSyncExternalStore(presence.subscribe, presence.isAway)
  return away ? (
    <Text role="alert" className={`${styles['note']} ${styles['away']}`}>
      {t('work.away')}
    </Text>
  ) : null
}
