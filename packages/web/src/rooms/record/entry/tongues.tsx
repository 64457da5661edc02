import type { ReactNode } from 'react'
import { useLanguage } from '../../../messages/index.ts'
import { TextLink } from '../../../ui/text-link.tsx'
import { Line, Lines } from '../parts.tsx'
import classes from '../record.module.css'
import { useRecord } from '../use-record.ts'
import type { DraftGroup } from './entry-draft.ts'
import { wordsOf } from './entry-draft.ts'

interface Props {
  readonly label: string
  readonly needed: boolean
  readonly all: readonly DraftGroup[]
  readonly onChange: (all: readonly DraftGroup[]) => void
}

/** A text in a language, and where there are translations that its author vouches for, those. */
export function Tongues({ label, needed, all, onChange }: Props): ReactNode {
  const { t } = useRecord()
  const language = useLanguage()
  const shown = all.length === 0 ? [{ language, text: '' }] : all
  const change = (place: number, one: DraftGroup): void =>
    onChange(shown.map((old, at) => (at === place ? one : old)))
  return (
    <>
      {shown.map((one, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they stand in one order and are added at the end
        <div key={place} className={classes['row']}>
          <Lines
            label={place === 0 ? label : t('record.hotline.other')}
            value={wordsOf(one['text'])}
            required={needed && place === 0}
            onChange={(text) => change(place, { ...one, text })}
          />
          <Line
            label={t('record.report.tongue')}
            value={wordsOf(one['language'])}
            onChange={(tag) => change(place, { ...one, language: tag })}
          />
        </div>
      ))}
      <TextLink onClick={() => onChange([...shown, { language: '', text: '' }])}>
        {t('record.hotline.tongue')}
      </TextLink>
    </>
  )
}
