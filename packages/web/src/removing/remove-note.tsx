import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '../messages/index.ts'
import { messageOf } from '../state/message-of.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import { useGround } from '../ui/ground.ts'
import { pointerWords } from '../ui/names.ts'
import styles from '../ui/ui.module.css'
import type { Removal } from './removal.ts'
import { removalOf, removed } from './removal.ts'

/** Asks before an entry is removed, and says what else names it and would go with it. */
export function RemoveNote({
  at,
  what,
  close
}: {
  readonly at: string
  readonly what: string
  readonly close: () => void
}): ReactNode {
  const t = useMessages()
  const { engine, view, change } = useWorkbench()
  const { files } = view
  const lane = useId()
  const [removal, found] = useState<Removal>()
  const [trouble, failed] = useState<string>()
  const around = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const stopper = new AbortController()
    const { signal } = stopper
    removalOf(files, at, (tried) => engine.ask('trial', { files: tried }, { lane, signal })).then(
      (made) => signal.aborted || found(made),
      (error: unknown) => signal.aborted || failed(messageOf(error))
    )
    return () => stopper.abort()
  }, [engine, files, at, lane])
  useEffect(() => {
    if (removal) around.current?.querySelector('button')?.focus()
  }, [removal])
  const remove = (): void => {
    close()
    change(removed(at, removal?.also ?? []), t('work.remove.did', { what }))
  }
  return (
    <div
      ref={around}
      role="alertdialog"
      aria-label={t('work.remove.label', { what })}
      className={styles['note']}
    >
      {trouble !== undefined && <p role="alert">{trouble}</p>}
      {!removal && trouble === undefined && <p role="status">{t('work.remove.looking')}</p>}
      {removal && <Told what={what} removal={removal} />}
      <Group gap="xs">
        {removal && (
          <Button size="compact-sm" onClick={remove}>
            {t(removal.also.length === 0 ? 'work.remove.go' : 'work.remove.all', {
              n: removal.also.length
            })}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={close}>
          {t('work.remove.leave')}
        </Button>
      </Group>
    </div>
  )
}

function Told({
  what,
  removal: { also, missed }
}: {
  readonly what: string
  readonly removal: Removal
}): ReactNode {
  const t = useMessages()
  const names = useGround()
  return (
    <>
      <p>
        {t(also.length === 0 ? 'work.remove.ask' : 'work.remove.named', { what, n: also.length })}
      </p>
      {also.length > 0 && (
        <ul>
          {also.map((place) => (
            <li key={place}>{pointerWords(place.split('/'), names)}</li>
          ))}
        </ul>
      )}
      {missed.length > 0 && (
        <>
          <p>{t('work.remove.missed')}</p>
          <ul>
            {missed.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
