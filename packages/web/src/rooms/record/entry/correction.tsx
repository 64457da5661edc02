import type { SeenEntry } from '@truce/core/record'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Quiet } from '../../../ui/quiet.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { filled, mayWrite, useRecord } from '../use-record.ts'
import { KindForm } from './kind-form.tsx'

/** What an entry is about: a correction is about the same. */
const SUBJECTS = ['incident', 'message', 'held', 'gate', 'withdrawal', 'meeting', 'line', 'about']

/**
 * Corrects an entry of one's own: another is written in its place, and the old one stays in the
 * record for everybody to read.
 */
export function Correction({ entry }: { readonly entry: SeenEntry }): ReactNode {
  const record = useRecord()
  const { t, writer, view } = record
  const [isOpen, setOpen] = useState(false)
  const { content, kind, audience, id } = entry
  const isMine = writer.party === entry.author.party && mayWrite(record, kind)
  if (!isMine || content === undefined || !view.fold.state.stands(entry)) return null
  if (!isOpen) return <TextLink onClick={() => setOpen(true)}>{t('record.correct')}</TextLink>
  const start = filled(content)
  const about = SUBJECTS.find((key) => typeof start[key] === 'string')
  return (
    <>
      <Quiet as="p">{t('record.correct.about', { n: entry.number })}</Quiet>
      <KindForm
        kind={kind}
        start={start}
        given={about === undefined ? {} : { [about]: start[about] ?? '' }}
        instead={{ id, ...(audience && { audience }) }}
        submit={t('record.correct.go')}
        onDone={() => setOpen(false)}
      />
      <TextLink onClick={() => setOpen(false)}>{t('record.correct.leave')}</TextLink>
    </>
  )
}
