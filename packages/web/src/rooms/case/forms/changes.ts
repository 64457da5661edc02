import type { Change } from '../../../state/yaml-edit.ts'
import { idFrom } from '../entries.ts'
import type { Draft, Value } from './draft.ts'
import { entriesOf, isEmpty, textOf } from './draft.ts'
import { KINDS, problemOf } from './kinds.ts'
import type { About, Beside, FieldSpec, FormSpec } from './spec.ts'

type Entry = Readonly<Record<string, unknown>>

/** What fields are asked for, as far as the draft goes. */
export const askedFor = (spec: FormSpec, draft: Draft, about: About): readonly FieldSpec[] =>
  spec.fields.filter(({ when }) => when?.(draft, about) ?? true)

/** What a form begins with: what is written, else what a new entry begins with. */
export function begun(
  spec: FormSpec,
  about: About
): { readonly draft: Draft; readonly unread: readonly FieldSpec[] } {
  const entry = about.told === undefined ? undefined : openedEntry(spec, about.told, about)
  const unread: FieldSpec[] = []
  const draft = Object.fromEntries(
    spec.fields.map((field): readonly [string, Value] => {
      const told = entry?.[field.key]
      if (told === undefined) return [field.key, entry ? '' : (field.start?.(about) ?? '')]
      const read = KINDS[field.kind].read(told, about, field)
      if (read === undefined) unread.push(field)
      return [field.key, read ?? '']
    })
  )
  return { draft, unread }
}

function openedEntry(spec: FormSpec, told: unknown, about: About): Entry {
  if (spec.bare !== undefined) return { [spec.bare]: told }
  // An option may be just its title.
  const entry = entriesOf(told) ?? { title: told }
  return spec.opened?.(entry, about) ?? entry
}

/** What is wrong with the fields, by their keys. */
export function problemsIn(
  spec: FormSpec,
  draft: Draft,
  { about, unread }: { readonly about: About; readonly unread: readonly FieldSpec[] }
): Readonly<Record<string, string>> {
  const found = askedFor(spec, draft, about)
    .filter((field) => !unread.includes(field))
    .flatMap((field) => {
      const problem = problemOf(field, draft, about) ?? takenProblem(spec, field, { draft, about })
      return problem === undefined ? [] : [[field.key, problem] as const]
    })
  return Object.fromEntries(found)
}

/** Two entries of one name cannot be told apart; and a reason must not be put in unseen. */
function takenProblem(
  { idFrom: named }: FormSpec,
  { key }: FieldSpec,
  { draft, about }: { readonly draft: Draft; readonly about: About }
): string | undefined {
  const text = textOf(draft[key]).trim()
  if (key === 'because' && text === '' && about.defaults?.because !== undefined)
    return about.say('forms.problem.becauseDefault', { because: about.defaults.because })
  const isTaken = (one: Beside): boolean => one.title.toLowerCase() === text.toLowerCase()
  return key === named && text !== '' && about.beside.some(isTaken)
    ? about.say('forms.problem.taken', { title: text })
    : undefined
}

/** The entry as a case writes it. */
export function entryFrom(spec: FormSpec, draft: Draft, about: About): Entry {
  const told = askedFor(spec, draft, about).flatMap((field) => {
    const value = draft[field.key] ?? ''
    const written = isEmpty(value) ? undefined : KINDS[field.kind].written(value, field, about)
    return written === undefined ? [] : [[field.key, written] as const]
  })
  const entry = Object.fromEntries(told)
  return spec.shape?.(entry, draft, about) ?? entry
}

/** Where an entry is written: the map or list that a new one goes into, or the entry itself. */
export interface Home {
  readonly at: string
  /** What is written there now. */
  readonly told: unknown
}

/** The changes that write a new entry, and the place of the entry. */
export function added(
  spec: FormSpec,
  draft: Draft,
  { about, home }: { readonly about: About; readonly home: Home }
): { readonly at: string; readonly changes: readonly Change[] } {
  const entry = entryFrom(spec, draft, about)
  const value = spec.bare === undefined ? entry : entry[spec.bare]
  if (spec.stands === 'alone') return { at: home.at, changes: [{ at: home.at, value }] }
  const id = idFrom(
    textOf(draft[spec.idFrom ?? '']),
    about.beside.map((one) => one.id)
  )
  if (spec.stands === 'map') {
    const at = `${home.at}/${id}`
    return { at, changes: [{ at, value }] }
  }
  const item = spec.idKey === undefined ? value : { [spec.idKey]: id, ...entry }
  const length = Array.isArray(home.told) ? home.told.length : 0
  const at = `${home.at}/${length}`
  return length > 0
    ? { at, changes: [{ at, value: item }] }
    : { at, changes: [{ at: home.at, value: [item] }] }
}

/** The changes that make the entry of one draft that of another, and nothing else. */
export function changedBetween(
  spec: FormSpec,
  { before, after }: { readonly before: Draft; readonly after: Draft },
  { about, at }: { readonly about: About; readonly at: string }
): readonly Change[] {
  const [old, now] = [entryFrom(spec, before, about), entryFrom(spec, after, about)]
  if (spec.bare !== undefined) return difference(at, old[spec.bare], now[spec.bare])
  // A title alone becomes an entry once more is said.
  if (entriesOf(about.told) === undefined)
    return Object.keys(now).length > 1
      ? [{ at, value: now }]
      : difference(at, old['title'], now['title'])
  return difference(at, old, now)
}

/** Map by map, down to what differs; lists and scalars are changed as a whole. */
function difference(at: string, old: unknown, now: unknown): readonly Change[] {
  if (JSON.stringify(old) === JSON.stringify(now)) return []
  const [left, right] = [entriesOf(old), entriesOf(now)]
  if (!left || !right || Object.keys(left).every((key) => !(key in right)))
    return [{ at, value: now }]
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) =>
    difference(`${at}/${key}`, left[key], right[key])
  )
}

/** The entries of a map or list, with the titles they are known by. */
export function besideIn(spec: FormSpec, told: unknown): readonly Beside[] {
  const entries = Array.isArray(told)
    ? told.map((one) => [String(entriesOf(one)?.[spec.idKey ?? ''] ?? ''), one] as const)
    : Object.entries(entriesOf(told) ?? {})
  return entries.map(([id, one]) => {
    const title = typeof one === 'string' ? one : entriesOf(one)?.[spec.idFrom ?? '']
    return { id, title: typeof title === 'string' ? title : id }
  })
}
