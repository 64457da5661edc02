import type { Evidence } from '@truce/core/model'
import { useMessages } from '../../messages/index.ts'
import sheet from './case.module.css'
import { Field } from './field.tsx'
import { FigureMark } from './figure-mark.tsx'
import { SourceMark } from './source-note.tsx'

/**
 * What an entry of the case rests on, and why; `at` is the entry's own place. Whose its figures are
 * is said too, unless it has none.
 */
export function Because({
  at,
  of,
  evidence,
  figures = true
}: {
  readonly at: string
  /** What the entry is called, so that no two buttons have one name. */
  readonly of: string
  readonly evidence: Evidence
  readonly figures?: boolean
}) {
  const t = useMessages()
  return (
    <div className={sheet.because}>
      {figures ? <FigureMark evidence={evidence} /> : <SourceMark id={evidence.source} />}{' '}
      {evidence.because !== undefined && '· '}
      <Field
        inForm
        at={`${at}/because`}
        text={evidence.because}
        label={t('case.evidence.becauseOf', { title: of })}
      />
    </div>
  )
}
