import { Button, Group, List, Text, Title } from '@mantine/core'
import { useRef, useState } from 'react'
import { useMessages } from '../messages/index.ts'
import { api } from '../state/api.ts'
import { messageOf } from '../state/message-of.ts'
import { TextLink } from '../ui/text-link.tsx'
import type { Given, Made } from './import-case.ts'
import { ENDINGS, idFrom, importCase, MOST_BYTES, textOf } from './import-case.ts'
import styles from './library.module.css'
import { downloadTemplate } from './template.ts'

/** A case that was read, with what its reader should know before it is written. */
interface Read extends Extract<Made, { readonly files: unknown }> {
  readonly id: string
}

/** Takes files by drop or choice, says what was read of them, and makes a case when told to. */
export function ImportBox({ onMade }: { readonly onMade: (id: string) => void }): React.ReactNode {
  const t = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<string>()
  const [read, setRead] = useState<Read>()
  const take = async (files: readonly File[]): Promise<void> => {
    setOver(false)
    setRefused(undefined)
    setRead(undefined)
    if (files.length === 0) return
    const made = await makeOf(files).catch(
      (error: unknown): Made => ({ refused: messageOf(error) })
    )
    if ('refused' in made) setRefused(made.refused)
    else setRead({ ...made, id: idFrom(files[0]?.name ?? '') })
  }
  const make = ({ files, id }: Read): void =>
    void api
      .make({ from: 'files', files: files.map(({ name, text }) => ({ name, text })), id })
      .then((answer) => onMade(answer.id))
      .catch((error: unknown) => setRefused(messageOf(error)))
  const template = (format: 'csv' | 'xlsx'): void =>
    void downloadTemplate(format).catch((error: unknown) => setRefused(messageOf(error)))
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
      <div className={styles['line']}>
        <Button variant="default" mt="sm" onClick={() => input.current?.click()}>
          {t('library.import.choose')}
        </Button>
        <Text size="sm">
          {t('library.template')}{' '}
          <TextLink onClick={() => template('csv')}>{t('library.template.csv')}</TextLink>{' '}
          <TextLink onClick={() => template('xlsx')}>{t('library.template.xlsx')}</TextLink>
        </Text>
      </div>
      {refused !== undefined && (
        <Text role="alert" mt="sm" c="var(--truce-crossed)">
          {refused}
        </Text>
      )}
      {read && <Told read={read} onMake={() => make(read)} onLeave={() => setRead(undefined)} />}
    </section>
  )
}

function Told({
  read,
  onMake,
  onLeave
}: {
  readonly read: Read
  readonly onMake: () => void
  readonly onLeave: () => void
}): React.ReactNode {
  const t = useMessages()
  return (
    <div role="status">
      <Text mt="sm">{t('library.import.read', { id: read.id, count: read.files.length })}</Text>
      <Remarks title={t('library.import.lost')} list={read.lost} />
      <Remarks title={t('library.import.assumed')} list={read.assumed} />
      <Group gap="xs" mt="sm">
        <Button onClick={onMake}>{t('library.import.make')}</Button>
        <Button variant="default" onClick={onLeave}>
          {t('library.import.leave')}
        </Button>
      </Group>
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
  const given: readonly Given[] = await Promise.all(files.map(givenBy))
  return importCase(given, new Date().toISOString().slice(0, 10))
}

/** A file as it is imported; a workbook is unpacked by the server, within its bounds. */
async function givenBy(file: File): Promise<Given> {
  const { name } = file
  if (/\.xlsx$/i.test(name)) return { name, text: '', rows: await api.rowsOf(file) }
  return { name, text: textOf(new Uint8Array(await file.arrayBuffer())) }
}
