import { nearest } from '@truce/core/diagnostic'
import { MOST } from './deal-case.ts'
import { Refusal } from './deal-case-refusal.ts'
import type { GeniusFile, GeniusIssue } from './genius-format.ts'
import { numberIn } from './genius-number.ts'
import { MOST_GENIUS_CHARACTERS } from './genius-xml.ts'
import { plainText } from './patterns.ts'

/**
 * A number issue keeps its own steps up to this many values; beyond, its ends and the tenths
 * between them.
 */
const MOST_STEPS = 200
const PARTS = 10

/** One issue of a profile, and what any of its values is worth. */
interface WebIssue extends GeniusIssue {
  readonly utility: (value: string) => number
}

/** Reads a profile; throws a Refusal. The utility of its reservation bid is its reserve. */
export function geniusWebProfile(file: string, text: string): GeniusFile {
  if (text.length > MOST_GENIUS_CHARACTERS)
    throw new Refusal(`${file}: the file is larger than 2 MB: leave out what is no profile`)
  const space = spaceIn(file, text)
  const domain = inside(`${file}: \`domain\``, space.get('domain'))
  const utilities = inside(`${file}: \`issueUtilities\``, space.get('issueUtilities'))
  const values = inside(
    `${file}: \`domain.issuesValues\``,
    domain.get('issuesValues') ?? domain.get('issueValues')
  )
  if (values.size > MOST.issues)
    throw new Refusal(
      `${file}: it has ${values.size} issues, and at most ${MOST.issues} are read: choose a smaller domain`
    )
  const stranger = [...utilities.keys()].find((name) => !values.has(name))
  if (stranger !== undefined)
    throw new Refusal(
      `${file}: issue \`${plainText(stranger)}\` is not in the domain of the file: name it there`
    )
  const issues = [...values].map(([name, held]) =>
    issueOf(file, { name, held, utilities: utilities.get(name) })
  )
  const weights = weightsOf(file, space.get('issueWeights'))
  const reserve = reserveOf(file, space.get('reservationBid'), { issues, weights })
  return { file, kind: 'profile', issues, weights, reserve, discount: undefined, lost: [] }
}

function spaceIn(file: string, text: string): ReadonlyMap<string, unknown> {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new Refusal(`${file}: the file is not JSON: give a profile as GeniusWeb saves it`)
  }
  const whole = inside(`${file}: the file`, json)
  const [kind] = whole.keys()
  const space = whole.get('LinearAdditiveUtilitySpace')
  if (space !== undefined) return inside(`${file}: \`LinearAdditiveUtilitySpace\``, space)
  throw new Refusal(
    `${file}: \`${plainText(kind ?? '')}\` is no linear additive utility, and a case knows no other: give a profile that begins with \`LinearAdditiveUtilitySpace\``
  )
}

/** The entries of an object; a map, so that no name means anything else. */
function inside(where: string, value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return new Map(Object.entries(value))
  throw new Refusal(`${where} is missing or is no object: give a profile as GeniusWeb saves it`)
}

interface Stated {
  readonly name: string
  readonly held: unknown
  readonly utilities: unknown
}

function issueOf(file: string, { name, held, utilities }: Stated): WebIssue {
  const tidyName = plainText(name)
  const where = `${file}: issue \`${tidyName}\``
  const set = inside(`${where}, \`issuesValues\``, held)
  const valued = inside(`${where}, \`issueUtilities\``, utilities)
  const numbers = valued.get('NumberValueSetUtilities') ?? valued.get('numberutils')
  const listed = valued.get('DiscreteValueSetUtilities') ?? valued.get('discreteutils')
  const utility =
    numbers === undefined
      ? listedUtility(where, inside(`${where}, its utilities`, listed))
      : numberUtility(where, inside(where, numbers))
  const { values, whole } =
    numbers === undefined
      ? { values: namesIn(where, set.get('values')), whole: true }
      : stepsIn(where, set.get('range'))
  return {
    name: tidyName,
    index: tidyName,
    kind: whole ? 'discrete' : 'real',
    items: values.map((value) => ({ value: plainText(value), evaluation: utility(value) })),
    range: undefined,
    evaluator: undefined,
    utility
  }
}

function namesIn(where: string, values: unknown): readonly string[] {
  if (!Array.isArray(values) || values.length === 0)
    throw new Refusal(`${where} has no list of \`values\` in the domain: add it`)
  if (values.length > MOST.options)
    throw new Refusal(
      `${where} has ${values.length} values, and at most ${MOST.options} are read: leave some out`
    )
  return values.map(String)
}

function listedUtility(where: string, listed: ReadonlyMap<string, unknown>): WebIssue['utility'] {
  const known = inside(`${where}, \`valueUtilities\``, listed.get('valueUtilities'))
  return (value) => {
    const utility = known.get(value)
    if (utility !== undefined)
      return share(`${where}, value \`${plainText(value)}\``, 'its utility', utility)
    const near = nearest(value, known.keys())
    throw new Refusal(
      `${where}: value \`${plainText(value)}\` has no utility${near === undefined ? ': add one' : `; did you mean \`${plainText(near)}\`?`}`
    )
  }
}

/** Straight from the low end of the range to the high one, and nothing beyond. */
function numberUtility(where: string, stated: ReadonlyMap<string, unknown>): WebIssue['utility'] {
  const [low, high] = [
    numberIn(where, 'lowValue', String(stated.get('lowValue'))),
    numberIn(where, 'highValue', String(stated.get('highValue')))
  ]
  const [from, to] = [
    share(where, 'lowUtility', stated.get('lowUtility')),
    share(where, 'highUtility', stated.get('highUtility'))
  ]
  if (low >= high)
    throw new Refusal(`${where}: lowValue ${low} is not below highValue ${high}: correct them`)
  return (text) => {
    const value = numberIn(where, 'the value', text)
    return value < low || value > high ? 0 : from + ((to - from) * (value - low)) / (high - low)
  }
}

function share(where: string, what: string, stated: unknown): number {
  const value = numberIn(where, what, String(stated))
  if (value < 0 || value > 1)
    throw new Refusal(`${where}: ${what} ${value} is not between 0 and 1: correct it`)
  return value
}

/** A range is `[low, high, step]`, as texts or numbers. */
function stepsIn(
  where: string,
  range: unknown
): { readonly values: readonly string[]; readonly whole: boolean } {
  if (!Array.isArray(range) || range.length !== 3)
    throw new Refusal(`${where} has no \`range\` of low, high and step in the domain: add it`)
  const [low = 0, high = 0, step = 0] = range.map((one, k) =>
    numberIn(where, ['low', 'high', 'step'][k] ?? '', String(one))
  )
  if (low > high || step <= 0)
    throw new Refusal(`${where}: its range ${low} to ${high} by ${step} has no values: correct it`)
  const count = Math.floor((high - low) / step + 1e-9) + 1
  const whole = count <= MOST_STEPS
  const [size, stride] = whole ? [count, step] : [PARTS + 1, (high - low) / PARTS]
  return {
    whole,
    values: Array.from({ length: size }, (_, k) =>
      String(Number((low + k * stride).toPrecision(12)))
    )
  }
}

function weightsOf(file: string, stated: unknown): ReadonlyMap<string, number> {
  const weights = inside(`${file}: \`issueWeights\``, stated)
  return new Map(
    [...weights].map(([name, weight]) => [
      plainText(name),
      share(`${file}: issue \`${plainText(name)}\``, 'its weight', weight)
    ])
  )
}

interface Valued {
  readonly issues: readonly WebIssue[]
  readonly weights: ReadonlyMap<string, number>
}

/** The utility of the reservation bid; an issue it leaves out adds nothing, as in GeniusWeb. */
function reserveOf(file: string, bid: unknown, { issues, weights }: Valued): number | undefined {
  if (bid === undefined || bid === null) return undefined
  const chosen = inside(
    `${file}: \`reservationBid.issuevalues\``,
    inside(`${file}: \`reservationBid\``, bid).get('issuevalues')
  )
  return [...chosen].reduce((sum, [name, value]) => {
    const issue = issues.find((one) => one.name === plainText(name))
    if (!issue)
      throw new Refusal(
        `${file}: \`reservationBid\` speaks of issue \`${plainText(name)}\`, which is not in the domain: remove it`
      )
    return sum + (weights.get(issue.name) ?? 0) * issue.utility(String(value))
  }, 0)
}
