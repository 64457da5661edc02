import { Button, FileInput, PasswordInput, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { download } from '../../ui/download.ts'
import styles from '../sharing/sharing.module.css'
import { keepSecret } from './key-keep.ts'
import { publish } from './papers-api.ts'
import { fromFile, groupsOf, newSecret, publicOf, toFile } from './sealed.ts'

/** A public key in groups of digits that are read out. */
export function Groups({ of }: { readonly of: string }): ReactNode {
  const [groups, setGroups] = useState<readonly string[]>([])
  useEffect(() => void groupsOf(of).then(setGroups), [of])
  return (
    <div className={styles['groups']}>
      {groups.map((group, place) => (
        // Groups may be alike; their places are what tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change their places
        <span key={place}>{group}</span>
      ))}
    </div>
  )
}

interface Props {
  readonly person: string
  readonly secret: string | undefined
  /** One's newest public key, as the server has it. */
  readonly newest: string | undefined
  readonly onChange: () => void
}

/** One's own key: made here, or taken in from its file; its digits; a copy. */
export function KeyPart({ person, secret, newest, onChange }: Props): ReactNode {
  const t = useMessages()
  const [own, setOwn] = useState<string>()
  useEffect(() => {
    setOwn(undefined)
    if (secret !== undefined) void publicOf(secret).then(setOwn)
  }, [secret])
  const isOther = own !== undefined && own !== newest
  return (
    <section>
      <details open={secret === undefined || isOther}>
        <summary>
          <Title order={2} display="inline">
            {t('sharing.key.title')}
          </Title>
        </summary>
        {secret === undefined && <Text>{t('sharing.key.none')}</Text>}
        {isOther && <Text role="alert">{t('sharing.key.other')}</Text>}
        {own !== undefined && (
          <>
            <Text>{t('sharing.key.yours')}</Text>
            <Groups of={own} />
            <Text size="sm" c="dimmed">
              {t('sharing.key.lost')}
            </Text>
          </>
        )}
        <KeyForms person={person} secret={secret} isOther={isOther} onChange={onChange} />
      </details>
    </section>
  )
}

interface FormsProps extends Pick<Props, 'person' | 'secret' | 'onChange'> {
  readonly isOther: boolean
}

function KeyForms({ person, secret, isOther, onChange }: FormsProps): ReactNode {
  const t = useMessages()
  const [phrase, setPhrase] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [state, setState] = useState<'working' | 'wrong'>()
  const work = async (does: () => Promise<boolean>): Promise<void> => {
    setState('working')
    setState((await does().catch(() => false)) ? undefined : 'wrong')
    onChange()
  }
  /** Kept here first: a key that was published and is nowhere would open nothing. */
  const take = async (found: string | undefined): Promise<boolean> => {
    if (found === undefined) return false
    await keepSecret(person, found)
    await publish(await publicOf(found))
    setPhrase('')
    return true
  }
  const save = async (): Promise<boolean> => {
    if (secret === undefined) return false
    const text = await toFile(secret, phrase)
    download('truce-key.age', new Blob([text]))
    setPhrase('')
    return true
  }
  const isNeeded = secret === undefined || isOther
  return (
    <>
      {isNeeded && (
        <Button
          loading={state === 'working'}
          onClick={() => void work(async () => take(await newSecret()))}
        >
          {t('sharing.key.make')}
        </Button>
      )}
      <div className={styles['form']}>
        {isNeeded && (
          <FileInput label={t('sharing.key.file')} value={file} onChange={setFile} accept=".age" />
        )}
        <PasswordInput
          label={t('sharing.key.passphrase')}
          description={t('sharing.key.passphrase.help')}
          value={phrase}
          autoComplete="off"
          onChange={(event) => setPhrase(event.currentTarget.value)}
        />
        {isNeeded ? (
          <Button
            variant="default"
            disabled={file === null || phrase === '' || state === 'working'}
            onClick={() =>
              void work(async () => take(await fromFile((await file?.text()) ?? '', phrase)))
            }
          >
            {t('sharing.key.take')}
          </Button>
        ) : (
          <Button
            variant="default"
            disabled={phrase.length < SHORTEST || state === 'working'}
            onClick={() => void work(save)}
          >
            {t('sharing.key.save')}
          </Button>
        )}
      </div>
      {state === 'wrong' && <Text role="alert">{t('sharing.key.wrong')}</Text>}
    </>
  )
}

const SHORTEST = 16
