import { Button, Drawer, Text } from '@mantine/core'
import type { SourceFile } from '@truce/core'
import type { VersionListBody } from '@truce/server'
import { memo, useEffect, useState } from 'react'
import { useMessages } from '../messages/index.ts'
import { api } from '../state/api.ts'
import { messageOf } from '../state/message-of.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import type { Saved } from '../state/workbench.ts'
import { Quiet } from '../ui/quiet.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { useNumbers } from '../ui/use-numbers.ts'
import { ChangeList } from './change-list.tsx'
import styles from './notes.module.css'

type Version = VersionListBody['versions'][number]

/** Versions shown at first, and more at a time. */
const AT_ONCE = 8

/** Every version of the case that the store keeps, and the way back to each. */
export const Versions = memo(function Versions({
  saved
}: {
  readonly saved: Saved
}): React.ReactNode {
  const t = useMessages()
  const [open, setOpen] = useState(false)
  return (
    <>
      <TextLink bare onClick={() => setOpen(true)}>
        {t('work.versions')}
      </TextLink>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="right"
        size="min(34rem, 100vw)"
        lockScroll={false}
        title={t('work.versions.title')}
        closeButtonProps={{ 'aria-label': t('work.versions.close') }}
      >
        {open && <List saved={saved} onDone={() => setOpen(false)} />}
      </Drawer>
    </>
  )
})

function List({
  saved,
  onDone
}: {
  readonly saved: Saved
  readonly onDone: () => void
}): React.ReactNode {
  const t = useMessages()
  const { id } = useWorkbench().view
  const [versions, setVersions] = useState<readonly Version[]>()
  const [error, setError] = useState<string>()
  const [most, setMost] = useState(AT_ONCE)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a save makes another version
  useEffect(() => {
    const failed = (reason: unknown): void => setError(messageOf(reason))
    api.versions(id).then((list) => setVersions(list.toReversed()), failed)
  }, [id, saved])
  if (error !== undefined) return <Text role="alert">{error}</Text>
  if (!versions) return <Quiet as="p">{t('app.loading')}</Quiet>
  const newest = versions.find(({ aside }) => !aside)?.version
  return (
    <>
      <Quiet as="p">{t('work.versions.about')}</Quiet>
      <ol className={styles['versions']}>
        {versions.slice(0, most).map((one) => (
          <li key={one.version}>
            <Entry version={one} before={beforeIn(versions, one)} onDone={onDone}>
              {one.version === newest ? <Quiet>{t('work.versions.now')}</Quiet> : null}
            </Entry>
          </li>
        ))}
      </ol>
      {versions.length > most ? (
        <TextLink onClick={() => setMost(most + AT_ONCE)}>{t('work.versions.more')}</TextLink>
      ) : null}
    </>
  )
}

/** The version that one is compared with: what it was made from, else the one before. */
function beforeIn(versions: readonly Version[], { base, version }: Version): number | undefined {
  return base ?? versions.find((one) => !one.aside && one.version < version)?.version
}

interface EntryProps {
  readonly version: Version
  readonly before: number | undefined
  readonly onDone: () => void
  /** Said in the place of the way back. */
  readonly children: React.ReactNode
}

function Entry({ version: one, before, onDone, children }: EntryProps): React.ReactNode {
  const t = useMessages()
  const { instant } = useNumbers()
  const { view, restore } = useWorkbench()
  const texts = useTexts(view.id, one.version)
  const old = useTexts(view.id, before)
  const { version, aside, origin } = one
  return (
    <>
      <p className={styles['version']}>
        <strong>{t('work.versions.one', { version })}</strong> {instant(one.at)},{' '}
        {t(`work.versions.${aside ? 'aside' : origin}`)}
      </p>
      {texts && old ? <ChangeList before={old} after={texts} /> : null}
      {children ?? (
        <Button
          size="compact-sm"
          variant="default"
          disabled={!texts}
          aria-label={t('work.versions.back.on', { version })}
          onClick={() => {
            if (texts) restore(texts, version)
            onDone()
          }}
        >
          {t('work.versions.back')}
        </Button>
      )}
    </>
  )
}

const fetched = new Map<string, Promise<readonly SourceFile[]>>()

/** The texts of a version, which never change. */
function useTexts(id: string, version: number | undefined): readonly SourceFile[] | undefined {
  const [texts, setTexts] = useState<readonly SourceFile[]>()
  useEffect(() => {
    if (version === undefined) return
    let gone = false
    const key = `${id} ${version}`
    const asked = fetched.get(key) ?? api.version(id, version)
    fetched.set(key, asked)
    asked.then(
      (files) => !gone && setTexts(files),
      () => fetched.delete(key)
    )
    return () => {
      gone = true
    }
  }, [id, version])
  return texts
}
