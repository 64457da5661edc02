import { Button, Group, Text, Title } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { SettingsMenu } from '../app/settings-menu.tsx'
import { keepStop, STOPS, TOUR_CASE } from '../app/tour-steps.ts'
import { useMessages } from '../messages/index.ts'
import { goTo } from '../state/address.ts'
import { api } from '../state/api.ts'
import { messageOf } from '../state/message-of.ts'
import type { Room } from '../state/workbench.ts'
import { AnswerPicture } from './answer-picture.tsx'
import { ImportBox } from './import-box.tsx'
import styles from './library.module.css'
import type { Lists } from './lists.ts'
import { loadLists, openShipped } from './lists.ts'
import { OwnCases, ShippedCases } from './shelves.tsx'

/** The start page: cases that ship, cases of one's own, and the ways to begin another. */
export default function Library(): React.ReactNode {
  const t = useMessages()
  const [lists, setLists] = useState<Lists>()
  const [trouble, setTrouble] = useState<string>()
  const failed = useCallback((error: unknown) => setTrouble(messageOf(error)), [])
  useEffect(() => {
    document.title = 'Truce'
    loadLists(api).then(setLists, failed)
  }, [failed])
  const open = (id: string, room: Room = 'desk'): void =>
    goTo({ page: 'case', id, room, focus: undefined })
  const openCopy = (library: string): void =>
    void openShipped(api, library).then((id) => open(id), failed)
  const begin = (): void => void api.make({ from: 'new' }).then(({ id }) => open(id), failed)
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
              <Button variant="default" onClick={begin}>
                {t('library.new')}
              </Button>
            </Group>
          </div>
          <AnswerPicture onOpen={openCopy} />
        </div>
        {trouble !== undefined && (
          <Text role="alert" c="var(--truce-crossed)" mt="md">
            {trouble}
          </Text>
        )}
      </header>
      <main className={styles['main']}>
        {lists && <OwnCases lists={lists} />}
        {lists && <ShippedCases lists={lists} onOpen={openCopy} />}
        <ImportBox onMade={open} />
      </main>
    </>
  )
}
