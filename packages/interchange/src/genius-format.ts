import { MOST } from './deal-case.ts'
import { Refusal } from './deal-case-refusal.ts'
import type { Evaluator } from './genius-evaluator.ts'
import { evaluatorOf } from './genius-evaluator.ts'
import { numberIn } from './genius-number.ts'
import type { Element } from './genius-xml.ts'
import { rootOf } from './genius-xml.ts'
import { plainText } from './patterns.ts'

/**
 * A file of GENIUS: a domain names issues and values, a profile also says what they are worth to
 * one party.
 */
export interface GeniusFile {
  readonly file: string
  readonly kind: 'domain' | 'profile'
  readonly issues: readonly GeniusIssue[]
  /** By the index of the issue in this file. */
  readonly weights: ReadonlyMap<string, number>
  /** The utility without agreement; undefined where the file has none, or minus infinity. */
  readonly reserve: number | undefined
  readonly discount: number | undefined
  readonly lost: readonly string[]
}

/**
 * One issue of a file. A discrete issue lists items; an integer or real one has a range, and in a
 * profile an evaluator.
 */
export interface GeniusIssue {
  readonly name: string
  readonly index: string
  readonly kind: 'discrete' | 'integer' | 'real'
  readonly items: readonly { readonly value: string; readonly evaluation: number | undefined }[]
  readonly range: { readonly low: number; readonly high: number } | undefined
  readonly evaluator: Evaluator | undefined
}

/** Reads a domain or a profile; its content says which it is. Throws a Refusal. */
export function geniusFile(file: string, text: string): GeniusFile {
  const root = rootOf(file, text)
  if (root.name !== 'utility_space' && root.name !== 'negotiation_template')
    throw new Refusal(
      `${file}: \`${plainText(root.name)}\` is not what GENIUS saves: a profile begins with \`utility_space\``
    )
  const found = elementsIn(root)
  const notAdditive = found.find(({ name }) => /^(ufun|hyperrectangle|includes)$/i.test(name))
  if (notAdditive)
    throw new Refusal(
      `${file}: \`${notAdditive.name}\` says that issues are worth something only together, and a case adds them up: choose a domain with linear utility`
    )
  const issues = found.filter(({ name }) => name === 'issue').map((issue) => issueOf(file, issue))
  if (issues.length === 0)
    throw new Refusal(`${file}: the file has no \`issue\`: give a domain or a profile of GENIUS`)
  if (issues.length > MOST.issues)
    throw new Refusal(
      `${file}: it has ${issues.length} issues, and at most ${MOST.issues} are read: choose a smaller domain`
    )
  const weights = weightsOf(file, found)
  const valued = issues.some(
    ({ items, evaluator }) => evaluator || items.some(({ evaluation }) => evaluation !== undefined)
  )
  return {
    file,
    kind: weights.size > 0 || valued ? 'profile' : 'domain',
    issues,
    weights,
    reserve: reserveOf(file, found),
    discount: numberOf(file, found, 'discount_factor'),
    lost: lostOf(file, found)
  }
}

/** All elements below, in order; what stands inside an issue belongs to it alone. */
function elementsIn({ children }: Element): readonly Element[] {
  return children.flatMap((child) =>
    child.name === 'issue' ? [child] : [child, ...elementsIn(child)]
  )
}

function issueOf(file: string, { attributes, children }: Element): GeniusIssue {
  const name = nameOf(attributes.get('name'))
  if (name === '') throw new Refusal(`${file}: an \`issue\` has no name: give it one`)
  const stated =
    attributes.get('vtype') ?? attributes.get('type') ?? attributes.get('etype') ?? 'discrete'
  const items = children.filter((child) => child.name === 'item')
  const kind =
    items.length === 0 && (stated === 'integer' || stated === 'real') ? stated : 'discrete'
  const where = `${file}: issue \`${name}\``
  if (items.length > MOST.options)
    throw new Refusal(
      `${where} has ${items.length} values, and at most ${MOST.options} are read: leave some out`
    )
  const evaluator = children.find((child) => child.name === 'evaluator')
  return {
    name,
    index: attributes.get('index') ?? '',
    kind,
    items: items.map((item) => itemOf(where, item)),
    range:
      kind === 'discrete'
        ? undefined
        : rangeOf(where, [...children.filter((child) => child.name === 'range'), { attributes }]),
    evaluator: evaluator && evaluatorOf(where, evaluator)
  }
}

/** Names are compared with their spaces evened out, as XML does with attributes anyway. */
const nameOf = (text: string | undefined): string => plainText((text ?? '').replace(/\s+/gu, ' '))

function itemOf(where: string, { attributes }: Element): GeniusIssue['items'][number] {
  const value = nameOf(attributes.get('value'))
  const evaluation = attributes.get('evaluation')
  if (value === '') throw new Refusal(`${where}: an \`item\` has no value: give it one`)
  if (evaluation === undefined || evaluation === 'null') return { value, evaluation: undefined }
  return { value, evaluation: numberIn(`${where}, value \`${value}\``, 'evaluation', evaluation) }
}

function rangeOf(
  where: string,
  holders: readonly Pick<Element, 'attributes'>[]
): GeniusIssue['range'] {
  const holder = holders.find(
    ({ attributes }) => attributes.has('lowerbound') && attributes.has('upperbound')
  )
  if (!holder) return undefined
  const low = numberIn(where, 'lowerbound', holder.attributes.get('lowerbound') ?? '')
  const high = numberIn(where, 'upperbound', holder.attributes.get('upperbound') ?? '')
  if (low > high)
    throw new Refusal(`${where}: lowerbound ${low} is above upperbound ${high}: exchange them`)
  return { low, high }
}

function weightsOf(file: string, found: readonly Element[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const { attributes } of found.filter(({ name }) => name === 'weight')) {
    const index = attributes.get('index') ?? ''
    const where = `${file}: the weight of index ${plainText(index) || '(none)'}`
    const weight = numberIn(where, 'value', attributes.get('value') ?? '')
    if (weight < 0) throw new Refusal(`${where} is ${weight}: give 0 or more`)
    if (weights.has(index) && weights.get(index) !== weight)
      throw new Refusal(`${where} stands twice: leave one`)
    weights.set(index, weight)
  }
  return weights
}

function reserveOf(file: string, found: readonly Element[]): number | undefined {
  const stated = found.find(({ name }) => name === 'reservation')?.attributes.get('value')
  return stated === undefined || /^-inf(inity)?$/i.test(stated.trim())
    ? undefined
    : numberOf(file, found, 'reservation')
}

function numberOf(file: string, found: readonly Element[], element: string): number | undefined {
  const stated = found.find(({ name }) => name === element)?.attributes.get('value')
  return stated === undefined ? undefined : numberIn(`${file}: \`${element}\``, 'value', stated)
}

function lostOf(file: string, found: readonly Element[]): readonly string[] {
  const within = found.flatMap(({ name, children }) => (name === 'issue' ? children : []))
  const costly = within.some(({ attributes }) => Number(attributes.get('cost') ?? 0) > 0)
  return [
    ...(found.filter(({ name }) => name === 'objective').length > 1
      ? [`${file}: how its issues are grouped under objectives`]
      : []),
    ...(found.some(({ name }) => name === 'agent') ? [`${file}: its agents and sessions`] : []),
    ...(within.some(({ name }) => name === 'similarity_function')
      ? [`${file}: its similarity functions`]
      : []),
    ...(costly ? [`${file}: the costs of its values`] : [])
  ]
}
