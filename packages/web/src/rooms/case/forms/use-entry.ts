import type { SourceFile } from '@truce/core'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Engine, Trouble } from '../../../engine/protocol.ts'
import { Superseded } from '../../../engine/protocol.ts'
import { useMessages } from '../../../messages/index.ts'
import { messageOf } from '../../../state/message-of.ts'
import { useWorkbench } from '../../../state/use-workbench.ts'
import type { Change } from '../../../state/yaml-edit.ts'
import { setAll } from '../../../state/yaml-edit.ts'
import { useGround } from '../../../ui/ground.ts'
import { writtenAt } from '../places.ts'
import { added, askedFor, begun, besideIn, changedBetween, problemsIn } from './changes.ts'
import type { Draft, Value } from './draft.ts'
import { entriesOf, isEmpty, scalarIn } from './draft.ts'
import type { About, Choice, FieldSpec } from './spec.ts'
import type { FormName } from './specs/index.ts'
import { FORMS } from './specs/index.ts'

/** What a form is to write. */
export interface Wanted {
  readonly form: FormName
  /** A new entry's map or list; or the entry that is changed, or that stands alone. */
  readonly at: string
  readonly isNew: boolean
  readonly party?: string
  readonly issue?: string
}

/** An entry that is being written. */
export interface Entry {
  readonly about: About
  readonly draft: Draft
  readonly fields: readonly FieldSpec[]
  /** Fields whose text says more than the form can show; they stay as they are. */
  readonly unread: readonly FieldSpec[]
  readonly write: (key: string, value: Value) => void
  readonly problemOf: (key: string) => string | undefined
  /** What stands in the way that belongs to no field. */
  readonly trouble: string | undefined
  readonly made: readonly Choice[]
  readonly make: (choice: Choice, change: Change) => void
  /** Whether the case as it would be is being read. */
  readonly isChecking: boolean
  /** Ends that; nothing is written. */
  readonly stop: () => void
  /** What the entry would make wrong elsewhere in the case, where that is not accepted yet. */
  readonly elsewhere: readonly Trouble[]
  /** Writes the entry if nothing stands in the way; `anyway` also where it makes others wrong. */
  readonly keep: (anyway?: boolean) => Promise<Outcome>
}

/** What came of keeping an entry: `wrong` is the key of the first faulty field. */
export type Outcome =
  | { readonly kind: 'kept' | 'stopped' | 'elsewhere' }
  | { readonly kind: 'wrong'; readonly field: string }

/** An entry of the case as it is being written in a form; `done` names the step to undo. */
export function useEntry(wanted: Wanted, done: string): Entry {
  const { engine, view, change } = useWorkbench()
  const spec = FORMS[wanted.form]
  const about = useAbout(wanted)
  const trial = useTrial(engine)
  const [start] = useState(() => begun(spec, about))
  const [draft, setDraft] = useState(start.draft)
  const [isTried, setTried] = useState(false)
  const [{ own: refused, elsewhere }, refuse] = useState(NOTHING)
  const [made, setMade] = useState<readonly { readonly choice: Choice; readonly change: Change }[]>(
    []
  )
  const problems = problemsIn(spec, draft, { about, unread: start.unread })
  const isWrong = (key: string): boolean => isTried || !isEmpty(draft[key])
  const write = (key: string, value: Value): void => {
    setDraft((now) => ({ ...now, [key]: value }))
    trial.stop()
    refuse(NOTHING)
  }
  const keep = async (anyway = false): Promise<Outcome> => {
    setTried(true)
    const [first] = Object.keys(problems)
    if (first !== undefined) return { kind: 'wrong', field: first }
    const told = changesOf(wanted, { draft, start: start.draft, about, files: view.files })
    const changes = [...made.map((one) => one.change), ...told.changes]
    const found = await refusals(trial.ask, () => setAll(view.files, changes), told.at)
    if (found === undefined) return { kind: 'stopped' }
    refuse(found)
    const [wrong] = Object.keys(found.own)
    if (wrong !== undefined) return { kind: 'wrong', field: wrong }
    if (found.elsewhere.length > 0 && !anyway) return { kind: 'elsewhere' }
    if (changes.length > 0) change(changes, done)
    return { kind: 'kept' }
  }
  const fields = askedFor(spec, draft, about).filter((field) => !start.unread.includes(field))
  return {
    about,
    draft,
    fields,
    unread: start.unread,
    write,
    problemOf: (key) =>
      refused[key] ?? (isWrong(key) ? shownProblem(problems, key, isTried) : undefined),
    trouble: Object.entries(refused).find(([key]) => !fields.some((one) => one.key === key))?.[1],
    made: made.map(({ choice }) => choice),
    make: (choice, change) => setMade((now) => [...now, { choice, change }]),
    isChecking: trial.isAsking,
    stop: trial.stop,
    elsewhere,
    keep
  }
}

/** While somebody is still typing, only what is refused whole is said; the rest when it is kept. */
const shownProblem = (
  problems: Readonly<Record<string, string>>,
  key: string,
  isTried: boolean
): string | undefined => (isTried ? problems[key] : undefined)

function useAbout({ form, at, isNew, party, issue }: Wanted): About {
  const names = useGround()
  const say = useMessages()
  const { files } = useWorkbench().view
  const spec = FORMS[form]
  return useMemo(() => {
    const told = isNew ? undefined : writtenAt(files, at)
    const beside = isNew && spec.stands !== 'alone' ? besideIn(spec, writtenAt(files, at)) : []
    const defaults = party === undefined ? undefined : defaultsIn(files, party)
    return {
      at,
      names,
      say,
      beside,
      ...(told === undefined ? {} : { told }),
      ...(party === undefined ? {} : { party }),
      ...(issue === undefined ? {} : { issue }),
      ...(defaults ? { defaults } : {})
    }
  }, [names, say, files, at, isNew, party, issue, spec])
}

/** What a party's stance says once for all of its entries. */
export function defaultsIn(
  files: readonly SourceFile[],
  party: string
): NonNullable<About['defaults']> {
  const told = entriesOf(writtenAt(files, `stances/${party}/defaults`))
  const [because, numbers] = [scalarIn(told?.['because']), scalarIn(told?.['numbers'])]
  return {
    ...(because === undefined ? {} : { because }),
    ...(numbers === undefined ? {} : { numbers })
  }
}

interface Told {
  readonly draft: Draft
  readonly start: Draft
  readonly about: About
  readonly files: readonly SourceFile[]
}

function changesOf(
  { form, at, isNew }: Wanted,
  { draft, start, about, files }: Told
): { readonly at: string; readonly changes: readonly Change[] } {
  const spec = FORMS[form]
  return about.told === undefined
    ? added(spec, draft, { about, home: { at, told: isNew ? writtenAt(files, at) : undefined } })
    : {
        at,
        changes: [
          ...changedBetween(spec, { before: start, after: draft }, { about, at }),
          ...(spec.follows?.(draft, about) ?? [])
        ]
      }
}

/** What the reader refuses: in the entry by the field it stands at, and elsewhere in the case. */
interface Refusals {
  readonly own: Readonly<Record<string, string>>
  readonly elsewhere: readonly Trouble[]
}

const NOTHING: Refusals = { own: {}, elsewhere: [] }

/** What the reader refuses in the case as it would be; undefined where the reading was ended. */
async function refusals(
  ask: Trial['ask'],
  made: () => readonly SourceFile[],
  at: string
): Promise<Refusals | undefined> {
  try {
    const troubles = await ask(made())
    const isOwn = (one: Trouble): boolean => one.at === at || one.at.startsWith(`${at}/`)
    const own = troubles
      .filter(isOwn)
      .map((one) => [one.at.slice(at.length + 1).split('/')[0], worded(one)] as const)
    return {
      own: Object.fromEntries(own),
      elsewhere: troubles.filter((one) => !isOwn(one))
    }
  } catch (error) {
    return error instanceof Superseded ? undefined : { ...NOTHING, own: { '': messageOf(error) } }
  }
}

const worded = ({ message, help }: Trouble): string =>
  help === undefined ? message : `${message}; ${help}`

/** The reading of texts that are only tried, beside everything else that is asked. */
interface Trial {
  readonly isAsking: boolean
  readonly ask: (files: readonly SourceFile[]) => Promise<readonly Trouble[]>
  readonly stop: () => void
}

function useTrial(engine: Engine): Trial {
  const [isAsking, setAsking] = useState(false)
  const lane = useId()
  const stopper = useRef<AbortController>(undefined)
  useEffect(() => () => stopper.current?.abort(), [])
  return {
    isAsking,
    ask: async (files) => {
      const mine = new AbortController()
      stopper.current = mine
      setAsking(true)
      try {
        return await engine.ask('trial', { files }, { lane, signal: mine.signal })
      } finally {
        if (stopper.current === mine) setAsking(false)
      }
    },
    stop: () => stopper.current?.abort()
  }
}
