import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import type { LonLat, Observed } from '@truce/core/geo'
import { WEAPONS } from '@truce/core/model'
import type { FormEvent, ReactNode } from 'react'
import { useRef, useState } from 'react'
import { placeIn, placeWords } from '../../ui/coordinates.ts'
import { useWords } from '../../ui/use-words.ts'
import classes from './map.module.css'
import type { Picking } from './use-map-work.ts'
import { withdrawalTitle } from './zone-words.ts'

interface SeenFormProps {
  readonly onAdd: (row: Observed) => void
  readonly pick: (picking: Picking | undefined) => void
}

type Written = Readonly<
  Record<'party' | 'weapon' | 'place' | 'withdrawal' | 'when' | 'source', string>
>

const EMPTY = { place: '', when: '', source: '' }

/** One position by hand: what was seen of whom, where, when, and who says so. */
export function SeenForm({ onAdd, pick }: SeenFormProps): ReactNode {
  const words = useWords()
  const { t, source, party: named } = words
  const { withdrawals } = source.process
  const parties = [...source.parties.keys()]
  const [written, setWritten] = useState<Written>({
    party: parties[0] ?? '',
    weapon: [...withdrawals.values()][0]?.weapon.class ?? WEAPONS[0],
    withdrawal: '',
    ...EMPTY
  })
  const [count, setCount] = useState<number | string>(1)
  const [calibre, setCalibre] = useState<number | string>('')
  const [tried, setTried] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const put = (key: keyof Written, text: string): void =>
    setWritten((now) => ({ ...now, [key]: text }))
  const at = placeIn(written.place)
  const many = typeof count === 'number' && Number.isInteger(count) && count > 0 ? count : undefined
  const add = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!at || many === undefined) return
    onAdd(observedIn(written, at, { count: many, calibre }))
    setTried(false)
    // the next is mostly of the same party and kind
    setWritten((now) => ({ ...now, ...EMPTY, source: now.source, when: now.when }))
  }
  const point = (): void =>
    pick({
      what: t('map.seen.point.what'),
      take: (place) => {
        put('place', placeWords(place))
        opener.current?.focus()
      }
    })
  return (
    <form className={`${classes['tools']} no-print`} onSubmit={add} aria-label={t('map.seen.add')}>
      <NativeSelect
        size="xs"
        label={t('map.seen.party')}
        value={written.party}
        data={parties.map((value) => ({ value, label: named(value) }))}
        onChange={({ currentTarget }) => put('party', currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={t('map.seen.weapon')}
        value={written.weapon}
        data={WEAPONS.map((value) => ({ value, label: t(`forms.weapon.${value}`) }))}
        onChange={({ currentTarget }) => put('weapon', currentTarget.value)}
      />
      <NumberInput
        size="xs"
        w="6rem"
        min={1}
        label={t('map.seen.count')}
        value={count}
        error={tried && many === undefined ? t('map.seen.count.wrong') : undefined}
        onChange={setCount}
      />
      <NumberInput
        size="xs"
        w="8rem"
        min={1}
        label={t('map.seen.calibre')}
        value={calibre}
        onChange={setCalibre}
      />
      <div className={classes['together']}>
        <TextInput
          size="xs"
          label={t('map.measure.place')}
          placeholder="47.95 37.80"
          value={written.place}
          error={tried && !at ? t('map.measure.wrong') : undefined}
          onChange={({ currentTarget }) => put('place', currentTarget.value)}
        />
        <Button ref={opener} variant="default" size="compact-sm" onClick={point}>
          {t('map.seen.point')}
        </Button>
      </div>
      <TextInput
        size="xs"
        type="date"
        label={t('map.seen.when')}
        value={written.when}
        onChange={({ currentTarget }) => put('when', currentTarget.value)}
      />
      <TextInput
        size="xs"
        label={t('map.seen.source')}
        value={written.source}
        onChange={({ currentTarget }) => put('source', currentTarget.value)}
      />
      {withdrawals.size > 0 ? (
        <NativeSelect
          size="xs"
          label={t('map.seen.withdrawal')}
          value={written.withdrawal}
          data={[
            { value: '', label: t('map.seen.withdrawal.any') },
            ...[...withdrawals.values()].map((one) => ({
              value: one.id,
              label: withdrawalTitle(words, one)
            }))
          ]}
          onChange={({ currentTarget }) => put('withdrawal', currentTarget.value)}
        />
      ) : null}
      <Button type="submit" size="compact-sm">
        {t('map.seen.add')}
      </Button>
    </form>
  )
}

function observedIn(
  { party, weapon, withdrawal, when, source }: Written,
  place: LonLat,
  { count, calibre }: { readonly count: number; readonly calibre: number | string }
): Observed {
  const from = source.trim()
  return {
    row: 0,
    party,
    weapon,
    place,
    count,
    ...(typeof calibre === 'number' && calibre > 0 ? { calibreMm: calibre } : {}),
    ...(withdrawal === '' ? {} : { withdrawal }),
    ...(when === '' ? {} : { when }),
    ...(from === '' ? {} : { source: from })
  }
}
