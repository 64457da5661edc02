import { Button, Group, Text, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { download } from '../../ui/download.ts'
import { Ask, CodeInput, Part, Said } from './parts.tsx'
import styles from './people.module.css'
import { ownAccount } from './people-api.ts'
import { Qr } from './qr.tsx'
import { useDoing } from './use-doing.ts'

/** Told of codes on paper that are new; none where there are some already. */
type Kept = (backupCodes: readonly string[]) => void

/** Sets an app for codes up: its secret as a picture and as text, then a code of it. */
export function SetUpCodes({ onKept }: { readonly onKept: Kept }): ReactNode {
  const t = useMessages()
  const [begun, begin] = useState<{ readonly secret: string; readonly uri: string }>()
  const [code, write] = useState('')
  const [doing, starting] = [useDoing(), useDoing()]
  if (!begun)
    return (
      <>
        <Text>{t('people.codes.about')}</Text>
        <Said doing={starting} />
        <Group>
          <Button
            loading={starting.busy}
            onClick={() => void starting.run(async () => begin(await ownAccount.beginCodes()))}
          >
            {t('people.codes.begin')}
          </Button>
        </Group>
      </>
    )
  const confirm = async (): Promise<void> =>
    onKept((await ownAccount.confirmCodes(code)).backupCodes)
  return (
    <>
      <Text>{t('people.codes.read')}</Text>
      <div className={styles['pair']}>
        <Qr text={begun.uri} />
        <div className={styles['part']}>
          <Text>
            {t('people.codes.secret')} <code className={styles['secret']}>{begun.secret}</code>
          </Text>
          <a href={begun.uri}>{t('people.codes.here')}</a>
        </div>
      </div>
      <Ask doing={doing} go={t('people.codes.confirm')} onGo={confirm}>
        <CodeInput value={code} onChange={write} />
      </Ask>
    </>
  )
}

/** Has the browser make a passkey. */
export function AddPasskey({ onKept }: { readonly onKept: Kept }): ReactNode {
  const t = useMessages()
  const [name, write] = useState('')
  const doing = useDoing()
  const add = async (): Promise<void> => {
    const { startRegistration } = await import('@simplewebauthn/browser')
    const optionsJSON = await ownAccount.passkeyAsked()
    const made = await startRegistration({ optionsJSON })
    onKept((await ownAccount.addPasskey(name.trim(), made)).backupCodes)
    write('')
  }
  return (
    <Ask doing={doing} go={t('people.passkey.add')} onGo={add}>
      <TextInput
        label={t('people.passkey.name')}
        description={t('people.passkey.about')}
        value={name}
        maxLength={100}
        autoComplete="off"
        required
        onChange={(event) => write(event.currentTarget.value)}
      />
    </Ask>
  )
}

/** Codes on paper, shown this once: to be printed, saved, or written down. */
export function BackupCodes({
  codes,
  onDone
}: {
  readonly codes: readonly string[]
  readonly onDone: () => void
}): ReactNode {
  const t = useMessages()
  const save = (): void =>
    download('truce-codes.txt', new Blob([`${codes.join('\n')}\n`], { type: 'text/plain' }))
  return (
    <Part title={t('people.paper.title')}>
      <Text>{t('people.paper.once')}</Text>
      <ul className={styles['codes']}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Group gap="sm" className="no-print">
        <Button onClick={onDone}>{t('people.paper.kept')}</Button>
        <Button variant="default" onClick={() => print()}>
          {t('people.paper.print')}
        </Button>
        <Button variant="default" onClick={save}>
          {t('people.paper.save')}
        </Button>
      </Group>
    </Part>
  )
}

/** The first second factor: an app for codes or a passkey, then the codes on paper. */
export function SetUpFactor({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useMessages()
  const [codes, keep] = useState<readonly string[]>()
  const kept: Kept = (made) => (made.length > 0 ? keep(made) : onDone())
  if (codes) return <BackupCodes codes={codes} onDone={onDone} />
  return (
    <>
      <Text>{t('people.set-up.about')}</Text>
      <Part title={t('people.codes')}>
        <SetUpCodes onKept={kept} />
      </Part>
      <Part title={t('people.passkey')}>
        <AddPasskey onKept={kept} />
      </Part>
    </>
  )
}
