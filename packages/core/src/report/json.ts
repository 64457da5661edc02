import type { CaseDifference } from '../check/diff.ts'
import type { CheckResult, PartyResult, ProposalResult } from '../check/result.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { position } from '../diagnostic/text.ts'
import type { Case } from '../model/case.ts'
import { textIn } from '../model/package.ts'
import type { SourceFile } from '../model/span.ts'
import { VERSION } from '../model/version.ts'
import type { CheckDocument } from './check-schema.ts'
import type { DiffDocument } from './diff-schema.ts'
import type { FindingDocument, RefusedDocument } from './shapes.ts'

/** The version of the JSON documents, a public promise, and of Truce itself. */
export const FORMAT = 1
export { VERSION }

/** What every document tells beside the answer: the hash of the case, and what was found in it. */
export interface DocumentAbout {
  readonly hash: string
  readonly findings: readonly FindingDocument[]
}

/** The head of every JSON document. */
export function head<C extends string>(
  command: C
): {
  readonly truce: { readonly format: typeof FORMAT; readonly version: string }
  readonly command: C
} {
  return { truce: { format: FORMAT, version: VERSION }, command }
}

/** Findings with lines and columns from 1; a finding without a place has none. */
export function findingsJson(
  findings: readonly Diagnostic[],
  files: readonly SourceFile[]
): readonly FindingDocument[] {
  return findings.map(({ code, severity, span, message, why, help, sources, related }) => {
    const place = (one: Diagnostic['span']): Place => placeJson(one, files)
    return {
      code,
      severity,
      ...place(span),
      message,
      why,
      ...(help === undefined ? {} : { help }),
      sources,
      ...(related.length > 0
        ? { related: related.map((other) => ({ ...place(other.span), message: other.message })) }
        : {})
    }
  })
}

type Place = Pick<FindingDocument, 'file' | 'line' | 'column' | 'endLine' | 'endColumn'>

function placeJson(span: Diagnostic['span'], files: readonly SourceFile[]): Place {
  const file = files.find(({ name }) => name === span?.file)
  if (!span || !file) return span ? { file: span.file } : {}
  const [start, end] = [position(file, span.start), position(file, span.end)]
  return {
    file: file.name,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column
  }
}

/** The document of `diff --format json`; `cases` as they were named. */
export function diffJson(
  difference: CaseDifference,
  cases: readonly [string, string]
): DiffDocument {
  return { ...head('diff'), findings: [], cases, difference }
}

/** The document of a case that cannot be used: what was found in it, and its title if it has one. */
export function refusedJson<C extends string>(
  command: C,
  { findings, title }: { readonly findings: readonly FindingDocument[]; readonly title?: string }
): RefusedDocument<C> {
  return { ...head(command), findings, ...(title === undefined ? {} : { case: { title } }) }
}

/** The document of `check --format json`. */
export function checkJson(source: Case, result: CheckResult, about: DocumentAbout): CheckDocument {
  const { settings, thresholds, packages, cores, beyondNoDeal, proposals } = result
  return {
    ...head('check'),
    findings: about.findings,
    case: { title: textIn(source.title), hash: about.hash },
    settings: { ...settings, thresholds },
    packages: {
      total: String(packages.total),
      admissible: String(packages.admissible),
      at: packages.at
    },
    core: cores[0]?.cores.map(({ redlines }) => redlines) ?? [],
    cores: cores.map(({ at, complete, cores: sets }) => ({ at, complete, sets })),
    ...(beyondNoDeal ? { beyondNoDeal: beyondJson(beyondNoDeal) } : {}),
    proposals: Object.fromEntries(
      proposals.map((proposal) => [proposal.id, proposalJson(proposal)])
    )
  }
}

/** The terms stand where they stand in memory, or nowhere. */
const beyondJson = ({
  terms,
  ...beyond
}: NonNullable<CheckResult['beyondNoDeal']>): CheckDocument['beyondNoDeal'] =>
  terms ? { ...beyond, terms: object(terms) } : beyond

type ProposalDocument = CheckDocument['proposals'][string]

function proposalJson(proposal: ProposalResult): ProposalDocument {
  const {
    verdict,
    onTheLine,
    capped,
    joint,
    required,
    walkers,
    parties,
    brokenRules,
    open,
    hangsOn,
    repairs,
    holds
  } = proposal
  return {
    verdict,
    onTheLine,
    capped,
    joint,
    required,
    brokenRules,
    ...(holds ? { holds } : {}),
    walkers: walkers.map(({ at: _, ...walker }) => ({
      ...walker,
      grounds: walker.grounds.map(({ at: __, ...ground }) => ground)
    })),
    parties: Object.fromEntries([...parties].map(([id, party]) => [id, partyJson(party)])),
    open: open
      ? {
          issues: open.issues,
          crosses: object(open.crosses),
          best: completion(open.best),
          worst: completion(open.worst),
          exact: open.exact
        }
      : { issues: [], crosses: {} },
    hangsOn: hangsOn.map(({ at: _, ...hinge }) => hinge),
    repairs: repairs.list.map((repair) => ({
      ...repair,
      changes: object(repair.changes),
      pays: object(repair.pays)
    })),
    repairsTotal: String(repairs.total),
    repairsComplete: repairs.complete,
    ...(repairs.binding === undefined ? {} : { repairsBinding: repairs.binding })
  }
}

function partyJson({
  verdict,
  onTheLine,
  accepts,
  gain,
  crossed,
  untestable,
  walks,
  ratified
}: PartyResult): ProposalDocument['parties'][string] {
  const { p, margin, assessed, bodies, polls, without } = ratified
  return {
    verdict,
    onTheLine,
    accepts,
    ...gainJson(gain),
    crossed: crossed.map(({ id }) => id),
    redlines: crossed.map(({ at: _, ...redline }) => redline),
    untestable,
    walks,
    ratified: { p, margin, assessed, bodies, polls: object(polls), without }
  }
}

function gainJson(
  gain: PartyResult['gain']
): Pick<ProposalDocument['parties'][string], 'gain' | 'noDeal' | 'guarantee' | 'radius'> {
  if (!gain) return { gain: null, guarantee: null, radius: null }
  const { guarantee, radius, low, central, high, gains, noDeal } = gain
  return { gain: { low, central, high, gains }, noDeal, guarantee, radius }
}

const completion = ({
  terms,
  joint,
  verdict
}: NonNullable<ProposalResult['open']>['best']): NonNullable<ProposalDocument['open']['best']> => ({
  terms: object(terms),
  joint,
  verdict
})

const object = <T>(map: ReadonlyMap<string, T>): Readonly<Record<string, T>> =>
  Object.fromEntries(map)

/** Values under their keys, which stand in the same order. */
export const byKey = <T>(
  keys: readonly string[],
  values: readonly T[]
): Readonly<Record<string, T>> =>
  Object.fromEntries(values.map((value, k): [string, T] => [String(keys[k]), value]))
