import type { CheckResult, PartyResult, ProposalResult } from '../check/result.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { position } from '../diagnostic/text.ts'
import type { Case } from '../model/case.ts'
import { textIn } from '../model/package.ts'
import type { SourceFile } from '../model/span.ts'
import { VERSION } from '../model/version.ts'

/** The version of the JSON documents, a public promise, and of Truce itself. */
export const FORMAT = 1
export { VERSION }

/** The head of every JSON document. */
export function head(command: string): {
  readonly truce: { readonly format: number; readonly version: string }
  readonly command: string
} {
  return { truce: { format: FORMAT, version: VERSION }, command }
}

/** Findings with lines and columns from 1; a finding without a place has none. */
export function findingsJson(
  findings: readonly Diagnostic[],
  files: readonly SourceFile[]
): readonly object[] {
  return findings.map(({ code, severity, span, message, why, help, sources, related }) => {
    const place = (one: Diagnostic['span']): object => {
      const file = files.find(({ name }) => name === one?.file)
      if (!one || !file) return one ? { file: one.file } : {}
      const [start, end] = [position(file, one.start), position(file, one.end)]
      return {
        file: file.name,
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column
      }
    }
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

/** The document of `check --format json`. */
export function checkJson(
  source: Case,
  result: CheckResult,
  about: { readonly hash: string; readonly findings: readonly object[] }
): object {
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
    ...(beyondNoDeal
      ? {
          beyondNoDeal: {
            ...beyondNoDeal,
            ...(beyondNoDeal.terms ? { terms: object(beyondNoDeal.terms) } : {})
          }
        }
      : {}),
    proposals: Object.fromEntries(
      proposals.map((proposal) => [proposal.id, proposalJson(proposal)])
    )
  }
}

function proposalJson(proposal: ProposalResult): object {
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
}: PartyResult): object {
  const { p, margin, assessed, bodies, polls, without } = ratified
  const { guarantee, radius, low, central, high, gains, noDeal } = gain ?? {}
  return {
    verdict,
    onTheLine,
    accepts,
    ...(gain
      ? { gain: { low, central, high, gains }, noDeal, guarantee, radius }
      : { gain: null, guarantee: null, radius: null }),
    crossed: crossed.map(({ id }) => id),
    redlines: crossed.map(({ at: _, ...redline }) => redline),
    untestable,
    walks,
    ratified: { p, margin, assessed, bodies, polls: object(polls), without }
  }
}

const completion = ({
  terms,
  joint,
  verdict
}: NonNullable<ProposalResult['open']>['best']): object => ({
  terms: object(terms),
  joint,
  verdict
})

const object = <T>(map: ReadonlyMap<string, T>): Readonly<Record<string, T>> =>
  Object.fromEntries(map)
