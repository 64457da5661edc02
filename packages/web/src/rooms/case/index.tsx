import { Loader, SegmentedControl } from '@mantine/core'
import type { SourceFile } from '@truce/core'
import { judgementsIn } from '@truce/core/model'
import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import type { CaseView } from '../../state/workbench.ts'
import { RoomTitle } from '../../ui/room-title.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import sheet from './case.module.css'
import { citationsIn } from './citations.ts'
import { WHOLE_TEXT, wantedBy } from './focus.ts'
import { goTo } from './go-to.ts'
import { MarginNote } from './margin-note.tsx'
import { Reading } from './reading.tsx'
import type { Note, Room } from './room.ts'
import { RoomContext } from './room.ts'

const TextEditor = lazy(() => import('./editor/index.tsx'))

/**
 * The case itself: to be read as a document, each number with its source, or to be written as text.
 */
export default function CaseRoom() {
  const workbench = useWorkbench()
  const { view, focus } = workbench
  const wanted = wantedBy(focus)
  const isBroken = view.case === undefined && view.findings.length > 0
  const mode = view.case === undefined ? 'text' : wanted.mode
  // Only a case that was found broken is introduced as one; whoever is writing knows that the word
  // is not finished.
  const [wasRead, setWasRead] = useState(view.case !== undefined)
  if (view.case !== undefined && !wasRead) setWasRead(true)
  const { go } = workbench
  useEffect(() => {
    // Else the text would give way to the reading view at the very letter that mends it.
    if (isBroken && wanted.mode === 'read') go('case', WHOLE_TEXT)
  }, [isBroken, wanted.mode, go])
  // The address says which of the two is shown, so that it can be gone back to.
  const choose = (next: string): void =>
    workbench.go('case', next === 'text' ? WHOLE_TEXT : undefined)
  return (
    <div className={sheet.room}>
      <Head view={view} mode={mode} choose={choose} />
      {isBroken && !wasRead && <Broken />}
      {mode === 'text' ? (
        <Suspense fallback={<Loader size="sm" />}>
          <TextEditor workbench={workbench} at={wanted.at} />
        </Suspense>
      ) : (
        <ReadingRoom at={wanted.at} />
      )}
    </div>
  )
}

interface HeadProps {
  readonly view: CaseView
  readonly mode: 'read' | 'text'
  readonly choose: (mode: string) => void
}

function Head({ view, mode, choose }: HeadProps) {
  const t = useMessages()
  const errors = view.findings.filter(({ severity }) => severity === 'error').length
  const warnings = view.findings.filter(({ severity }) => severity === 'warning').length
  return (
    <>
      <RoomTitle
        beside={
          <div className={`${sheet.head} no-print`}>
            <SegmentedControl
              size="xs"
              aria-label={t('case.mode')}
              value={mode}
              onChange={choose}
              data={[
                { value: 'read', label: t('case.mode.read'), disabled: view.case === undefined },
                { value: 'text', label: t('case.mode.text') }
              ]}
            />
            {mode === 'read' && errors + warnings > 0 && (
              <TextLink bare onClick={() => choose('text')}>
                {t('case.findings.brief', { errors, warnings })}
              </TextLink>
            )}
          </div>
        }
      >
        {t('app.room.case')}
      </RoomTitle>
      {mode === 'read' && errors > 0 && <p role="status">{t('case.unsound')}</p>}
    </>
  )
}

function Broken() {
  const t = useMessages()
  return (
    <div role="alert" className={sheet.broken}>
      <b>{t('case.broken.title')}</b>
      <p>{t('case.broken.text')}</p>
    </div>
  )
}

const NO_FILES: readonly SourceFile[] = []

function ReadingRoom({ at }: { readonly at: string | undefined }) {
  const [note, setNote] = useState<Note>()
  const around = useRef<HTMLDivElement>(null)
  const { case: source, files } = useWorkbench().view
  const judgements = useMemo(
    () => new Map(judgementsIn(source).map((one) => [one.at, one])),
    [source]
  )
  // All texts are parsed for it, and only the sources show it.
  const cited = useDeferredValue(files, at === undefined ? NO_FILES : files)
  const citations = useMemo(() => citationsIn(cited), [cited])
  const [whole] = useState(at !== undefined)
  useEffect(() => {
    if (at !== undefined) goTo(at)
  }, [at])
  if (!source) return null
  const room: Room = {
    judgements,
    citations,
    open: setNote,
    opened: note
  }
  return (
    <RoomContext value={room}>
      <div ref={around} className={sheet.around}>
        <Reading whole={whole} />
        <MarginNote note={note} close={() => setNote(undefined)} around={around} />
      </div>
    </RoomContext>
  )
}
