import type { Change } from '../../../state/yaml-edit.ts'
import type { CaseNames } from '../../../ui/names.ts'
import type { Draft, Value } from './draft.ts'

/** Something that can be chosen. */
export interface Choice {
  readonly value: string
  readonly label: string
}

/** What a form is about, and what its fields may look up. */
export interface About {
  /** The entry's place; of a new one, the map or list that it goes into. */
  readonly at?: string
  readonly names: CaseNames
  /** A text of the catalogue. */
  readonly say: (key: string, values?: Record<string, string | number>) => string
  /** The party whose stance the entry belongs to. */
  readonly party?: string
  /** The issue the entry belongs to. */
  readonly issue?: string
  /** What the party's stance says once for all of its entries. */
  readonly defaults?: { readonly because?: string; readonly numbers?: string }
  /** The ids that are taken beside the entry, and what stands under them. */
  readonly beside: readonly Beside[]
  /** The entry as it is written now; undefined for a new one. */
  readonly told?: unknown
}

/** An entry beside the one that is written. */
export interface Beside {
  readonly id: string
  readonly title: string
}

/** The kinds of field there are. */
export type KindName =
  | 'text'
  | 'lines'
  | 'number'
  | 'date'
  | 'span'
  | 'link'
  | 'choice'
  | 'several'
  | 'source'
  | 'range'
  | 'worths'
  | 'condition'
  | 'terms'
  | 'package'
  | 'answers'
  | 'pattern'
  | 'statements'
  | 'list'
  | 'each'
  | 'rows'
  | 'places'
  | 'moment'
  | 'when'
  | 'lapse'
  | 'clock'

/** One field of a form, described. */
export interface FieldSpec {
  /** The key of the entry that it is written at. */
  readonly key: string
  readonly kind: KindName
  /** Key of its label in the catalogue, behind `forms.field.`. */
  readonly label: string
  /** Whether the entry cannot do without it; `new`: whether a new one cannot. */
  readonly needed?: boolean | 'new'
  /** Whether it may take several lines. */
  readonly long?: boolean
  /** What a new entry begins with. */
  readonly start?: (about: About) => Value
  readonly among?: (about: About, draft: Draft) => readonly Choice[]
  /** What is chosen from for each of `among`; a number is asked for where nothing is. */
  readonly each?: (about: About, draft: Draft) => readonly Choice[]
  /** The fields of each row. */
  readonly parts?: readonly FieldSpec[]
  /** Whether one that is chosen is written as a list too. */
  readonly isList?: boolean
  /** Whether some of `among` may stay empty. */
  readonly isPartial?: boolean
  readonly bounds?: { readonly min: number; readonly max: number; readonly step: number }
  /** Whether it is asked for at all. */
  readonly when?: (draft: Draft, about: About) => boolean
  /** What is said below its label. */
  readonly help?: (about: About) => string | undefined
}

/** Whether an entry cannot do without a field. */
export const isNeeded = ({ needed }: FieldSpec, { told }: About): boolean =>
  needed === 'new' ? told === undefined : needed === true

/** What an input of a form is given. */
export interface InputProps {
  readonly field: FieldSpec
  readonly about: About
  readonly draft: Draft
  readonly value: Value
  readonly write: (value: Value) => void
  readonly label: string
  readonly problem: string | undefined
}

/** The form of one kind of entry, described. */
export interface FormSpec {
  /** Key of its words in the catalogue: `forms.<name>.add`, `forms.<name>.title`. */
  readonly name: string
  readonly fields: readonly FieldSpec[]
  /** Whether entries stand in a map by id, in a list, or one alone at its place. */
  readonly stands: 'map' | 'list' | 'alone'
  /** The field that the id of a new entry is made from. */
  readonly idFrom?: string
  /** The key that the id stands at in a list. */
  readonly idKey?: string
  /** The field that alone is the entry, where it is no map. */
  readonly bare?: string
  /** Fields that are written together under one key: by that key, each with the one it has in there. */
  readonly groups?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What is written, where that is not just each field at its key. */
  readonly shape?: (
    entry: Readonly<Record<string, unknown>>,
    draft: Draft,
    about: About
  ) => Readonly<Record<string, unknown>>
  /** The entry as the fields read it, where that is not just each key; undoes `shape`. */
  readonly opened?: (
    told: Readonly<Record<string, unknown>>,
    about: About
  ) => Readonly<Record<string, unknown>>
  /** What must change elsewhere with a change of the entry, so that no name leads nowhere. */
  readonly follows?: (draft: Draft, about: About) => readonly Change[]
}
