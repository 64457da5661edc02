import type { ReactNode } from 'react'
import { FilterBar, Pick } from '../../ui/filter-bar.tsx'
import { MomentPick } from '../../ui/moment-pick.tsx'
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
