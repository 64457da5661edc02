import { UnstyledButton } from '@mantine/core'
import { useMessages } from '../../messages/index.ts'
import sheet from './case.module.css'
import { goTo } from './go-to.ts'
import { useRoom } from './room.ts'
import { pointerWords } from './wording.ts'

/** What rests on a source; each entry leads there, in the reading view or else in the text. */
export function CitationList({ id, leave }: { readonly id: string; readonly leave?: () => void }) {
  const t = useMessages()
  const { citations, source, showText } = useRoom()
  const cites = citations.get(id) ?? []
  if (cites.length === 0) return <p className={sheet.quiet}>{t('case.source.uncited')}</p>
  const go = (at: string): void => {
    leave?.()
    if (!goTo(at)) showText(at)
  }
  return (
    <details className={sheet.cites}>
      <summary>{t('case.source.cites', { n: cites.length })}</summary>
      <ul>
        {cites.map(({ at, named, as }) => (
          <li key={`${at} ${as}`}>
            <UnstyledButton className={sheet.link} onClick={() => go(at)}>
              {pointerWords(named, source)}
            </UnstyledButton>
            {as !== 'source' && ` ${t(`case.source.as.${as}`)}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
