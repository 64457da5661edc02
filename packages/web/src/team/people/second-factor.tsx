import { Button, Group, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { Ask, CodeInput, Said } from './parts.tsx'
import { waysIn } from './people-api.ts'
import { useDoing } from './use-doing.ts'

/** Has the browser show a passkey. */
export async function showPasskey(): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = await waysIn.passkeyAsked()
  await waysIn.passkey(await startAuthentication({ optionsJSON }))
}

/** Shows the second factor in one of the ways that were set up. */
export function SecondFactor({
  ways,
  onShown
}: {
  readonly ways: readonly string[]
  readonly onShown: () => void
}): ReactNode {
  const t = useMessages()
  const [isPaper, takePaper] = useState(!ways.includes('code') && !ways.includes('passkey'))
  const [code, write] = useState('')
  const [doing, other] = [useDoing(), useDoing()]
  const show = async (): Promise<void> => {
    await (isPaper ? waysIn.backupCode(code.trim()) : waysIn.code(code))
    onShown()
  }
  const asksCode = isPaper || ways.includes('code')
  return (
    <>
      {ways.includes('passkey') && !isPaper && (
        <Group gap="sm">
          <Button
            variant={asksCode ? 'default' : 'filled'}
            loading={other.busy}
            onClick={() => void other.run(() => showPasskey().then(onShown))}
          >
            {t('people.passkey.show')}
          </Button>
        </Group>
      )}
      <Said doing={other} />
      {asksCode && (
        <Ask doing={doing} go={t('people.go-on')} onGo={show}>
          {isPaper ? (
            <TextInput
              label={t('people.paper')}
              description={t('people.paper.about')}
              value={code}
              autoComplete="off"
              required
              data-autofocus
              onChange={(event) => write(event.currentTarget.value)}
            />
          ) : (
            <CodeInput value={code} onChange={write} />
          )}
        </Ask>
      )}
      {ways.includes('backup-code') && (
        <div>
          <TextLink
            onClick={() => {
              takePaper(!isPaper)
              write('')
            }}
          >
            {t(isPaper ? 'people.paper.not' : 'people.paper.use')}
          </TextLink>
        </div>
      )}
    </>
  )
}
