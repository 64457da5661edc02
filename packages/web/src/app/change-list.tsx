import type { SourceFile } from '@truce/core'
import { useMemo, useState } from 'react'
import { useLanguage, useMessages } from '../messages/index.ts'
import { changesBetween } from '../state/changes.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import { namesIn } from '../ui/names.ts'
import { Quiet } from '../ui/quiet.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { placeWords } from './did-words.ts'
import styles from './notes.module.css'

/** Changes shown before the rest is asked for. */
const FIRST = 8

interface Props {
  readonly before: readonly SourceFile[]
  readonly after: readonly SourceFile[]
}

/** What differs between two texts of the case, a line each. */
export function ChangeList({ before, after }: Props): React.ReactNode {
  const t = useMessages()
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const { case: source } = useWorkbench().view
  const names = source && namesIn(source, language)
  const changes = useMemo(() => changesBetween(before, after), [before, after])
  if (changes.length === 0) return <Quiet as="p">{t('work.change.none')}</Quiet>
  return (
    <>
      <ul className={styles['changes']}>
        {(all ? changes : changes.slice(0, FIRST)).map((change) => (
          <li key={change.at}>
            {t(`work.change.${change.kind}`, { ...change, place: placeWords(change.at, names) })}
          </li>
        ))}
      </ul>
      {!all && changes.length > FIRST ? (
        <TextLink onClick={() => setAll(true)}>
          {t('work.change.all', { n: changes.length - FIRST })}
        </TextLink>
      ) : null}
    </>
  )
}
