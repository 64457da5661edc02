import { Text, Title } from '@mantine/core'
import { useMessages } from '../messages/index.ts'

/** What stands where this build has no room of that name. */
export function EmptyRoom(): React.ReactNode {
  const t = useMessages()
  return (
    <>
      <Title order={2}>{t('app.room.none')}</Title>
      <Text c="dimmed">{t('app.room.none.help')}</Text>
    </>
  )
}
