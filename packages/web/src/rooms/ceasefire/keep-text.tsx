import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../state/api.ts'
import { messageOf } from '../../state/message-of.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { download } from '../../ui/download.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './ceasefire.module.css'

/** A file to take along: the ending of its name, what its button says, and how it is made. */
export interface Kept {
  readonly ending: string
  readonly words: string
  readonly make: (signal: AbortSignal) => Promise<Blob>
}

/** Buttons that make a file each and hand it over, one at a time. */
export function KeepButtons({
  name,
  files
}: {
  readonly name: string
  readonly files: readonly Kept[]
}): ReactNode {
  const { t } = useWords()
  const [making, setMaking] = useState<AbortController>()
  const [failed, setFailed] = useState<string>()
  const stopper = useRef(making)
  stopper.current = making
  useEffect(() => () => stopper.current?.abort(), [])
  const keep = async ({ ending, make }: Kept): Promise<void> => {
    const control = new AbortController()
    setMaking(control)
    setFailed(undefined)
    try {
      download(`${name}.${ending}`, await make(control.signal))
    } catch (error) {
      if (!control.signal.aborted) setFailed(messageOf(error))
    }
    setMaking(undefined)
  }
  return (
    <div className={`${classes['keep']} no-print`}>
      {files.map((file) => (
        <Button
          key={file.ending}
          variant="default"
          size="compact-sm"
          disabled={making !== undefined}
          onClick={() => void keep(file)}
        >
          {file.words}
        </Button>
      ))}
      {making ? <Quiet role="status">{t('ceasefire.keep.making')}</Quiet> : null}
      {failed === undefined ? null : <p role="alert">{t('keep.failed', { reason: failed })}</p>}
    </div>
  )
}

const REPORTS = [
  ['docx', 'docx'],
  ['pdf', 'pdf'],
  ['markdown', 'md']
] as const

/** The draft to take along, as a document to work on. */
export function KeepDraft({ text }: { readonly text: string }): ReactNode {
  const { t } = useWords()
  const { view } = useWorkbench()
  return (
    <KeepButtons
      name={`${view.id}-ceasefire`}
      files={[
        ...REPORTS.map(([to, ending]) => ({
          ending,
          words: t(`ceasefire.keep.${to}`),
          make: (signal: AbortSignal) => api.report(view.files, { to, ceasefire: true }, signal)
        })),
        {
          ending: 'txt',
          words: t('ceasefire.keep.text'),
          make: () => Promise.resolve(new Blob([text], { type: 'text/plain' }))
        }
      ]}
    />
  )
}
