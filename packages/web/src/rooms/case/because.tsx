import type { Text } from '@truce/core/model'
import { useMessages } from '../../messages/index.ts'
import sheet from './case.module.css'
import { Field } from './field.tsx'
import { SourceMark } from './source-note.tsx'

/** What an entry of the case rests on, and why; `at` is the entry's own place. */
export function Because({
  at,
  source,
  because
}: {
  readonly at: string
  readonly source: string | undefined
  readonly because: Text | undefined
}) {
  const t = useMessages()
  return (
    <div className={sheet.because}>
      <SourceMark id={source} /> ·{' '}
      <Field at={`${at}/because`} text={because} label={t('case.evidence.because')} />
    </div>
  )
}
