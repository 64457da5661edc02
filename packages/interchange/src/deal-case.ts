import { readCase } from '@truce/core/case'
import type { Imported } from './answer.ts'
import { Refusal } from './deal-case-refusal.ts'
import { idsOf } from './gmcr-ids.ts'
import { plainText } from './patterns.ts'

/**
 * A deal space may have this many issues, options of one issue and parties: more would take long to
 * lay out, and nobody negotiates them.
 */
export const MOST = { issues: 500, options: 1000, parties: 200 } as const

/** A number, or a range: `[low, high]` or `[low, mode, high]`. */
export type Figure = number | readonly [number, number] | readonly [number, number, number]

/** What is imported is told from outside: neither a profile nor a table says it. */
export interface DealSettings {
  /** The title of the case, usually the name of the file. */
  readonly title: string
  /** The day the case is judged at, as `2024-06-01`. */
  readonly asOf: string
}

/**
 * A deal space under its own names: who values which option of which issue how much. Names are
 * unique where they must be.
 */
export interface Deal {
  /** What it was read from, as the first line of the case says it: `profiles of GENIUS`. */
  readonly from: string
  readonly sources: readonly { readonly name: string; readonly title: string }[]
  readonly issues: readonly { readonly name: string; readonly options: readonly string[] }[]
  readonly parties: readonly DealParty[]
}

/**
 * One party: its interest in each issue, in the order of the deal's issues, and its no-deal in
 * points.
 */
export interface DealParty {
  readonly name: string
  /** The place of its source among the deal's. */
  readonly source: number
  readonly interests: readonly (DealInterest | undefined)[]
  readonly noDeal: Figure
  /** Whether its source gives the no-deal; otherwise it is set by the import. */
  readonly noDealStated: boolean
}

/** Weight 0 or more; values by option, 0 the worst to 100 the best. */
export interface DealInterest {
  readonly weight: Figure
  readonly values: readonly Figure[]
}

/** What an import has to say beside the case. */
export interface Remarks {
  readonly lost: readonly string[]
  readonly assumed: readonly string[]
  /** How the other program's numbers read here. */
  readonly scale: readonly string[]
}

/** An imported deal space: the case, and how the other program's numbers read in it. */
export interface ImportedDeal extends Imported {
  readonly scale: readonly string[]
}

/**
 * The deal space as a case, read back so that it reads without errors. Throws a Refusal where it
 * makes none.
 */
export function dealCase(deal: Deal, remarks: Remarks, settings: DealSettings): ImportedDeal {
  const said = { ...remarks, assumed: [...remarks.assumed, ...ASSUMED] }
  const text = caseText(deal, said, { ...settings, title: plainText(settings.title) || 'Untitled' })
  const { sound, diagnostics } = readCase([{ name: 'case.yaml', text }])
  if (sound) return { files: [{ name: 'case.yaml', text }], ...said }
  const problem =
    diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'it cannot be read'
  throw new Refusal(
    `what was read makes no case (${plainText(problem)}): put it right and import it again`
  )
}

const ASSUMED = [
  'every party has the kind `organisation` and the role `third`, and must accept: say what it is, and whose consent is needed',
  'there is no proposal yet: add one under `proposals` to have it judged'
]

interface Ids {
  readonly sources: readonly string[]
  readonly parties: readonly string[]
  readonly issues: readonly string[]
  readonly options: readonly (readonly string[])[]
}

function caseText(deal: Deal, remarks: Remarks, { title, asOf }: DealSettings): string {
  const ids: Ids = {
    sources: idsOf(
      deal.sources.map(({ name }) => name),
      'source'
    ),
    parties: idsOf(deal.parties.map(({ name }) => name).map(spoken), 'party'),
    issues: idsOf(deal.issues.map(({ name }) => name).map(spoken), 'issue'),
    options: deal.issues.map(({ options }) => idsOf(options.map(spoken), 'option'))
  }
  return [
    `# Imported from ${plainText(deal.from)}.`,
    ...remarksText(remarks),
    'truce: 1',
    `title: ${quoted(title)}`,
    `as-of: ${asOf}`,
    `required: [${ids.parties.join(', ')}]`,
    'sources:',
    ...deal.sources.map(
      ({ title: from }, k) => `  ${ids.sources[k]}: {title: ${quoted(from)}, kind: game}`
    ),
    'parties:',
    ...deal.parties.map(
      ({ name }, k) =>
        `  ${ids.parties[k]}: {name: ${quoted(name)}, kind: organisation, role: third}`
    ),
    'issues:',
    ...deal.issues.flatMap((issue, k) =>
      issueText(issue, ids.issues[k] ?? '', ids.options[k] ?? [])
    ),
    'stances:',
    ...deal.parties.flatMap((party, k) => stanceText(party, ids.parties[k] ?? '', ids)),
    'proposals: {}',
    ''
  ].join('\n')
}

function remarksText({ lost, assumed, scale }: Remarks): readonly string[] {
  const list = (head: string, lines: readonly string[]): readonly string[] =>
    lines.length > 0 ? [`# ${head}:`, ...lines.map((line) => `# - ${line}`)] : []
  return [
    ...list('How its numbers read here', scale),
    ...list('Not carried over', lost),
    ...list('Assumed', assumed)
  ]
}

const quoted = (text: string): string => JSON.stringify(plainText(text))

/** Words that no key of a case may be. */
const FORBIDDEN = ['constructor', 'prototype']

/**
 * What to make an id of: one begins with a letter, so `30 days` is to be `at-30-days` and not
 * `option-2`.
 */
function spoken(name: string): string {
  if (/^[^\p{L}\p{N}]*\p{N}/u.test(name)) return `at ${name.replace(/^\s*-/, 'minus ')}`
  return FORBIDDEN.includes(name.toLowerCase().replace(/[^a-z]/g, '')) ? `the ${name}` : name
}

function issueText(
  { name, options }: Deal['issues'][number],
  id: string,
  optionIds: readonly string[]
): readonly string[] {
  return [
    `  ${id}:`,
    `    title: ${quoted(name)}`,
    '    options:',
    ...options.map((option, k) => `      ${optionIds[k]}: ${quoted(option)}`)
  ]
}

function stanceText(
  { interests, noDeal, noDealStated, source }: DealParty,
  id: string,
  ids: Ids
): readonly string[] {
  const claim = `source: ${ids.sources[source]}`
  // the file states these figures itself
  const from = `${claim}, numbers: ${ids.sources[source]}`
  return [
    `  ${id}:`,
    '    interests:',
    ...interests.flatMap((interest, k) => {
      if (!interest) return []
      const values = interest.values.map(
        (value, option) => `${ids.options[k]?.[option]}: ${figureText(value)}`
      )
      return [
        `      ${ids.issues[k]}: {weight: ${figureText(interest.weight)}, values: {${values.join(', ')}}, ${from}}`
      ]
    }),
    `    no-deal: {base: ${figureText(noDeal)}, ${noDealStated ? from : claim}}`
  ]
}

const figureText = (figure: Figure): string =>
  typeof figure === 'number' ? String(tidy(figure)) : `[${figure.map(tidy).join(', ')}]`

/**
 * Twelve digits where what is beyond them is the noise of a double; all of them otherwise, so that a
 * third stays one.
 */
export function tidy(value: number): number {
  const short = Number(value.toPrecision(12))
  return (Math.abs(short - value) <= NOISE * Math.abs(value) ? short : value) + 0
}

/** What some sums and products of doubles are off by, as a share of their size. */
const NOISE = 4e-15
