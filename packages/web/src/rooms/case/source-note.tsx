import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { CitationList } from './citation-list.tsx'
import classes from './number.module.css'
import { SourceLine } from './number-note.tsx'
import { useRoom } from './room.ts'

/** A source: what it is, where it can be read, and what rests on it. */
export function SourceNote({ id, leave }: { readonly id: string; readonly leave: () => void }) {
  const t = useMessages()
  const { source } = useGround()
  const cited = source.sources.get(id)
  if (!cited) return <p>{t('case.source.unknown', { id })}</p>
  return (
    <div className={classes.note}>
      <h3>
        <SourceLine source={cited} />
      </h3>
      <Quiet as="p">{t(`case.source.kind.${cited.kind}`)}</Quiet>
      <CitationList id={id} leave={leave} />
    </div>
  )
}

/** The source something rests on, as a word that opens it. */
export function SourceMark({ id }: { readonly id: string | undefined }) {
  const t = useMessages()
  const names = useGround()
  const { source } = names
  const { open, opened } = useRoom()
  if (id === undefined) return <Quiet>{t('case.evidence.none')}</Quiet>
  const cited = source.sources.get(id)
  const title = cited ? names.text(cited.title) : id
  return (
    <TextLink
      aria-haspopup="dialog"
      aria-expanded={opened?.kind === 'source' && opened.id === id}
      onClick={(event) => open({ kind: 'source', id, anchor: event.currentTarget })}
    >
      {title}
    </TextLink>
  )
}
