import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { pointerWords } from '../../ui/names.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import sheet from './case.module.css'
import { goTo } from './go-to.ts'
import { useRoom } from './room.ts'

/** What rests on a source; each entry leads there, in the reading view or else in the text. */
export function CitationList({ id, leave }: { readonly id: string; readonly leave?: () => void }) {
  const t = useMessages()
  const names = useGround()
  const { show } = names
  const { citations } = useRoom()
  const cites = citations.get(id) ?? []
  if (cites.length === 0) return <Quiet as="p">{t('case.source.uncited')}</Quiet>
  const go = (at: string): void => {
    leave?.()
    if (!goTo(at)) show(at)
  }
  return (
    <details className={sheet.cites}>
      <summary>{t('case.source.cites', { n: cites.length })}</summary>
      <ul>
        {cites.map(({ at, named, as }) => (
          <li key={`${at} ${as}`}>
            <TextLink onClick={() => go(at)}>{pointerWords(named, names)}</TextLink>
            {as !== 'source' && ` ${t(`case.source.as.${as}`)}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
