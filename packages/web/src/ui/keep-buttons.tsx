import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../messages/index.ts'
import { messageOf } from '../state/message-of.ts'
import { download } from './download.ts'
import { Quiet } from './quiet.tsx'
import styles from './ui.module.css'

/** A file to take along: the ending of its name, what its button says, and how it is made. */
export interface FileToKeep {
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
  readonly files: readonly FileToKeep[]
}): ReactNode {
  const t = useMessages()
  const [making, setMaking] = useState<AbortController>()
  const [failed, setFailed] = useState<string>()
  const stopper = useRef(making)
  stopper.current = making
  useEffect(() => () => stopper.current?.abort(), [])
  const keep = async ({ ending, make }: FileToKeep): Promise<void> => {
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
    <div className={`${styles['keep']} no-print`}>
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
      {making ? <Quiet role="status">{t('work.keep.making')}</Quiet> : null}
      {failed === undefined ? null : (
        <p role="alert">{t('work.keep.failed', { reason: failed })}</p>
      )}
    </div>
  )
}
