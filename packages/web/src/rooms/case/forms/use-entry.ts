import type { SourceFile } from '@truce/core'
import { useMemo, useState } from 'react'
import { useMessages } from '../../../messages/index.ts'
import type { Trouble } from '../../../removing/trial.ts'
import { knowSound, troublesOf } from '../../../removing/trial.ts'
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
  /** Writes the entry; the key of the first faulty field where it cannot be. */
  readonly keep: () => Promise<string | undefined>
}

/** An entry of the case as it is being written in a form; `done` names the step to undo. */
export function useEntry(wanted: Wanted, done: string): Entry {
  const { view, change } = useWorkbench()
  const spec = FORMS[wanted.form]
  const about = useAbout(wanted)
  const [start] = useState(() => begun(spec, about))
  const [draft, setDraft] = useState(start.draft)
  const [isTried, setTried] = useState(false)
  const [refused, refuse] = useState<Readonly<Record<string, string>>>({})
  const [made, setMade] = useState<readonly { readonly choice: Choice; readonly change: Change }[]>(
    []
  )
  const problems = problemsIn(spec, draft, { about, unread: start.unread })
  const isWrong = (key: string): boolean => isTried || !isEmpty(draft[key])
  const write = (key: string, value: Value): void => {
    setDraft((now) => ({ ...now, [key]: value }))
    refuse({})
  }
  const keep = async (): Promise<string | undefined> => {
    setTried(true)
    const [first] = Object.keys(problems)
    if (first !== undefined) return first
    const told = changesOf(wanted, { draft, start: start.draft, about, files: view.files })
    const changes = [...made.map((one) => one.change), ...told.changes]
    if (view.sound) knowSound(view.files)
    const found = await refusals(view.files, changes, told.at)
    refuse(found)
    const [wrong] = Object.keys(found)
    if (wrong === undefined && changes.length > 0) change(changes, done)
    return wrong
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

/** What the reader refuses in the entry, by the field it stands at. */
async function refusals(
  files: readonly SourceFile[],
  changes: readonly Change[],
  at: string
): Promise<Readonly<Record<string, string>>> {
  try {
    const troubles = await troublesOf(files, setAll(files, changes))
    const own = troubles.filter((one) => one.at === at || one.at.startsWith(`${at}/`))
    return Object.fromEntries(
      own.map((one) => [one.at.slice(at.length + 1).split('/')[0], worded(one)])
    )
  } catch (error) {
    return { '': messageOf(error) }
  }
}

const worded = ({ message, help }: Trouble): string =>
  help === undefined ? message : `${message}; ${help}`
