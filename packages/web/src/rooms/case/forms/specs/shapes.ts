import { WEAPONS } from '@truce/core/model'
import { parties, wordsOf } from '../choices.ts'
import { entriesOf } from '../draft.ts'
import type { FieldSpec, FormSpec } from '../spec.ts'

type Entry = Readonly<Record<string, unknown>>

/** What a thing is called: a new one by its title gets its id. */
export const titled = (label: string, needed: FieldSpec['needed'] = true): FieldSpec => ({
  key: 'title',
  kind: 'text',
  label,
  ...(needed === undefined ? {} : { needed })
})

/** A number of days or hours. */
export const DAYS = { min: 0, max: 1e5, step: 1 }

/** A number. */
export const number = (key: string, label: string, bounds: NonNullable<FieldSpec['bounds']>) =>
  ({ key, kind: 'number', label, bounds }) satisfies FieldSpec

/** Some parties, written as a list. */
export const some = (key: string, label: string): FieldSpec => ({
  key,
  kind: 'several',
  label,
  among: parties,
  isList: true
})

/** A class of weapons, by calibre where that matters. */
export const WEAPON: readonly FieldSpec[] = [
  {
    key: 'class',
    kind: 'choice',
    label: 'weapon',
    needed: true,
    among: wordsOf(WEAPONS, 'forms.weapon')
  },
  number('at-least-mm', 'atLeastMm', { min: 0, max: 1e5, step: 1 }),
  number('below-mm', 'belowMm', { min: 0, max: 1e5, step: 1 }),
  { key: 'definition', kind: 'text', label: 'definition' }
]

/** Who says so and why, of what is no figure. */
export const reason: readonly FieldSpec[] = [
  { key: 'source', kind: 'source', label: 'source' },
  { key: 'because', kind: 'text', label: 'because', long: true }
]

/**
 * Fields that a case writes together under one key, by that key: the key of each field, and the one
 * it has in there.
 */
export type Groups = Readonly<Record<string, Readonly<Record<string, string>>>>

/** How an entry with such groups is written, and read back. */
export function grouped(groups: Groups): Required<Pick<FormSpec, 'groups' | 'shape' | 'opened'>> {
  return {
    groups,
    shape: (entry) => together(entry, groups),
    opened: (told) => apart(told, groups)
  }
}

/** The entry with the fields of each group under its key. */
export function together(entry: Entry, groups: Groups): Entry {
  const made: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(entry)) {
    const [group, inner] = placeOf(key, groups)
    made[group] = inner === undefined ? value : { ...entriesOf(made[group]), [inner]: value }
  }
  return made
}

const placeOf = (key: string, groups: Groups): readonly [string, string | undefined] => {
  const found = Object.entries(groups).find(([, fields]) => key in fields)
  return found ? [found[0], found[1][key]] : [key, undefined]
}

/** The entry with what stands under each group's key beside the rest. */
export function apart(told: Entry, groups: Groups): Entry {
  const fields = Object.entries(groups).flatMap(([group, inner]) => {
    const under = entriesOf(told[group]) ?? {}
    return Object.entries(inner).map(([key, name]) => [key, under[name]] as const)
  })
  return { ...told, ...Object.fromEntries(fields) }
}

/** The entry with terms under a key, where there are any. */
export const withTerms = (entry: Entry, key: string, terms: unknown): Entry =>
  Object.keys(entriesOf(terms) ?? {}).length === 0 ? entry : { ...entry, [key]: terms }
