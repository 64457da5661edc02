import { Button, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useMessages } from '../messages/index.ts'
import { api } from '../state/api.ts'

/** Says that the store of versions is damaged, and sets it aside at a press. */
export function StoreNote({
  onDone
}: {
  /** Told of the work while it is under way. */
  readonly onDone: (done: Promise<unknown>) => void
}): React.ReactNode {
  const t = useMessages()
  const [damage, found] = useState<string | null>(null)
  useEffect(() => {
    // A server that does not answer says so elsewhere on the page.
    api.damage().then(found, () => undefined)
  }, [])
  if (damage === null) return null
  const begin = (): void => onDone(api.beginStore().then(() => found(null)))
  return (
    <section role="alert" aria-label={t('library.store')}>
      <Text c="var(--truce-crossed)">{t('library.store.damaged')}</Text>
      <Text size="sm" c="dimmed">
        {damage}
      </Text>
      <Button mt={4} onClick={begin}>
        {t('library.store.aside')}
      </Button>
    </section>
  )
}
