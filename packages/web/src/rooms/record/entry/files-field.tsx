import { FileButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { messageOf } from '../../../state/message-of.ts'
import { Quiet } from '../../../ui/quiet.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Line } from '../parts.tsx'
import classes from '../record.module.css'
import { useRecord } from '../use-record.ts'
import type { DraftGroup } from './entry-draft.ts'
import { wordsOf } from './entry-draft.ts'

/** The hash of one file, chosen here or written down. */
export function HashField({
  label,
  needed,
  value,
  onChange
}: {
  readonly label: string
  readonly needed: boolean
  readonly value: string
  readonly onChange: (hash: string) => void
}): ReactNode {
  const { t } = useRecord()
  return (
    <>
      <Line label={label} value={value} required={needed} onChange={onChange} />
      <FileButton onChange={(file) => void (file && sha256Of(file).then(onChange))}>
        {(props) => <TextLink {...props}>{t('record.files.hash')}</TextLink>}
      </FileButton>
    </>
  )
}

/** The SHA-256 of a file in hexadecimal, worked out in this browser. */
export async function sha256Of(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

interface Props {
  readonly label: string
  readonly all: readonly DraftGroup[]
  readonly onChange: (all: readonly DraftGroup[]) => void
}

/**
 * Files that show it. Their hashes go into the entry, and so into what is signed; the files
 * themselves stay with whoever has them and are sent nowhere.
 */
export function FilesField({ label, all, onChange }: Props): ReactNode {
  const { t } = useRecord()
  const [failed, setFailed] = useState<string>()
  const add = async (files: readonly File[]): Promise<void> => {
    try {
      const told = await Promise.all(
        files.map(async (file) => ({ sha256: await sha256Of(file), name: file.name }))
      )
      const known = new Set(all.map(({ sha256 }) => sha256))
      onChange([...all, ...told.filter(({ sha256 }) => !known.has(sha256))])
      setFailed(undefined)
    } catch (error) {
      setFailed(t('record.files.failed', { reason: messageOf(error) }))
    }
  }
  return (
    <fieldset>
      <legend>{label}</legend>
      <Quiet as="p">{t('record.files.about')}</Quiet>
      {all.map((one) => (
        <div key={wordsOf(one['sha256'])} className={classes['row']}>
          <span>{wordsOf(one['name'])}</span>
          <span className={classes['code']}>{wordsOf(one['sha256'])}</span>
          <Line
            label={t('record.files.shows')}
            value={wordsOf(one['about'])}
            onChange={(about) =>
              onChange(all.map((old) => (old === one ? { ...old, about } : old)))
            }
          />
          <TextLink onClick={() => onChange(all.filter((old) => old !== one))}>
            {t('record.files.drop', { name: wordsOf(one['name']) })}
          </TextLink>
        </div>
      ))}
      <FileButton
        multiple
        onChange={(files) => void add(files)}
        inputProps={{ 'aria-label': label }}
      >
        {(props) => <TextLink {...props}>{t('record.files.add')}</TextLink>}
      </FileButton>
      {failed === undefined ? null : <p role="alert">{failed}</p>}
    </fieldset>
  )
}
