import { Button, List, Text, Title } from '@mantine/core'
import { useRef, useState } from 'react'
import { useMessages } from '../messages/index.ts'
import { api } from '../state/api.ts'
import { messageOf } from '../state/message-of.ts'
import type { Given, Made } from './import-case.ts'
import { ENDINGS, idFrom, importCase, MOST_BYTES, textOf } from './import-case.ts'
import styles from './library.module.css'

/** A case that was made, with what its reader should know before going on. */
interface Result {
  readonly id: string
  readonly lost: readonly string[]
  readonly assumed: readonly string[]
}

/** Takes files by drop or choice and makes a case of them. */
export function ImportBox({ onMade }: { readonly onMade: (id: string) => void }): React.ReactNode {
  const t = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<string>()
  const [result, setResult] = useState<Result>()
  const take = async (files: readonly File[]): Promise<void> => {
    setOver(false)
    setRefused(undefined)
    if (files.length === 0) return
    const made = await makeOf(files).catch(
      (error: unknown): Made => ({ refused: messageOf(error) })
    )
    if ('refused' in made) return setRefused(made.refused)
    const answer = await api
      .make({
        from: 'files',
        files: made.files.map(({ name, text }) => ({ name, text })),
        id: idFrom(files[0]?.name ?? '')
      })
      .catch((error: unknown) => setRefused(messageOf(error)))
    if (!answer) return
    if (made.lost.length + made.assumed.length === 0) onMade(answer.id)
    else setResult({ id: answer.id, lost: made.lost, assumed: made.assumed })
  }
  return (
    <section
      aria-labelledby="import"
      className={styles['import']}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        void take([...event.dataTransfer.files])
      }}
    >
      <Title order={2} id="import" className={styles['shelf']}>
        {t('library.import')}
      </Title>
      <Text size="sm">{t('library.import.about')}</Text>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ENDINGS.join()}
        onChange={({ currentTarget }) => void take([...(currentTarget.files ?? [])])}
      />
      <Button variant="default" mt="sm" onClick={() => input.current?.click()}>
        {t('library.import.choose')}
      </Button>
      {refused !== undefined && (
        <Text role="alert" mt="sm" c="var(--truce-crossed)">
          {refused}
        </Text>
      )}
      {result && <Told result={result} onGo={() => onMade(result.id)} />}
    </section>
  )
}

function Told({
  result,
  onGo
}: {
  readonly result: Result
  readonly onGo: () => void
}): React.ReactNode {
  const t = useMessages()
  return (
    <div role="status">
      <Remarks title={t('library.import.lost')} list={result.lost} />
      <Remarks title={t('library.import.assumed')} list={result.assumed} />
      <Button mt="sm" onClick={onGo}>
        {t('library.import.open')}
      </Button>
    </div>
  )
}

function Remarks({
  title,
  list
}: {
  readonly title: string
  readonly list: readonly string[]
}): React.ReactNode {
  if (list.length === 0) return null
  return (
    <>
      <Text mt="sm" fw={600} size="sm">
        {title}
      </Text>
      <List size="sm">
        {list.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </>
  )
}

async function makeOf(files: readonly File[]): Promise<Made> {
  const large = files.find(({ size }) => size > MOST_BYTES)
  if (large)
    return { refused: `${large.name} is larger than 2 MB: leave out what is no part of a case` }
  const given: readonly Given[] = await Promise.all(
    files.map(async (file) => ({
      name: file.name,
      text: textOf(new Uint8Array(await file.arrayBuffer()))
    }))
  )
  return importCase(given, new Date().toISOString().slice(0, 10))
}
