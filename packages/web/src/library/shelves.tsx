import { Anchor, Text, Title, UnstyledButton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useMessages } from '../messages/index.ts'
import { addressOf } from '../state/address.ts'
import { api } from '../state/api.ts'
import type { Standing, Standings } from '../team/sharing/standings.ts'
import { TextLink } from '../ui/text-link.tsx'
import { useNumbers } from '../ui/use-numbers.ts'
import styles from './library.module.css'
import type { Lists } from './lists.ts'
import { OwnCaseMenu } from './own-case.tsx'
import { SHIPPED } from './shipped.ts'

/** Of a team's server alone. */
const StandingLine = lazy(() =>
  import('../team/sharing/standing-line.tsx').then(({ StandingLine: it }) => ({ default: it }))
)

interface OwnProps {
  readonly lists: Lists
  /** How one stands to each, on a team's server. */
  readonly standings: Standings | undefined
  /** Told of each change of the list while it is under way. */
  readonly onDone: (done: Promise<unknown>) => void
}

/** Cases of one's own, the one changed last first, and those that can be put back. */
export function OwnCases({
  lists: { own, passedBy, removed },
  standings,
  onDone
}: OwnProps): React.ReactNode {
  const t = useMessages()
  const { instant } = useNumbers()
  if (own.length + passedBy.length + removed.length === 0) return null
  return (
    <section aria-labelledby="own">
      <Title order={2} id="own" className={styles['shelf']}>
        {t('library.own')}
      </Title>
      <ul className={styles['list']}>
        {own.map(({ id, title, view, changed }) => (
          <li key={id} className={styles['entry']}>
            <div className={styles['line']}>
              <Anchor
                href={addressOf({ page: 'case', id, room: 'desk', focus: undefined })}
                className={styles['title']}
              >
                {title}
              </Anchor>
              <OwnCaseMenu
                id={id}
                title={title}
                may={standings?.cases.get(id)?.may}
                onDone={onDone}
              />
            </div>
            {view !== null && <Text size="sm">{view}</Text>}
            <CaseStanding standing={standings?.cases.get(id)} />
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
      {removed.length > 0 && (
        <details className={styles['removed']}>
          <summary>{t('library.removed')}</summary>
          {removed.map((id) => (
            <Text key={id} size="sm">
              {id}{' '}
              <TextLink
                onClick={() => onDone(api.putBack(id))}
                aria-label={t('library.removed.back.on', { id })}
              >
                {t('library.removed.back')}
              </TextLink>
            </Text>
          ))}
        </details>
      )}
    </section>
  )
}

function CaseStanding({ standing }: { readonly standing: Standing | undefined }): React.ReactNode {
  return (
    standing && (
      <Text size="sm">
        <Suspense fallback={null}>
          <StandingLine standing={standing} />
        </Suspense>
      </Text>
    )
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
