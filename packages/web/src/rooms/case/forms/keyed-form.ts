import type { SourceFile } from '@truce/core'
import { STEPS } from '../contents.ts'
import { writtenAt } from '../places.ts'
import type { ProcessKind } from './process-forms.ts'
import { ALONE, FORM_OF } from './process-forms.ts'
import type { FieldSpec, FormSpec } from './spec.ts'
import { FORMS } from './specs/index.ts'
import type { Wanted } from './use-entry.ts'

/** A form, and those of its fields that a key of the case is written by; none: all of them. */
export interface KeyedForm {
  readonly wanted: Wanted
  readonly only: readonly string[]
}

/** What is to be written: a pointer to it or to what lacks it, and the keys that would say it. */
export interface WrittenBy {
  readonly at: string
  readonly keys: readonly string[]
}

/**
 * The form that writes what stands at a pointer, or what is missing there. Keys that the entry
 * itself does not have are those of a new entry beside it: a case without a channel has no
 * `line-check`.
 */
export function keyedForm(
  files: readonly SourceFile[],
  { at, keys }: WrittenBy
): KeyedForm | undefined {
  const [root = '', ...inner] = at.split('/')
  const kind = kindOf(root)
  if (kind === undefined) return undefined
  const isAlone = ALONE.includes(kind)
  const home = isAlone ? root : inner[0] === undefined ? undefined : `${root}/${inner[0]}`
  const way = isAlone ? inner : inner.slice(1)
  const named = way.length > 0 ? fieldsOn(kind, way) : []
  const own = [...new Set([...named, ...keys.flatMap((key) => fieldsOn(kind, [key]))])]
  if (kind === 'ceasefire' && own.length === 0 && keys.length > 0) {
    const other = OTHERS.find((one) => keys.some((key) => fieldsOn(one, [key]).length > 0))
    if (other !== undefined) return added(other)
  }
  if (home === undefined || writtenAt(files, home) === undefined) return added(kind)
  return { wanted: { form: FORM_OF[kind], at: home, isNew: false }, only: own }
}

const added = (kind: ProcessKind): KeyedForm => ({
  wanted: { form: FORM_OF[kind], at: kind, isNew: true },
  only: []
})

/** Where a key may stand that is none of the ceasefire's own. */
const OTHERS: readonly ProcessKind[] = ['channels', 'withdrawals', 'meetings', 'gates', 'tracks']

const kindOf = (root: string): ProcessKind | undefined => STEPS.find((kind) => kind === root)

/** The fields that write what a way leads to, else those of its first step. */
function fieldsOn(kind: ProcessKind, way: readonly string[]): readonly string[] {
  const spec: FormSpec = FORMS[FORM_OF[kind]]
  const along = (steps: readonly string[]): readonly string[] =>
    spec.fields.filter((field) => goes(writtenPath(spec, field), steps)).map(({ key }) => key)
  const whole = along(way)
  return whole.length > 0 ? whole : along(way.slice(0, 1))
}

const goes = (path: readonly string[], way: readonly string[]): boolean =>
  way.every((step, place) => step === path[place])

function writtenPath({ groups = {} }: FormSpec, { key }: FieldSpec): readonly string[] {
  const found = Object.entries(groups).find(([, fields]) => key in fields)
  return found ? [found[0], found[1][key] ?? key] : [key]
}
