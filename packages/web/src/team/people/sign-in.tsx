import { Button, Group, PasswordInput, Text, TextInput, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { Ask, Part, Said } from './parts.tsx'
import styles from './people.module.css'
import { waysIn } from './people-api.ts'
import { SecondFactor, showPasskey } from './second-factor.tsx'
import { SetUpFactor } from './set-up-factor.tsx'
import { useDoing } from './use-doing.ts'

/** How far somebody has come. */
export interface Way {
  readonly next: 'sign-in' | 'second-factor' | 'set-up'
  readonly ways: readonly string[]
}

interface Props {
  /** Where it begins: a password may have been shown already. */
  readonly from: Way
  /** Why one is asked, where that is to be said. */
  readonly because?: string | undefined
  readonly onIn: () => void
}

const FIRST: Way = { next: 'sign-in', ways: [] }

/** Signs somebody in, step by step. */
export function SignIn({ from, because, onIn }: Props): ReactNode {
  const t = useMessages()
  const [way, go] = useState(from)
  const [doing, out] = [useDoing(), useDoing()]
  const after = ({ next, ways }: { readonly next: string; readonly ways: readonly string[] }) =>
    next === 'second-factor' || next === 'set-up' ? go({ next, ways }) : onIn()
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever goes by keys or hears the page begins at each step's title.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is another title
  useEffect(() => heading.current?.focus(), [way.next])
  const again = async (): Promise<void> => {
    await waysIn.out().catch(() => undefined)
    go(FIRST)
  }
  return (
    <div className={styles['entrance']}>
      <Title ref={heading} tabIndex={-1} order={1}>
        {t(`people.${way.next}`)}
      </Title>
      {because !== undefined && <Text role="status">{because}</Text>}
      {way.next === 'sign-in' && <FirstStep doing={doing} onNext={after} onIn={onIn} />}
      {way.next === 'second-factor' && <SecondFactor ways={way.ways} onShown={onIn} />}
      {way.next === 'set-up' && <SetUpFactor onDone={onIn} />}
      {way.next !== 'sign-in' && (
        <div>
          <TextLink onClick={() => void out.run(again)}>{t('people.as-another')}</TextLink>
        </div>
      )}
    </div>
  )
}

interface StepProps {
  readonly doing: ReturnType<typeof useDoing>
  readonly onNext: (answer: { readonly next: string; readonly ways: readonly string[] }) => void
  readonly onIn: () => void
}

/** A password, a passkey alone, or the service of an organisation. */
function FirstStep({ doing, onNext, onIn }: StepProps): ReactNode {
  const t = useMessages()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [issuers, setIssuers] = useState<readonly { id: string; name: string }[]>([])
  const other = useDoing()
  useEffect(() => {
    waysIn.issuers().then(
      (found) => setIssuers(found.issuers),
      () => undefined
    )
  }, [])
  const lead = (id: string) => async (): Promise<void> =>
    location.assign((await waysIn.issuer(id)).url)
  return (
    <>
      <Ask
        doing={doing}
        go={t('people.sign-in')}
        onGo={async () => onNext(await waysIn.password(email, password))}
      >
        <TextInput
          label={t('people.email')}
          type="email"
          value={email}
          autoComplete="username webauthn"
          required
          data-autofocus
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('people.password')}
          value={password}
          autoComplete="current-password"
          required
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </Ask>
      <Part title={t('people.otherwise')}>
        <Group gap="sm">
          <Button
            variant="default"
            loading={other.busy}
            onClick={() => void other.run(() => showPasskey().then(onIn))}
          >
            {t('people.passkey.alone')}
          </Button>
          {issuers.map(({ id, name }) => (
            <Button key={id} variant="default" onClick={() => void other.run(lead(id))}>
              {t('people.issuer', { name })}
            </Button>
          ))}
        </Group>
        <Said doing={other} />
        <Text c="dimmed">{t('people.locked-out')}</Text>
      </Part>
    </>
  )
}
