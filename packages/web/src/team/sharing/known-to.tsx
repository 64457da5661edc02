import { Button, NativeSelect, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useCallback, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { TextLink } from '../../ui/text-link.tsx'
import styles from './sharing.module.css'
import type { Known } from './standings.ts'
import { team } from './team-api.ts'
import { useTold } from './use-told.ts'

/**
 * Where one makes oneself known by name to an organisation that mediates, so that it may take one
 * into its tracks: it is shown nobody of another organisation otherwise.
 */
export function KnownTo({ me, organisations }: Pick<Known, 'me' | 'organisations'>): ReactNode {
  const t = useMessages()
  const ask = useCallback(() => team.introductions(), [])
  const { told, trouble, isBusy, act } = useTold(ask)
  const own = new Set(me.organisations.map(({ id }) => id))
  const mediating = organisations.filter(({ id, kind }) => kind === 'mediation' && !own.has(id))
  const [first] = mediating
  const [home] = me.organisations
  const [to, setTo] = useState(first?.id ?? '')
  const [as, setAs] = useState(home?.id ?? '')
  if (!first || !home) return null
  const nameOf = (wanted: string): string =>
    [...organisations, ...me.organisations].find(({ id }) => id === wanted)?.name ??
    t('sharing.thing.organisation.unnamed')
  const open = mediating.filter(({ id }) => !told?.some((one) => one.organisation === id))
  const chosen = open.some(({ id }) => id === to) ? to : (open[0]?.id ?? '')
  return (
    <section>
      <Title order={2}>{t('sharing.known')}</Title>
      <Text size="sm" c="dimmed">
        {t('sharing.known.about')}
      </Text>
      <ul className={styles['list']}>
        {told?.map((one) => (
          <li key={one.organisation}>
            <span>
              {t('sharing.known.to', {
                name: nameOf(one.organisation),
                home: nameOf(one.home)
              })}
            </span>
            <TextLink
              disabled={isBusy}
              aria-label={t('sharing.known.end.of', { name: nameOf(one.organisation) })}
              onClick={() => act(() => team.withdraw(one.organisation))}
            >
              {t('sharing.known.end')}
            </TextLink>
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <div className={styles['form']}>
          <NativeSelect
            label={t('sharing.known.whom')}
            value={chosen}
            onChange={(event) => setTo(event.currentTarget.value)}
            data={open.map(({ id, name }) => ({ value: id, label: name }))}
          />
          {me.organisations.length > 1 && (
            <NativeSelect
              label={t('sharing.known.as')}
              value={as}
              onChange={(event) => setAs(event.currentTarget.value)}
              data={me.organisations.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Button disabled={isBusy} onClick={() => act(() => team.introduce(chosen, as))}>
            {t('sharing.known.go')}
          </Button>
        </div>
      )}
      {trouble !== undefined && <Text role="alert">{trouble}</Text>}
    </section>
  )
}
