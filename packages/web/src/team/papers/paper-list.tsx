import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import { download } from '../../ui/download.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { useNumbers } from '../../ui/use-numbers.ts'
import styles from '../sharing/sharing.module.css'
import type { Told } from '../sharing/use-told.ts'
import { inWords } from './paper-words.ts'
import type { PaperLine, TrackKey } from './papers-api.ts'
import { handIn, sealedPaper } from './papers-api.ts'
import { open, seal } from './sealed.ts'
import type { NamedPaper } from './use-papers.ts'

interface Props {
  readonly track: string
  readonly secret: string | undefined
  readonly papers: readonly NamedPaper[]
  /** Everybody to whose key something may be sealed now. */
  readonly to: readonly TrackKey[]
  readonly act: Told<unknown>['act']
}

/** The sealed papers, newest first: what each is called, who sealed it, and for whom it is. */
export function PaperList({ papers, ...rest }: Props): ReactNode {
  const t = useMessages()
  if (papers.length === 0) return <Text>{t('sharing.papers.none')}</Text>
  return (
    <ul className={styles['list']}>
      {papers.map((paper) => (
        <PaperItem key={paper.line.id} paper={paper} {...rest} />
      ))}
    </ul>
  )
}

function PaperItem({
  paper: { line, label },
  track,
  secret = '',
  to,
  act
}: Omit<Props, 'papers'> & { readonly paper: NamedPaper }): ReactNode {
  const t = useMessages()
  const opened = () => inWords(t, async () => open(await sealedPaper(track, line), track, secret))
  const save = (): void =>
    act(async () => {
      const { file, bytes } = await opened()
      download(file, new Blob([new Uint8Array(bytes)]))
    })
  const without = to.filter((one) => !isFor(line, one))
  const anew = (): void =>
    act(async () => {
      const paper = await opened()
      const keys = without.map(({ key = '' }) => key)
      await handIn(track, await seal(paper, track, keys), { to: without, paper: line.id })
    })
  return (
    <li>
      {label ? (
        <>
          <strong>{label.title}</strong>
          <span>{label.file}</span>
          <TextLink onClick={save}>{t('sharing.papers.open')}</TextLink>
        </>
      ) : (
        <em>{t(line.mine === null ? 'sharing.papers.not-mine' : 'sharing.papers.unreadable')}</em>
      )}
      {label && without.length > 0 && (
        <TextLink onClick={anew}>
          {t('sharing.papers.anew', {
            names: without.map(({ name, person }) => name ?? person).join(', ')
          })}
        </TextLink>
      )}
      <Seals line={line} />
    </li>
  )
}

function Seals({ line }: { readonly line: PaperLine }): ReactNode {
  const t = useMessages()
  const { instant } = useNumbers()
  return (
    <Text size="sm" c="dimmed" className={styles['wide']}>
      {line.seals.map(({ number, by, name, at, to }, place) => (
        <span key={number}>
          {place > 0 && '; '}
          {instant(at)}{' '}
          {t(place === 0 ? 'sharing.papers.by' : 'sharing.papers.again', {
            name: name ?? by,
            to: to.map((one) => one.name ?? one.person).join(', ')
          })}
        </span>
      ))}
    </Text>
  )
}

/** Sealed to their newest key: what is sealed to an earlier one may open for them no more. */
const isFor = ({ seals }: PaperLine, { hash }: TrackKey): boolean =>
  seals.some(({ to }) => to.some(({ key }) => key === hash))
