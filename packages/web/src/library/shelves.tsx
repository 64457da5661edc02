import { Anchor, Text, Title, UnstyledButton } from '@mantine/core'
import { useMessages } from '../messages/index.ts'
import { addressOf } from '../state/address.ts'
import { useNumbers } from '../ui/use-numbers.ts'
import styles from './library.module.css'
import type { Lists } from './lists.ts'
import { SHIPPED } from './shipped.ts'

/** Cases of one's own, the one changed last first. */
export function OwnCases({ lists: { own, passedBy } }: { readonly lists: Lists }): React.ReactNode {
  const t = useMessages()
  const { instant } = useNumbers()
  if (own.length === 0 && passedBy.length === 0) return null
  return (
    <section aria-labelledby="own">
      <Title order={2} id="own" className={styles['shelf']}>
        {t('library.own')}
      </Title>
      <ul className={styles['list']}>
        {own.map(({ id, title, view, changed }) => (
          <li key={id} className={styles['entry']}>
            <Anchor
              href={addressOf({ page: 'case', id, room: 'desk', focus: undefined })}
              className={styles['title']}
            >
              {title}
            </Anchor>
            {view !== null && <Text size="sm">{view}</Text>}
            <Text size="sm" c="dimmed">
              {t('library.changed', { when: instant(changed), folder: id })}
            </Text>
          </li>
        ))}
      </ul>
      {passedBy.map(({ name, why }) => (
        <Text key={name} size="sm" c="dimmed">
          {t('library.passed-by', { name, why })}
        </Text>
      ))}
    </section>
  )
}

/**
 * Cases that ship: opening one makes a copy in the workspace, or goes on with the copy that is
 * there.
 */
export function ShippedCases({
  lists: { shipped, own },
  onOpen
}: {
  readonly lists: Lists
  readonly onOpen: (id: string) => void
}): React.ReactNode {
  const t = useMessages()
  const copied = new Set(own.map(({ shippedFrom }) => shippedFrom))
  return (
    <section aria-labelledby="shipped">
      <Title order={2} id="shipped" className={styles['shelf']}>
        {t('library.shipped')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('library.shipped.about')}
      </Text>
      <ul className={styles['list']}>
        {shipped.map(({ id, title, view }) => (
          <li key={id} className={styles['entry']}>
            <UnstyledButton className={styles['title']} onClick={() => onOpen(id)}>
              {title}
            </UnstyledButton>
            {view !== null && <Text size="sm">{view}</Text>}
            <Contents id={id} copied={copied.has(id)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Contents({
  id,
  copied
}: {
  readonly id: string
  readonly copied: boolean
}): React.ReactNode {
  const t = useMessages()
  const contents = SHIPPED[id]
  const { parties, issues, proposals, graph } = contents ?? {
    parties: 0,
    issues: 0,
    proposals: 0,
    graph: false
  }
  const parts = [
    parties > 0 && t('library.parties', { count: parties }),
    issues > 0 && t('library.issues', { count: issues }),
    proposals > 0 && t('library.proposals', { count: proposals }),
    graph && t('library.graph'),
    copied && t('library.copied')
  ].filter((part) => part !== false)
  return parts.length === 0 ? null : (
    <Text size="sm" c="dimmed">
      {parts.join(' · ')}
    </Text>
  )
}
