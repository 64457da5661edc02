import { FileButton } from '@mantine/core'
import type { JsonObject } from '@truce/core/log'
import { isJsonObject } from '@truce/core/log'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Quiet } from '../../../ui/quiet.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import classes from '../record.module.css'
import { useRecord } from '../use-record.ts'
import { sha256Of } from './files-field.tsx'

/** The files that an entry names, each with its hash; and the way to compare a file with them. */
export function Exhibits({ content }: { readonly content: JsonObject }): ReactNode {
  const { t } = useRecord()
  const [found, setFound] = useState<string>()
  const told = content['exhibits']
  const all = Array.isArray(told) ? told.filter(isJsonObject) : []
  if (all.length === 0) return null
  const compare = async (file: File | null): Promise<void> => {
    if (!file) return
    const hash = await sha256Of(file)
    const same = all.find(({ sha256 }) => sha256 === hash)
    const said = { name: file.name, hash }
    setFound(t(same ? 'record.files.same' : 'record.files.other', said))
  }
  return (
    <>
      <Quiet as="p">{t('record.files.with-officer')}</Quiet>
      <ul className={classes['steps']}>
        {all.map((one) => (
          <li key={String(one['sha256'])}>
            {String(one['name'] ?? '')} {String(one['about'] ?? '')}{' '}
            <span className={classes['code']}>{String(one['sha256'])}</span>
          </li>
        ))}
      </ul>
      <FileButton onChange={(file) => void compare(file)}>
        {(props) => <TextLink {...props}>{t('record.files.compare')}</TextLink>}
      </FileButton>
      <span role="status">{found}</span>
    </>
  )
}
