import { Button, FileInput, Text, TextInput, Title } from '@mantine/core'
import type { MeBody, TracksBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { TextLink } from '../../ui/text-link.tsx'
import styles from '../sharing/sharing.module.css'
import { pin } from './key-keep.ts'
import { KeyPart } from './key-part.tsx'
import { MOST_PAPER } from './paper-file.ts'
import { PaperList } from './paper-list.tsx'
import { inWords } from './paper-words.ts'
import type { TrackKey } from './papers-api.ts'
import { handIn } from './papers-api.ts'
import { isPinned, PinsPart } from './pins-part.tsx'
import { seal } from './sealed.ts'
import { usePapers } from './use-papers.ts'

interface Props {
  readonly track: TracksBody['tracks'][number]
  readonly me: MeBody
}

/** The sealed papers of a track: one's key, the keys of the others, and the papers. */
export default function Papers({ track, me }: Props): ReactNode {
  const t = useMessages()
  const [before, setBefore] = useState<number>()
  const { told, trouble, isBusy, act } = usePapers(track.id, me.id, before)
  if (!told) return trouble === undefined ? null : <Text role="alert">{trouble}</Text>
  const { secret, newest, keys, pins, papers, more } = told
  const others = keys.filter(({ person }) => person !== me.id)
  const own = keys.filter(({ person, key }) => person === me.id && key !== undefined)
  const to = [...own, ...others.filter((one) => isPinned(pins, one))]
  const onSame = (one: TrackKey): void => act(() => pin(me.id, one.person, one.key ?? ''))
  return (
    <>
      <section>
        <Title order={2}>{track.name}</Title>
        <Text>{t('sharing.papers.about')}</Text>
      </section>
      <KeyPart
        person={me.id}
        secret={secret}
        newest={newest}
        onChange={() => act(async () => undefined)}
      />
      <PinsPart others={others} pins={pins} onSame={onSame} />
      <section>
        <Title order={2}>{t('sharing.papers')}</Title>
        {trouble !== undefined && <Text role="alert">{trouble}</Text>}
        {secret !== undefined && own.length > 0 && (
          <SealForm
            isBusy={isBusy}
            count={to.length}
            onSeal={(title, file) =>
              act(async () => {
                const bytes = new Uint8Array(await file.arrayBuffer())
                const paper = { title, file: file.name, bytes }
                const files = await inWords(t, () =>
                  seal(
                    paper,
                    track.id,
                    to.map(({ key = '' }) => key)
                  )
                )
                await handIn(track.id, files, { to })
              })
            }
          />
        )}
        <PaperList track={track.id} secret={secret} papers={papers} to={to} act={act} />
        {more && (
          <TextLink onClick={() => setBefore(papers.at(-1)?.line.seals[0]?.number)}>
            {t('sharing.papers.more')}
          </TextLink>
        )}
        <Text size="sm" c="dimmed">
          {t('sharing.papers.left')}
        </Text>
      </section>
    </>
  )
}

interface FormProps {
  readonly isBusy: boolean
  readonly count: number
  readonly onSeal: (title: string, file: File) => void
}

function SealForm({ isBusy, count, onSeal }: FormProps): ReactNode {
  const t = useMessages()
  const [title, setTitle] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const isLarge = (file?.size ?? 0) > MOST_PAPER
  return (
    <div className={styles['form']}>
      <TextInput
        label={t('sharing.papers.title')}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <FileInput
        label={t('sharing.papers.file')}
        value={file}
        onChange={setFile}
        error={isLarge ? t('sharing.papers.too-large') : undefined}
      />
      <Button
        disabled={isBusy || title === '' || file === null || isLarge}
        onClick={() => {
          if (file) onSeal(title, file)
          setTitle('')
          setFile(null)
        }}
      >
        {isBusy ? t('sharing.papers.working') : t('sharing.papers.seal', { n: count })}
      </Button>
    </div>
  )
}
