import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { FilterBar, Pick } from '../../ui/filter-bar.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './ceasefire.module.css'

const MOMENTS = ['eif', 'signature'] as const

/** Moments that are supposed for a while, and whose days are told; nothing of it is written. */
export interface Supposed {
  readonly eif?: string
  readonly signature?: string
  readonly party?: string
}

interface SupposeProps {
  readonly supposed: Supposed
  readonly zones: readonly string[]
  readonly onSuppose: (supposed: Supposed) => void
}

/** What if it were signed, or entered into force, at another moment; and whose days are shown. */
export function Suppose({ supposed, zones, onSuppose }: SupposeProps): ReactNode {
  const { t, source, party: named } = useWords()
  const all = '' as string
  const isAny = MOMENTS.some((one) => supposed[one] !== undefined)
  const choose = (id: string): void => {
    const { party: _, ...rest } = supposed
    onSuppose(id === '' ? rest : { ...rest, party: id })
  }
  return (
    <section className="no-print" aria-labelledby="days-suppose">
      <h3 id="days-suppose" className={classes['heading']}>
        {t('ceasefire.suppose.title')}
      </h3>
      <FilterBar>
        {MOMENTS.map((which) => (
          <MomentPick
            key={which}
            label={t(`ceasefire.suppose.${which}`)}
            zones={zones}
            onMoment={(moment) => {
              const { [which]: _, ...rest } = supposed
              onSuppose(moment === undefined ? rest : { ...rest, [which]: moment })
            }}
          />
        ))}
        <Pick
          label={t('ceasefire.suppose.party')}
          value={supposed.party ?? all}
          options={[
            { value: all, label: t('ceasefire.suppose.everybody') },
            ...[...source.parties.keys()].map((id) => ({ value: id, label: named(id) }))
          ]}
          onPick={choose}
        />
      </FilterBar>
      <Quiet as="p">{t(isAny ? 'ceasefire.suppose.on' : 'ceasefire.suppose.note')}</Quiet>
    </section>
  )
}

interface MomentPickProps {
  readonly label: string
  readonly zones: readonly string[]
  readonly onMoment: (moment: string | undefined) => void
}

/** A day and an hour on the clocks of a zone; it holds as soon as it is whole. */
function MomentPick({ label, zones, onMoment }: MomentPickProps): ReactNode {
  const { t } = useWords()
  const [local, setLocal] = useState('')
  const [picked, setPicked] = useState<string>()
  const zone = picked ?? zones[0] ?? 'UTC'
  const tell = (time: string, where: string): void =>
    onMoment(time === '' ? undefined : `${time}[${where}]`)
  return (
    <div className={classes['moment']}>
      <TextInput
        size="xs"
        type="datetime-local"
        label={label}
        value={local}
        onChange={({ currentTarget: { value } }) => {
          setLocal(value)
          tell(value, zone)
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={t('ceasefire.suppose.zone', { of: label })}
        value={zone}
        data={[...(zones.length > 0 ? zones : [zone])]}
        onChange={({ currentTarget: { value } }) => {
          setPicked(value)
          tell(local, value)
        }}
      />
      {local === '' ? null : (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('ceasefire.suppose.clearLabel', { of: label })}
          onClick={() => {
            setLocal('')
            onMoment(undefined)
          }}
        >
          {t('ceasefire.suppose.clear')}
        </Button>
      )}
    </div>
  )
}
