import { Button, NativeSelect, Text, TextInput } from '@mantine/core'
import type { PeopleListBody, RecoveryListBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { Ask, LinkOnce, Part, Said } from './parts.tsx'
import styles from './people.module.css'
import { administration } from './people-api.ts'
import { useDoing } from './use-doing.ts'

/** How somebody gets back in: one administrator asks, another agrees. */
export function Recoveries({
  people,
  onDone
}: {
  readonly people: PeopleListBody['people']
  readonly onDone: () => void
}): ReactNode {
  const t = useMessages()
  const [doing, asking] = [useDoing(), useDoing()]
  const [list, setList] = useState<RecoveryListBody['recoveries']>([])
  const [person, setPerson] = useState('')
  const [because, setBecause] = useState('')
  const [made, setMade] = useState<{ readonly link: string; readonly name: string }>()
  const load = async (): Promise<void> => setList((await administration.recoveries()).recoveries)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(() => void doing.run(load), [])
  const ask = async (): Promise<void> => {
    await administration.recover(person, because.trim())
    setBecause('')
    await load()
    onDone()
  }
  const agree = (id: string, name: string): void =>
    void doing.run(async () => {
      setMade({ ...(await administration.approve(id)), name })
      await load()
      onDone()
    })
  return (
    <Part title={t('people.recovery')}>
      <Text>{t('people.recovery.about')}</Text>
      <ul className={styles['rows']}>
        {list.map(({ id, personName, because: why, askedByName }) => (
          <li key={id}>
            <span>{t('people.recovery.waits', { name: personName, by: askedByName, why })}</span>
            <span className={styles['acts']}>
              <Button
                aria-label={t('people.recovery.agree.of', { name: personName })}
                onClick={() => agree(id, personName)}
              >
                {t('people.recovery.agree')}
              </Button>
              <Button
                variant="default"
                aria-label={t('people.recovery.refuse.of', { name: personName })}
                onClick={() => void doing.run(() => administration.refuse(id).then(load))}
              >
                {t('people.recovery.refuse')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <Said doing={doing} />
      {made && <LinkOnce {...made} />}
      <Ask doing={asking} go={t('people.recovery.ask')} onGo={ask}>
        <NativeSelect
          label={t('people.recovery.person')}
          value={person}
          required
          data={[
            { value: '', label: t('people.choose') },
            ...people.map(({ id, name, email }) => ({ value: id, label: `${name}, ${email}` }))
          ]}
          onChange={(event) => setPerson(event.currentTarget.value)}
        />
        <TextInput
          label={t('people.recovery.because')}
          value={because}
          maxLength={500}
          required
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
      </Ask>
    </Part>
  )
}
