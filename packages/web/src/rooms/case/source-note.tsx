import { UnstyledButton } from '@mantine/core'
import { textIn } from '@truce/core/model'
import { useMessages } from '../../messages/index.ts'
import sheet from './case.module.css'
import { CitationList } from './citation-list.tsx'
import classes from './number.module.css'
import { SourceLine } from './number-note.tsx'
import { useRoom } from './room.ts'

/** A source: what it is, where it can be read, and what rests on it. */
export function SourceNote({ id, leave }: { readonly id: string; readonly leave: () => void }) {
  const t = useMessages()
  const { source } = useRoom()
  const cited = source.sources.get(id)
  if (!cited) return <p>{t('case.source.unknown', { id })}</p>
  return (
    <div className={classes.note}>
      <h3>
        <SourceLine source={cited} />
      </h3>
      <p className={sheet.quiet}>{t(`case.source.kind.${cited.kind}`)}</p>
      <CitationList id={id} leave={leave} />
    </div>
  )
}

/** The source something rests on, as a word that opens it. */
export function SourceMark({ id }: { readonly id: string | undefined }) {
  const t = useMessages()
  const { source, open, opened } = useRoom()
  if (id === undefined) return <span className={sheet.quiet}>{t('case.evidence.none')}</span>
  const cited = source.sources.get(id)
  const title = cited ? textIn(cited.title) : id
  return (
    <UnstyledButton
      className={sheet.link}
      aria-haspopup="dialog"
      aria-expanded={opened?.kind === 'source' && opened.id === id}
      onClick={(event) => open({ kind: 'source', id, anchor: event.currentTarget })}
    >
      {title}
    </UnstyledButton>
  )
}
