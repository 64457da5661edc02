import type { JsonObject } from '@truce/core/log'
import { RING_KINDS } from '@truce/core/log'
import type { EntryKind, EntryProblem } from '@truce/core/record'
import { admit, isEntryKind, readContent, writes } from '@truce/core/record'
import { createContext, use, useState } from 'react'
import type { Words } from '../../ui/use-words.ts'
import { useWords } from '../../ui/use-words.ts'
import { usePlace } from './place.ts'
import type { DeskView, ToWrite, WriteAs, Written } from './record-desk.ts'
import { timeIn } from './zone-time.ts'

/**
 * Who writes: somebody with a key of this browser, whoever keeps the record, at the server; or nobody
 * yet, for a party whose key is not in this browser.
 */
export type Writer =
  | WriteAs
  | { readonly key: undefined; readonly party: string; readonly role: 'operator' | 'none' }

/** What every part of an open record is given. */
export interface Opened {
  readonly view: DeskView
  readonly writer: Writer
  readonly writers: readonly Writer[]
  readonly writeAs: (writer: Writer) => void
  /** The hour by the record's clock; it goes on by itself. */
  readonly now: number
}

/** The record that is open. */
export const OpenedContext = createContext<Opened | undefined>(undefined)

/** A record with the words of its case, and the ways through its room. */
export interface RecordWords extends Opened, Words {
  readonly zone: string
  /** When the record began. */
  readonly began: number
  /** An instant on the record's clocks. */
  readonly time: (at: number | string) => string
  /** What a word of a closed list is called; itself without dashes where it has no name. */
  readonly word: (list: string, word: string) => string
  /** What a kind of entry is called; itself where there is no such kind. */
  readonly kindName: (kind: string) => string
  /** Goes to a view of this record, and to something in it. */
  readonly goTo: (view: string, item?: string) => void
}

/** The record around a part of the room. Throws where none is open: a programmer's error. */
export function useRecord(): RecordWords {
  const opened = use(OpenedContext)
  if (!opened) throw new Error('no record is open here')
  const words = useWords()
  const { go } = usePlace()
  const { t, said } = words
  const { zone } = opened.view.desk
  return {
    ...opened,
    ...words,
    zone,
    began: opened.view.fold.log.receivedAt(0),
    time: (at) => timeIn(typeof at === 'number' ? at : Date.parse(at), zone),
    word: (list, word) => {
      const key = `record.${list}.${word}`
      const named = t(key)
      return named === key ? word.replaceAll('-', ' ') : named
    },
    kindName: (kind) => {
      const known = isEntryKind(kind) ? kind : RING_KINDS.find((one) => one === kind)
      return known ? said.say(`kind-name.${known}`) : kind
    },
    goTo: (view, item) =>
      go([opened.view.head.id, view, ...(item === undefined ? [] : [item])].join('/'))
  }
}

/** What came of the last writing in a form. */
export interface Writing {
  readonly busy: boolean
  readonly problems: readonly EntryProblem[]
  /** In the record, or waiting to be sent. */
  readonly done: 'received' | 'waiting' | undefined
  /** Something that is no entry's fault. */
  readonly failed: string | undefined
  /** Writes as who is chosen; whether it is done. */
  readonly send: (what: ToWrite) => Promise<boolean>
}

const STILL = { busy: false, problems: [], done: undefined, failed: undefined } as const

/** A form's way into the record. */
export function useWriting(): Writing {
  const opened = useRecord()
  const [state, setState] = useState<Omit<Writing, 'send'>>(STILL)
  const send = async (what: ToWrite): Promise<boolean> => {
    const problems = foreseen(opened, what)
    if (problems.length > 0) {
      setState({ ...STILL, problems })
      return false
    }
    setState({ ...STILL, busy: true })
    try {
      const written = await sent(opened, what)
      if (written.outcome === 'refused') setState({ ...STILL, problems: written.problems })
      else setState({ ...STILL, done: written.outcome })
      return written.outcome !== 'refused'
    } catch (error) {
      setState({ ...STILL, failed: error instanceof Error ? error.message : String(error) })
      return false
    }
  }
  return { ...state, send }
}

const sent = ({ writer, view: { desk } }: Opened, what: ToWrite): Promise<Written> =>
  writer.key === undefined ? desk.operates(what) : desk.write(writer, what)

/**
 * What the record's own rules have against an entry, before it is signed: so that whoever writes
 * without the server is told at once. Where others wait before it, only the server can say.
 */
export function foreseen(opened: Opened, what: ToWrite): readonly EntryProblem[] {
  const { view, writer, now } = opened
  const { kind, content, audience, supersedes } = what
  if (kind === 'key.added' || kind === 'key.revoked' || view.waiting.length > 0) return []
  const hour = new Date(now).toISOString()
  const { party, role } = writer
  const read = readContent({
    number: view.fold.size,
    id: 'to-be-written',
    kind,
    author: { party, key: '', role: role as 'head' },
    recorded: hour,
    received: hour,
    content,
    ...(audience && { audience }),
    ...(supersedes !== undefined && { supersedes })
  })
  if (!read.ok) return read.problems
  const { tolerance } = view.fold.log
  return admit(view.fold.state, read.entry, { tolerance, exercise: view.head.exercise })
}

/** Whether who is chosen may write entries of a kind at all. */
export const mayWrite = ({ writer }: Opened, kind: EntryKind): boolean =>
  writer.role !== 'none' && writes(writer.role as 'head', kind)

/** A content without what was left empty. */
export function filled(content: Readonly<Record<string, unknown>>): JsonObject {
  return JSON.parse(
    JSON.stringify(content, (_, value) =>
      value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value
    )
  )
}
