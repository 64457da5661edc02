import { Anchor, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { lazy, Suspense, useCallback, useEffect } from 'react'
import { SettingsMenu } from '../../app/settings-menu.tsx'
import { useMessages } from '../../messages/index.ts'
import { addressOf } from '../../state/address.ts'
import { api } from '../../state/api.ts'
import { Acts } from './acts.tsx'
import { CaseSharing } from './case-sharing.tsx'
import { KnownTo } from './known-to.tsx'
import { OwnRecords } from './own-records.tsx'
import styles from './sharing.module.css'
import { StandingLine } from './standing-line.tsx'
import { standingOf } from './standings.ts'
import { team } from './team-api.ts'
import { Tracks } from './tracks.tsx'
import { useTold } from './use-told.ts'

/** Comes when a track is opened: it seals and opens papers. */
const Papers = lazy(() => import('../papers/papers.tsx'))

/** Who shares what with whom on a team's server: of a case, of a track, or all of it. */
export default function SharingPage({ of }: { readonly of: readonly string[] }): ReactNode {
  const t = useMessages()
  const [kind, id] = of
  useEffect(() => {
    document.title = `${t('sharing.title')} · Truce`
  }, [t])
  return (
    <div className={styles['page']}>
      <header className={styles['line']}>
        <Title order={1}>{t('sharing.title')}</Title>
        <nav>
          <Anchor href="#/">{t('sharing.cases')}</Anchor>
          {' · '}
          {kind !== undefined && (
            <>
              <Anchor href={addressOf({ page: 'sharing', of: [] })}>{t('sharing.all')}</Anchor>
              {' · '}
            </>
          )}
          <SettingsMenu />
        </nav>
      </header>
      <Suspense fallback={null}>
        <Shown kind={kind} id={id} key={of.join('/')} />
      </Suspense>
    </div>
  )
}

interface ShownProps {
  readonly kind: string | undefined
  readonly id: string | undefined
}

function Shown({ kind, id }: ShownProps): ReactNode {
  const ask = useCallback(async () => {
    const [me, organisations, tracks, records, { cases }] = await Promise.all([
      team.me(),
      team.organisations(),
      team.tracks(),
      team.ownRecords(),
      api.cases()
    ])
    const titles = new Map(cases.map(({ id: one, title }) => [one, title]))
    return { me, organisations, tracks, records, titles }
  }, [])
  const { told, trouble, act } = useTold(ask)
  if (trouble !== undefined && !told) return <Text role="alert">{trouble}</Text>
  if (!told) return null
  if (kind === 'case' && id !== undefined) return <CaseSharing id={id} {...told} />
  const track = told.tracks.find((one) => one.id === id)
  if (kind === 'track' && track) return <Papers track={track} me={told.me} />
  return (
    <>
      <Own {...told} />
      <OwnRecords records={told.records} />
      <KnownTo {...told} />
      <Tracks {...told} act={act} trouble={trouble} />
      {told.me.organisations
        .filter(({ role }) => role === 'lead')
        .map((one) => (
          <Acts key={one.id} organisation={one} />
        ))}
    </>
  )
}

/** Every case that one may read, whose it is, and what one may do with it. */
function Own(props: Omit<Parameters<typeof CaseSharing>[0], 'id'>): ReactNode {
  const t = useMessages()
  const { me, titles } = props
  return (
    <section>
      <Title order={2}>{t('sharing.yours')}</Title>
      {me.organisations.map(({ id, name, role }) => (
        <Text key={id}>{t('sharing.role', { name, role: t(`sharing.role.${role}`) })}</Text>
      ))}
      <ul className={styles['list']}>
        {me.cases.map((one) => (
          <li key={one.id}>
            <Anchor href={addressOf({ page: 'sharing', of: ['case', one.id] })}>
              {titles.get(one.id) ?? one.id}
            </Anchor>
            <Text span size="sm" c="dimmed">
              <StandingLine standing={standingOf(one, props)} />
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
