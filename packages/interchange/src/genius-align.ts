import { nearest } from '@truce/core/diagnostic'
import { Refusal } from './deal-case-refusal.ts'
import type { GeniusFile, GeniusIssue } from './genius-format.ts'

/** Whole numbers of an integer issue become options up to this many. */
const MOST_INTEGERS = 200

/** A real issue is read at its ends and at the tenths between them. */
const PARTS = 10

/** An issue that all profiles must value, under the names the domain gives. */
export interface CommonIssue {
  readonly name: string
  readonly kind: GeniusIssue['kind']
  readonly values: readonly string[]
}

/** The issues of a domain, or of the profile that stands in for it. */
export function commonIssues({ file, issues }: GeniusFile): readonly CommonIssue[] {
  const seen = new Set<string>()
  return issues.map((issue) => {
    if (seen.has(issue.name))
      throw new Refusal(`${file}: issue \`${issue.name}\` stands twice: rename one of them`)
    seen.add(issue.name)
    return { name: issue.name, kind: issue.kind, values: valuesOf(file, issue) }
  })
}

function valuesOf(file: string, { name, kind, items, range }: GeniusIssue): readonly string[] {
  const named = [...new Set(items.map(({ value }) => value))]
  if (named.length > 0) return named
  if (kind === 'discrete' || !range)
    throw new Refusal(`${file}: issue \`${name}\` has no values: add its \`item\`s or its range`)
  if (kind === 'integer') return wholeNumbers(`${file}: issue \`${name}\``, range)
  const step = (range.high - range.low) / PARTS
  return Array.from({ length: PARTS + 1 }, (_, k) =>
    String(Number((range.low + k * step).toPrecision(12)))
  )
}

function wholeNumbers(
  where: string,
  { low, high }: NonNullable<GeniusIssue['range']>
): readonly string[] {
  const count = high - low + 1
  if (!Number.isInteger(low) || !Number.isInteger(high))
    throw new Refusal(`${where}: its range is not whole: give whole numbers`)
  if (count > MOST_INTEGERS)
    throw new Refusal(
      `${where} has ${count} values, and at most ${MOST_INTEGERS} become options: narrow its range`
    )
  return Array.from({ length: count }, (_, k) => String(low + k))
}

/** What one profile says of a common issue, its evaluations in the order of the common values. */
export interface AlignedIssue {
  readonly name: string
  readonly weight: number
  readonly evaluations: readonly number[]
  /** Whether the evaluations come from a function of numbers and not from a list. */
  readonly computed: boolean
}

/** One profile in the order of the common issues and values: aligned by name, never by place. */
export interface Aligned {
  readonly issues: readonly AlignedIssue[]
  /** Values that stand several times in the profile, as sentences; the last evaluation counts. */
  readonly repeated: readonly string[]
}

/**
 * Throws a Refusal where the profile speaks of other issues or values than the common ones, or
 * leaves some out.
 */
export function aligned(
  profile: GeniusFile,
  issues: readonly CommonIssue[],
  reference: string
): Aligned {
  const { file } = profile
  const names = issues.map(({ name }) => name)
  const stranger = profile.issues.find(({ name }) => !names.includes(name))
  if (stranger)
    throw new Refusal(
      `${file}: issue \`${stranger.name}\` is not in ${reference}${meant(stranger.name, names)}`
    )
  const own = issues.map(({ name }) => ownIssue(profile, name, reference))
  return {
    issues: own.map((issue, k) => ({
      name: issue.name,
      weight: weightOf(profile, issue),
      evaluations: evaluations(`${file}: issue \`${issue.name}\``, issue, {
        values: issues[k]?.values ?? [],
        reference
      }),
      computed: isComputed(issue)
    })),
    repeated: own.flatMap((issue) => repeatedIn(file, issue))
  }
}

const isComputed = ({ items, evaluator }: GeniusIssue): boolean =>
  items.length === 0 && evaluator !== undefined

function ownIssue({ file, issues }: GeniusFile, name: string, reference: string): GeniusIssue {
  const [issue, second] = issues.filter((one) => one.name === name)
  if (!issue)
    throw new Refusal(
      `${file}: issue \`${name}\` of ${reference} is missing: add it with its weight and evaluations`
    )
  if (second) throw new Refusal(`${file}: issue \`${name}\` stands twice: rename one of them`)
  return issue
}

function weightOf({ file, issues, weights }: GeniusFile, { name, index }: GeniusIssue): number {
  const weight = weights.get(index)
  if (weight === undefined)
    throw new Refusal(
      `${file}: issue \`${name}\` has no weight: add \`<weight index="${index}" value=".."/>\``
    )
  if (issues.filter((issue) => issue.index === index).length > 1)
    throw new Refusal(
      `${file}: issue \`${name}\` shares its index ${index} with another, so its weight is not clear: number them apart`
    )
  return weight
}

interface Asked {
  readonly values: readonly string[]
  readonly reference: string
}

function evaluations(
  where: string,
  issue: GeniusIssue,
  { values, reference }: Asked
): readonly number[] {
  const { items, evaluator, range } = issue
  if (evaluator && isComputed(issue)) {
    const low = range?.low ?? Number(values[0])
    return values.map((value) => evaluator(Number(value), low))
  }
  const stranger = items.find(({ value }) => !values.includes(value))
  if (stranger)
    throw new Refusal(
      `${where}: value \`${stranger.value}\` is not in ${reference}${meant(stranger.value, values)}`
    )
  const known = new Map(items.map(({ value, evaluation }) => [value, evaluation]))
  return values.map((value) => {
    const evaluation = known.get(value)
    if (evaluation === undefined)
      throw new Refusal(`${where}: value \`${value}\` has no evaluation: add one`)
    return evaluation
  })
}

function repeatedIn(file: string, { name, items }: GeniusIssue): readonly string[] {
  const values = items.map(({ value }) => value)
  const twice = [...new Set(values.filter((value, k) => values.indexOf(value) !== k))]
  return twice.map(
    (value) =>
      `${file}: value \`${value}\` of issue \`${name}\` stands twice; its last evaluation counts, as in GENIUS`
  )
}

function meant(name: string, names: readonly string[]): string {
  const near = nearest(name, names)
  return near === undefined ? `: use one of its names` : `; did you mean \`${near}\`?`
}
