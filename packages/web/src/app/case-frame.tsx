import { Anchor, Text, Title, UnstyledButton } from '@mantine/core'
import type { RefObject } from 'react'
import { memo, Suspense, useEffect, useMemo, useRef } from 'react'
import type { Engine } from '../engine/protocol.ts'
import { useLanguage, useMessages } from '../messages/index.ts'
import { addressOf } from '../state/address.ts'
import type { CaseStore } from '../state/case-store.ts'
import type { Did } from '../state/did.ts'
import { useOpened, useWorkbench, WorkbenchContext } from '../state/use-workbench.ts'
import type { Room, Saved, Workbench } from '../state/workbench.ts'
import { ROOMS } from '../state/workbench.ts'
import type { Ground } from '../ui/ground.ts'
import { GroundContext } from '../ui/ground.ts'
import { namesIn } from '../ui/names.ts'
import { TextLink } from '../ui/text-link.tsx'
import { useStuckHeight } from '../ui/use-stuck-height.ts'
import styles from './case-frame.module.css'
import { ConflictNote } from './conflict-note.tsx'
import { useDidWords } from './did-words.ts'
import { FindingsNote } from './findings-note.tsx'
import { JoinedNote } from './joined-note.tsx'
import { ReportMenu } from './report.tsx'
import { PAGE_OF } from './rooms.tsx'
import { SavedState } from './saved-state.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import { Tour } from './tour.tsx'
import { Trouble } from './trouble.tsx'
import { useUndoKeys } from './use-undo-keys.ts'
import { Versions } from './versions.tsx'
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
  const { workbench, shown } = useOpened(store, engine, focus)
  const { view } = workbench
  const ground = useMadeGround(workbench)
  const title = ground?.text(ground.source.title) || view.id
  const header = useStuckHeight<HTMLElement>('--truce-header')
  const heading = useFocusOnOpening()
  useUndoKeys(workbench)
  useEffect(() => store.enter(room), [store, room])
  useEffect(() => {
    document.title = `${t(`app.room.${room}`)} · ${title} · Truce`
  }, [title, room, t])
  return (
    <WorkbenchContext value={workbench}>
      <UnstyledButton
        className={styles['skip']}
        onClick={() => document.querySelector<HTMLElement>('#room')?.focus()}
      >
        {t('app.skip')}
      </UnstyledButton>
      <header ref={header} className={styles['header']} data-room={room}>
        <div className={styles['line']}>
          <Anchor href="#/" className={styles['home']}>
            Truce
          </Anchor>
          <Title ref={heading} tabIndex={-1} order={1} className={styles['title']}>
            {title}
          </Title>
          <Tools store={store} saved={shown.saved} reason={shown.reason} />
        </div>
        <Moving room={room} />
        <Rooms id={view.id} room={room} />
      </header>
      {shown.conflict && <ConflictNote conflict={shown.conflict} onSettle={store.settle} />}
      <JoinedNote />
      {shown.refused !== undefined && (
        <Text role="alert" className={styles['refused']}>
          {shown.refused}
        </Text>
      )}
      <FindingsNote room={room} />
      <main id="room" tabIndex={-1} className={styles['room']} data-room={room}>
        <Trouble key={room}>
          <Suspense fallback={<Waiting />}>
            <GroundContext value={ground}>
              <Entered room={room} />
            </GroundContext>
          </Suspense>
        </Trouble>
      </main>
      <Tour />
    </WorkbenchContext>
  )
}

/** Whoever opened the case by a key begins at its title, not at the top of an empty page. */
function useFocusOnOpening(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body)
      heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}

/** What stays the same for as long as the case and the language do. */
function useMadeGround({ view: { case: source }, show }: Workbench): Ground | undefined {
  const language = useLanguage()
  return useMemo(
    () => (source ? { ...namesIn(source, language), show } : undefined),
    [source, language, show]
  )
}

/**
 * The room; until the case is first understood, only the room of the text itself can do something
 * with a text that cannot be read. It is not drawn anew when only the frame has news, as of saving.
 */
const Entered = memo(function Entered({ room }: { readonly room: Room }): React.ReactNode {
  const t = useMessages()
  const { view } = useWorkbench()
  const Page = PAGE_OF[room]
  if (view.case || (room === 'case' && view.findings.length > 0)) return <Page />
  return view.findings.length > 0 ? <Text>{t('app.unread')}</Text> : <Waiting />
})

const Rooms = memo(function Rooms({
  id,
  room
}: {
  readonly id: string
  readonly room: Room
}): React.ReactNode {
  const t = useMessages()
  const nav = useRef<HTMLElement>(null)
  // on a narrow page the line of rooms scrolls: the room one is in is on it, wherever it stands
  // biome-ignore lint/correctness/useExhaustiveDependencies: another room is another place of the line
  useEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (nav.current && here) nav.current.scrollLeft = here.offsetLeft - nav.current.offsetLeft
  }, [room])
  return (
    <nav ref={nav} aria-label={t('app.rooms')} className={styles['rooms']}>
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
})

interface ToolsProps {
  readonly store: CaseStore
  readonly saved: Saved
  readonly reason: string | undefined
}

function Tools({ store, saved, reason }: ToolsProps): React.ReactNode {
  const t = useMessages()
  const { undoes, redoes, undo, redo } = useWorkbench()
  const words = useDidWords()
  const named = (key: string, did: Did | undefined): string =>
    did ? t(`work.${key}.of`, { did: words(did) }) : t(`app.${key}`)
  return (
    <div className={`${styles['tools']} no-print`}>
      <SavedState saved={saved} reason={reason} onRetry={() => void store.saveNow()} />
      <TextLink bare disabled={!undoes} onClick={undo} aria-keyshortcuts="Control+Z Meta+Z">
        <span className={styles['step']}>{named('undo', undoes)}</span>
      </TextLink>
      <TextLink
        bare
        disabled={!redoes}
        onClick={redo}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
      >
        <span className={styles['step']}>{named('redo', redoes)}</span>
      </TextLink>
      <Versions saved={saved} />
      <ReportMenu />
      <SettingsMenu />
    </div>
  )
}

/** What was taken back or done again: shown where it is not seen in this room, else only told. */
function Moving({ room }: { readonly room: Room }): React.ReactNode {
  const t = useMessages()
  const { moved } = useWorkbench()
  const words = useDidWords()
  const said = moved && t(`work.moved.${moved.way}`, { did: words(moved.did) })
  const isElsewhere = moved !== undefined && moved.did.room !== room
  const where = moved && t(`app.room.${moved.did.room}`)
  return (
    <div role="status" className={isElsewhere ? styles['moved'] : styles['unseen']}>
      {isElsewhere ? t('work.moved.there', { moved: said ?? '', room: where ?? '' }) : said}
    </div>
  )
}
