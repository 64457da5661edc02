import { Button, Group, Text, Title } from '@mantine/core'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { SettingsMenu } from '../app/settings-menu.tsx'
import { keepStop, STOPS, TOUR_CASE } from '../app/tour-steps.ts'
import { useMessages } from '../messages/index.ts'
import { goTo } from '../state/address.ts'
import { api } from '../state/api.ts'
import { messageOf } from '../state/message-of.ts'
import type { Room } from '../state/workbench.ts'
import { ImportBox } from './import-box.tsx'
import { idFrom } from './import-case.ts'
import styles from './library.module.css'
import type { Lists } from './lists.ts'
import { loadLists, openShipped } from './lists.ts'
import type { NewCase } from './new-case.ts'
import { OwnCases, ShippedCases } from './shelves.tsx'
import { StoreNote } from './store-note.tsx'
import { useStandings } from './use-standings.ts'

/** Writes a new case. What writes the case language comes when it is needed. */
async function made(answers: NewCase): Promise<{ readonly id: string }> {
  const { newCaseFiles } = await import('./new-case.ts')
  const files = newCaseFiles(answers, new Date().toISOString().slice(0, 10))
  return await api.make({ from: 'files', files: [...files], id: idFrom(answers.title) })
}

/** Comes after the page: its words are those of all reports. */
const AnswerPicture = lazy(() => import('./answer-picture.tsx'))

/** Of a team's server alone. */
const OwnRecords = lazy(() =>
  import('../team/sharing/own-records.tsx').then(({ OwnRecords: it }) => ({ default: it }))
)

/** Comes when it is asked for: it knows more of the case language than the start page needs. */
const NewCaseForm = lazy(() => import('./new-case-form.tsx'))

/** The start page: cases that ship, cases of one's own, and the ways to begin another. */
export default function Library(): React.ReactNode {
  const t = useMessages()
  const [lists, setLists] = useState<Lists>()
  const [trouble, setTrouble] = useState<string>()
  const [isAsking, ask] = useState(false)
  const standings = useStandings(lists)
  const opener = useRef<HTMLButtonElement>(null)
  const failed = useCallback((error: unknown) => setTrouble(messageOf(error)), [])
  useEffect(() => {
    document.title = 'Truce'
    loadLists(api).then(setLists, failed)
  }, [failed])
  const done = (work: Promise<unknown>): void => {
    setTrouble(undefined)
    void work
      .catch(failed)
      .then(() => loadLists(api))
      .then(setLists, failed)
  }
  const open = (id: string, room: Room = 'desk'): void =>
    goTo({ page: 'case', id, room, focus: undefined })
  const openCopy = (library: string): void =>
    void openShipped(api, library).then((id) => open(id), failed)
  const begin = (answers: NewCase): void =>
    void made(answers).then(({ id }) => open(id, 'case'), failed)
  const tour = (): void =>
    void openShipped(api, TOUR_CASE).then((id) => {
      keepStop(id, 0)
      open(id, STOPS[0]?.room)
    }, failed)
  return (
    <>
      <header className={styles['header']}>
        <div className={styles['line']}>
          <Title order={1}>Truce</Title>
          <SettingsMenu />
        </div>
        <div className={styles['first']}>
          <div>
            <Text className={styles['lead']}>{t('library.lead')}</Text>
            <Group gap="sm" mt="md">
              <Button onClick={tour}>{t('library.tour')}</Button>
              <Button
                ref={opener}
                variant="default"
                aria-expanded={isAsking}
                onClick={() => ask(!isAsking)}
              >
                {t('library.new')}
              </Button>
            </Group>
          </div>
          <Suspense fallback={<div className={styles['awaited']} />}>
            <AnswerPicture onOpen={openCopy} />
          </Suspense>
        </div>
        <StoreNote onDone={done} />
        {isAsking && (
          <Suspense fallback={null}>
            <NewCaseForm
              begin={begin}
              close={() => {
                ask(false)
                opener.current?.focus()
              }}
            />
          </Suspense>
        )}
        {trouble !== undefined && (
          <Text role="alert" c="var(--truce-crossed)" mt="md">
            {trouble}
          </Text>
        )}
      </header>
      <main className={styles['main']}>
        {standings && (
          <Suspense fallback={null}>
            <OwnRecords records={standings.records} heading={styles['shelf']} />
          </Suspense>
        )}
        <ImportBox onMade={open} />
        {lists && <OwnCases lists={lists} standings={standings} onDone={done} />}
        {lists && <ShippedCases lists={lists} onOpen={openCopy} />}
      </main>
    </>
  )
}
