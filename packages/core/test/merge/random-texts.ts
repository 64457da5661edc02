import fc from 'fast-check'

/** Plain values as a case holds them: what a text says, without its layout. */
export type Plain = string | number | boolean | null | readonly Plain[] | PlainMap
export interface PlainMap {
  readonly [key: string]: Plain
}

const isMap = (value: Plain | undefined): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEntries = (value: Plain | undefined): value is readonly PlainMap[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => isMap(one) && 'id' in one) &&
  new Set(value.map((one) => String(one.id))).size === value.length

const scalar: fc.Arbitrary<Plain> = fc.oneof(
  fc.constantFrom('peace', 'a, b', 'no', '# no remark', "it's", 'two\nlines\n', '- x', '', 'k: v'),
  fc.integer({ min: -3, max: 3 }),
  fc.boolean(),
  fc.constant(null)
)
const key = fc.constantFrom('a', 'b', 'c', 'low', 'title')
const id = fc.constantFrom('p', 'q', 'r', 's')
const leafMap = fc.dictionary(key, scalar, { minKeys: 1, maxKeys: 4 })
const entries = fc
  .uniqueArray(fc.tuple(id, leafMap), { minLength: 1, maxLength: 4, selector: ([one]) => one })
  .map((list) => list.map(([name, map]) => ({ id: name, ...map })))
const value: fc.Arbitrary<Plain> = fc.oneof(
  scalar,
  leafMap,
  entries,
  fc.array(scalar, { minLength: 1, maxLength: 3 }),
  fc.dictionary(key, fc.oneof(leafMap, scalar, entries), { minKeys: 1, maxKeys: 3 })
)

/** What a text says. */
export const plain = fc.dictionary(
  fc.constantFrom('parties', 'issues', 'stances', 'note', 'proposals'),
  value,
  { minKeys: 1, maxKeys: 5 }
) as fc.Arbitrary<PlainMap>

/** A value with some of its fields changed, added and taken away. */
export function edited(from: PlainMap): fc.Arbitrary<PlainMap> {
  const places = placesIn(from)
  const edit = fc.record({
    at: fc.constantFrom(...places),
    how: fc.constantFrom('set', 'set', 'add', 'cut', 'new'),
    key,
    id,
    value: fc.oneof(scalar, scalar, leafMap)
  })
  return fc.array(edit, { maxLength: 3 }).map((edits) =>
    edits.reduce<PlainMap>((now, one) => {
      const next = changed(now, one.at, one)
      return isMap(next) && Object.keys(next).length > 0 ? next : now
    }, from)
  )
}

interface Edit {
  readonly how: string
  readonly key: string
  readonly id: string
  readonly value: Plain
}

function placesIn(value: Plain, way: readonly string[] = []): readonly (readonly string[])[] {
  const below = isMap(value)
    ? Object.entries(value).flatMap(([name, one]) => placesIn(one, [...way, name]))
    : isEntries(value)
      ? value.flatMap((one) => placesIn(one, [...way, String(one['id'])]))
      : []
  return [way, ...below].filter((one) => one.at(-1) !== 'id')
}

/** Undefined where the value is taken away. */
function changed(value: Plain, way: readonly string[], edit: Edit): Plain | undefined {
  const [step, ...rest] = way
  if (step === undefined) {
    if (edit.how === 'cut') return undefined
    if (edit.how === 'set') return isMap(value) && 'id' in value ? value : edit.value
    if (isMap(value)) return { ...value, [edit.key]: edit.value }
    if (isEntries(value) && !value.some((one) => one['id'] === edit.id))
      return edit.how === 'new'
        ? [{ id: edit.id, a: edit.value }, ...value]
        : [...value, { id: edit.id, a: edit.value }]
    return edit.value
  }
  if (isMap(value)) {
    const { [step]: old, ...others } = value
    const now = old === undefined ? undefined : changed(old, rest, edit)
    if (now === undefined) return Object.keys(others).length > 0 ? others : undefined
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, k === step ? now : v]))
  }
  if (!isEntries(value)) return value
  const items = value.flatMap((one): readonly Plain[] => {
    if (String(one['id']) !== step) return [one]
    const now = changed(one, rest, edit)
    return now === undefined ? [] : [now]
  })
  return items.length > 0 ? items : undefined
}

/** How a text is laid out: which maps stand in brackets, and which entries bear a remark of whom. */
export interface Style {
  readonly brackets: number
  readonly remarks: readonly { readonly who: string; readonly salt: number }[]
}

/** A value as a text in some layout, remarks above entries and behind them. */
export function textOf(root: PlainMap, style: Style): string {
  return lines(root, { way: '', indent: 0 }, style).join('\n').concat('\n')
}

interface Here {
  readonly way: string
  readonly indent: number
}

const hash = (text: string, salt: number): number =>
  [...text].reduce((sum, c) => (Math.imul(sum, 31) + c.charCodeAt(0)) >>> 0, salt) % 97

function lines(map: PlainMap, { way, indent }: Here, style: Style): readonly string[] {
  return Object.entries(map).flatMap(([name, one]) => {
    const here = `${way}/${name}`
    const said = style.remarks.filter(({ salt }) => hash(here, salt) % 5 === 0)
    const above = said.map(({ who }) => `${' '.repeat(indent)}# ${who} ${here}`)
    return [...above, ...entry(name, one, { here: { way: here, indent }, style })]
  })
}

interface Laid {
  readonly here: Here
  readonly style: Style
}

function entry(name: string, value: Plain, { here, style }: Laid): readonly string[] {
  const before = ' '.repeat(here.indent)
  const isFlow = hash(here.way, style.brackets) % 3 === 0
  if (isMap(value) && !isFlow)
    return [`${before}${name}:`, ...lines(value, { ...here, indent: here.indent + 2 }, style)]
  if (isEntries(value) && !isFlow)
    return [
      `${before}${name}:`,
      ...value.flatMap((item) => {
        const inside = { way: `${here.way}/${String(item['id'])}`, indent: here.indent + 4 }
        const { id: own, ...others } = item
        const first = `${before}  - id: ${String(own)}`
        return [first, ...lines(others, inside, style)]
      })
    ]
  if (value === 'two\nlines\n' && !isFlow)
    return [`${before}${name}: |`, `${before}  two`, `${before}  lines`]
  const behind = style.remarks.filter(({ salt }) => hash(here.way, salt) % 5 === 1)
  const remark = behind.map(({ who }) => ` # ${who} behind ${here.way}`).join('')
  return [`${before}${name}: ${JSON.stringify(value)}${remark}`]
}
