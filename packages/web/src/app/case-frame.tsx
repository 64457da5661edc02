import { Anchor, Text, Title, UnstyledButton } from '@mantine/core'
import { Suspense, useEffect } from 'react'
import type { Engine } from '../engine/protocol.ts'
import { useMessages } from '../messages/index.ts'
import { addressOf } from '../state/address.ts'
import type { CaseStore } from '../state/case-store.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import type { Room, Workbench } from '../state/workbench.ts'
import { ROOMS } from '../state/workbench.ts'
import styles from './case-frame.module.css'
import { ConflictNote } from './conflict-note.tsx'
import { FindingsNote } from './findings-note.tsx'
import { ReportMenu } from './report.tsx'
import { PAGE_OF } from './rooms.tsx'
import { SavedState } from './saved-state.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import { titleOf } from './title.ts'
import { Tour } from './tour.tsx'
import { Trouble } from './trouble.tsx'
import { useUndoKeys } from './use-undo-keys.ts'
import { Waiting } from './waiting.tsx'

interface Props {
  readonly store: CaseStore
  readonly engine: Engine
  readonly room: Room
  readonly focus: string | undefined
}

/**
 * What stands around every room: the case's title, the rooms, undo, whether it is saved, what is
 * wrong with the text.
 */
export function CaseFrame({ store, engine, room, focus }: Props): React.ReactNode {
  const t = useMessages()
  const { workbench, shown } = useWorkbench(store, engine, focus)
  const { view } = workbench
  const title = titleOf(view)
  const Page = PAGE_OF[room]
  useUndoKeys(workbench)
  useEffect(() => {
    document.title = `${t(`app.room.${room}`)} · ${title} · Truce`
  }, [title, room, t])
  return (
    <>
      <UnstyledButton
        className={styles['skip']}
        onClick={() => document.querySelector<HTMLElement>('#room')?.focus()}
      >
        {t('app.skip')}
      </UnstyledButton>
      <header className={styles['header']}>
        <div className={styles['line']}>
          <Anchor href="#/" className={styles['home']}>
            Truce
          </Anchor>
          <Title order={1} className={styles['title']}>
            {title}
          </Title>
          <Tools workbench={workbench} store={store} reason={shown.reason} />
        </div>
        <Rooms id={view.id} room={room} />
      </header>
      {shown.conflict && <ConflictNote conflict={shown.conflict} onSettle={store.settle} />}
      {shown.refused !== undefined && (
        <Text role="alert" className={styles['refused']}>
          {shown.refused}
        </Text>
      )}
      <FindingsNote workbench={workbench} room={room} />
      <main id="room" tabIndex={-1} className={styles['room']}>
        <Trouble key={room}>
          <Suspense fallback={<Waiting />}>
            {view.case ? (
              <Page workbench={workbench} />
            ) : (
              <Unread workbench={workbench} page={Page} room={room} />
            )}
          </Suspense>
        </Trouble>
      </main>
      <Tour workbench={workbench} />
    </>
  )
}

/**
 * Until the case is first understood: only the room of the text itself can do something with a text
 * that cannot be read.
 */
function Unread({
  workbench,
  page: Page,
  room
}: {
  readonly workbench: Workbench
  readonly page: (typeof PAGE_OF)[Room]
  readonly room: Room
}): React.ReactNode {
  const t = useMessages()
  if (room === 'case' && workbench.view.findings.length > 0) return <Page workbench={workbench} />
  return workbench.view.findings.length > 0 ? <Text>{t('app.unread')}</Text> : <Waiting />
}

function Rooms({ id, room }: { readonly id: string; readonly room: Room }): React.ReactNode {
  const t = useMessages()
  return (
    <nav aria-label={t('app.rooms')} className={styles['rooms']}>
      {ROOMS.map((one) => (
        <a
          key={one}
          href={addressOf({ page: 'case', id, room: one, focus: undefined })}
          aria-current={one === room ? 'page' : undefined}
          className={styles['link']}
        >
          {t(`app.room.${one}`)}
        </a>
      ))}
    </nav>
  )
}

interface ToolsProps {
  readonly workbench: Workbench
  readonly store: CaseStore
  readonly reason: string | undefined
}

function Tools({ workbench, store, reason }: ToolsProps): React.ReactNode {
  const t = useMessages()
  const { canUndo, canRedo, undo, redo, view } = workbench
  return (
    <div className={`${styles['tools']} no-print`}>
      <SavedState saved={view.saved} reason={reason} onRetry={() => void store.saveNow()} />
      <UnstyledButton
        className={styles['tool']}
        disabled={!canUndo}
        onClick={undo}
        aria-keyshortcuts="Control+Z Meta+Z"
      >
        {t('app.undo')}
      </UnstyledButton>
      <UnstyledButton
        className={styles['tool']}
        disabled={!canRedo}
        onClick={redo}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
      >
        {t('app.redo')}
      </UnstyledButton>
      <ReportMenu workbench={workbench} />
      <SettingsMenu />
    </div>
  )
}
