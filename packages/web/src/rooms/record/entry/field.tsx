import { Checkbox } from '@mantine/core'
import type { EntryKind } from '@truce/core/record'
import type { ReactNode } from 'react'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Among, Line, Lines } from '../parts.tsx'
import classes from '../record.module.css'
import { useRecord } from '../use-record.ts'
import { localIn } from '../zone-time.ts'
import type { Option } from './choices.ts'
import { optionsOf } from './choices.ts'
import type { Draft, DraftGroup } from './entry-draft.ts'
import { groupOf, listOf, NOW, wordsOf } from './entry-draft.ts'
import { Agenda, Entries } from './entry-fields.tsx'
import type { Asked, Field } from './entry-shape.ts'
import { FieldProblems } from './field-problems.tsx'
import { fieldLabel, listedWord } from './field-words.ts'
import { FilesField, HashField } from './files-field.tsx'
import type { PlacedProblem } from './problem-places.ts'
import { problemsAt } from './problem-places.ts'
import { Several, Ticks } from './several.tsx'
import { Tongues } from './tongues.tsx'

/** What all fields of a form share. */
export interface FormOf {
  readonly kind: EntryKind
  readonly placed: readonly PlacedProblem[]
}

interface FieldProps extends FormOf {
  readonly field: Field
  readonly path: string
  readonly needed: boolean
  readonly draft: Draft | undefined
  readonly onChange: (draft: Draft) => void
}

/** Fields one after the other, as a part of a form. */
export function Fields({
  fields,
  draft,
  path = '',
  needed = true,
  onChange,
  ...form
}: FormOf & {
  readonly fields: readonly Field[]
  readonly draft: DraftGroup
  readonly path?: string
  readonly needed?: boolean
  readonly onChange: (draft: DraftGroup) => void
}): ReactNode {
  const { t } = useRecord()
  const shown = (field: Field): ReactNode => (
    <FieldShown
      key={field.key}
      {...form}
      field={field}
      needed={needed && field.needed}
      path={path === '' ? field.key : `${path}.${field.key}`}
      draft={draft[field.key]}
      onChange={(value) => onChange({ ...draft, [field.key]: value })}
    />
  )
  const seldom = fields.filter(isSeldom)
  return (
    <>
      {fields
        .filter((one) => !isSeldom(one))
        .toSorted((a, b) => placeOf(a) - placeOf(b))
        .map(shown)}
      {seldom.length === 0 ? null : (
        <div className={classes['wide']}>
          <Disclosure label={t('record.field.seldom')}>
            <div className={classes['row']}>{seldom.map(shown)}</div>
          </Disclosure>
        </div>
      )}
    </>
  )
}

/** What is said first, whatever its place in the schema. */
const FIRST = ['category', 'outcome', 'weapon', 'count', 'name', 'area', 'lat', 'lon']

const placeOf = ({ key }: Field): number =>
  FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length

/** What need not be said and seldom is; it stands folded below the rest. */
const SELDOM = new Set([
  'until',
  'from',
  'within',
  'weaponText',
  'calibreMm',
  'observed',
  'intent',
  'service',
  'appointment',
  'protests',
  'notice',
  'units',
  'refersTo'
])

const isSeldom = ({ key, needed }: Field): boolean => !needed && SELDOM.has(key)

function FieldShown(props: FieldProps): ReactNode {
  const { field, path, placed, kind, draft, needed, onChange } = props
  const record = useRecord()
  const { asked } = field
  if (asked.as === 'kept' || asked.as === 'own-name') return null
  const label = fieldLabel(record, kind, path)
  if (asked.as === 'group') return <Group {...props} label={label} fields={asked.fields} />
  if (asked.as === 'many') return <Many {...props} label={label} fields={asked.fields} />
  const problems = problemsAt(placed, path)
  const wide = !NARROW.has(asked.as)
  return (
    <div className={wide ? classes['wide'] : undefined} data-path={path}>
      <Input asked={asked} {...{ label, draft, needed, onChange }} name={field.key} />
      <FieldProblems problems={problems} name={field.key} />
    </div>
  )
}

/** What stands beside others in one line. */
const NARROW = new Set<Asked['as']>(['word', 'choice', 'number', 'instant', 'line', 'range'])

interface InputProps {
  readonly asked: Asked
  readonly name: string
  readonly label: string
  readonly needed: boolean
  readonly draft: Draft | undefined
  readonly onChange: (draft: Draft) => void
}

function Input(props: InputProps): ReactNode {
  const { asked, name, label, draft, needed, onChange } = props
  const record = useRecord()
  const text = { label, value: wordsOf(draft), required: needed, onChange }
  if (asked.as === 'word') return <Listed {...props} options={wordOptions(record, props)} />
  if (asked.as === 'choice') return <Listed {...props} options={optionsOf(record, asked.of)} />
  if (asked.as === 'words')
    return <Several {...props} options={wordOptions(record, props)} chosen={chosenIn(draft)} />
  if (asked.as === 'choices') return <Choices {...props} options={optionsOf(record, asked.of)} />
  if (asked.as === 'instant') return <Instant {...props} />
  if (asked.as === 'prose' || asked.as === 'lines') return <Lines {...text} />
  if (asked.as === 'tongues') return <Tongues {...props} all={listOf(draft).map(groupOf)} />
  if (asked.as === 'files') return <FilesField {...props} all={listOf(draft).map(groupOf)} />
  if (asked.as === 'agenda') return <Agenda {...props} agenda={groupOf(draft)} />
  if (asked.as === 'entries') return <Entries {...props} chosen={chosenIn(draft)} />
  if (asked.as === 'hash') return <HashField {...props} value={wordsOf(draft)} />
  if (asked.as === 'yes-no')
    return (
      <Checkbox
        size="xs"
        label={label}
        checked={draft === true}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    )
  if (asked.as === 'number')
    return <Line {...text} type="number" step={asked.whole ? '1' : 'any'} />
  return (
    <Line
      {...text}
      {...(asked.as === 'range' && { description: record.t('record.field.range.about') })}
      {...(name === 'language' && { required: false })}
    />
  )
}

const chosenIn = (draft: Draft | undefined): readonly string[] => listOf(draft).map(wordsOf)

const wordOptions = (
  record: ReturnType<typeof useRecord>,
  { asked, name }: InputProps
): readonly Option[] =>
  'list' in asked
    ? asked.list.map((value) => ({ value, label: listedWord(record, name, value) }))
    : []

/** One of a list; none, where it need not be said. */
function Listed({
  label,
  draft,
  needed,
  onChange,
  options
}: InputProps & { readonly options: readonly Option[] }): ReactNode {
  const { t } = useRecord()
  const none = { value: '', label: t(needed ? 'record.field.choose' : 'record.field.not-said') }
  return (
    <Among
      label={label}
      value={wordsOf(draft)}
      required={needed}
      onChange={onChange}
      options={[none, ...options]}
    />
  )
}

/** Parties are ticked, there being few; of many others one after the other is chosen. */
const FEW = 12

function Choices(props: InputProps & { readonly options: readonly Option[] }): ReactNode {
  const Shown = props.options.length > FEW ? Several : Ticks
  return <Shown {...props} chosen={chosenIn(props.draft)} />
}

function Instant({ label, draft, needed, onChange }: InputProps): ReactNode {
  const { now, zone } = useRecord()
  const text = wordsOf(draft)
  const at = text === NOW ? now : text.endsWith('Z') ? Date.parse(text) : undefined
  return (
    <Line
      type="datetime-local"
      label={label}
      value={at === undefined ? text : localIn(at, zone)}
      required={needed}
      onChange={onChange}
    />
  )
}

interface PartProps extends FieldProps {
  readonly label: string
  readonly fields: readonly Field[]
}

function Group({
  label,
  fields,
  kind,
  placed,
  path,
  field,
  needed,
  draft,
  onChange
}: PartProps): ReactNode {
  const problems = placed.filter(({ at }) => at === path).map(({ problem }) => problem)
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className={classes['row']}>
        <Fields
          {...{ kind, placed, path, needed, fields }}
          draft={groupOf(draft)}
          onChange={onChange}
        />
      </div>
      <FieldProblems problems={problems} name={field.key} />
    </fieldset>
  )
}

/** The same asked for again and again, such as what stands where. */
function Many(props: PartProps): ReactNode {
  const { label, fields, kind, placed, path, field, draft, needed, onChange } = props
  const { t } = useRecord()
  const problems = placed.filter(({ at }) => at === path).map(({ problem }) => problem)
  const all = listOf(draft)
  const shown = all.length === 0 && needed ? [{}] : all
  const change = (place: number, one: Draft): void =>
    onChange(shown.map((old, at) => (at === place ? one : old)))
  return (
    <fieldset>
      <legend>{label}</legend>
      {shown.map((one, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they stand in one order and are added at the end
        <div key={place} className={`${classes['row']} ${classes['each']}`}>
          <Fields
            {...{ kind, placed, fields }}
            path={`${path}.${place}`}
            draft={groupOf(one)}
            onChange={(value) => change(place, value)}
          />
          {shown.length > (needed ? 1 : 0) ? (
            <TextLink
              aria-label={t('record.field.less.of', { what: label, n: place + 1 })}
              onClick={() => onChange(shown.filter((_, at) => at !== place))}
            >
              {t('record.field.less')}
            </TextLink>
          ) : null}
        </div>
      ))}
      <TextLink onClick={() => onChange([...shown, anew(fields)])}>
        {t('record.field.more')}
      </TextLink>
      <FieldProblems problems={problems} name={field.key} />
    </fieldset>
  )
}

/** One more of a list: what bears a short name of its own gets one that no other has. */
const anew = (fields: readonly Field[]): DraftGroup =>
  Object.fromEntries(
    fields
      .filter(({ asked }) => asked.as === 'own-name')
      .map(({ key }) => [key, crypto.randomUUID().slice(0, 8)])
  )
