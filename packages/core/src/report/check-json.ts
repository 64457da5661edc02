import type {
  CheckResult,
  CoreResult,
  Ground,
  PartyResult,
  ProposalResult
} from '../check/check-result.ts'
import { groundId } from '../check/walkers.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { position } from '../diagnostic/text.ts'
import type { Case } from '../model/case.ts'
import { textIn } from '../model/package.ts'
import type { SourceFile } from '../model/span.ts'
import { VERSION } from '../model/version.ts'
import { whoseFigure } from '../model/whose.ts'
import type { KeptOrder } from '../plan/kept.ts'
import type { Crossed } from '../worth/redlines.ts'
import { redlineId } from '../worth/redlines.ts'
import type { CheckedInOrder } from './check/about.ts'
import type { CheckDocument } from './check-schema.ts'
import { packagesJson } from './packages-shape.ts'
import { readingsJson, readJson } from './readings-json.ts'
import type { FindingDocument, RefusedDocument } from './shapes.ts'
import { conditionText } from './stability/graph-words.ts'
import { words } from './words/index.ts'

/** The version of the JSON documents, a public promise, and of Truce itself. */
export const FORMAT = 1
export { VERSION }

/** What every document tells beside the answer: the hash of the case, and what was found in it. */
export interface DocumentAbout {
  readonly hash: string
  readonly findings: readonly FindingDocument[]
}

/** The head of every JSON document. */
export function documentHead<C extends string>(
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

/** The document of a case that cannot be used: what was found in it, and its title if it has one. */
export function refusedJson<C extends string>(
  command: C,
  { findings, title }: { readonly findings: readonly FindingDocument[]; readonly title?: string }
): RefusedDocument<C> {
  return { ...documentHead(command), findings, ...(title === undefined ? {} : { case: { title } }) }
}

/** The document of `check --format json`. */
export function checkJson(
  source: Case,
  result: CheckedInOrder,
  about: DocumentAbout
): CheckDocument {
  const { settings, thresholds, packages, cores, ended, beyondNoDeal, readings, proposals } = result
  return {
    ...documentHead('check'),
    findings: about.findings,
    case: { title: textIn(source.title), hash: about.hash },
    settings: {
      ...settings,
      ...(result.word === undefined ? {} : { word: result.word }),
      thresholds
    },
    packages: packagesJson(packages),
    core: cores[0]?.cores.map((core) => core.map(redlineId)) ?? [],
    cores: cores.map(coresJson),
    ...(ended
      ? {
          ended: ended.map(({ redline, until, crossedBy }) => ({
            redline: redlineId(redline),
            until,
            crossedBy
          }))
        }
      : {}),
    ...(beyondNoDeal ? { beyondNoDeal: beyondJson(beyondNoDeal) } : {}),
    ceiling: result.ceiling ?? null,
    ...(readings ? { readings: readingsJson(readings) } : {}),
    proposals: Object.fromEntries(
      proposals.map((judged) => [
        judged.proposal.id,
        {
          ...proposalJson(source, judged, readings),
          ...orderJson(result.orders?.get(judged.proposal.id))
        }
      ])
    )
  }
}

const orderJson = (order: KeptOrder | undefined): Pick<ProposalDocument, 'order'> =>
  order ? { order } : {}

const coresJson = ({ at, complete, cores }: CoreResult): CheckDocument['cores'][number] => ({
  at,
  complete,
  sets: cores.map((core) => ({
    redlines: core.map(redlineId),
    assumed: core.filter(({ assumed }) => assumed).map(redlineId)
  }))
})

/** The terms stand where they stand in memory, or nowhere. */
const beyondJson = ({
  terms,
  dropped,
  ...beyond
}: NonNullable<CheckResult['beyondNoDeal']>): CheckDocument['beyondNoDeal'] => ({
  ...beyond,
  dropped: dropped.map(redlineId),
  ...(terms ? { terms: object(terms) } : {})
})

type ProposalDocument = CheckDocument['proposals'][string]

function proposalJson(
  source: Case,
  proposal: ProposalResult,
  readings: CheckResult['readings']
): ProposalDocument {
  const {
    verdict,
    onTheLine,
    capped,
    cappedBy,
    joint,
    required,
    walkers,
    parties,
    unratified,
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
    cappedBy: cappedBy.map(redlineId),
    joint,
    required,
    unratified,
    brokenRules: brokenRules.map(({ at }) => at),
    ...(holds ? { holds } : {}),
    ...(readings ? readJson(proposal.proposal.id, readings) : {}),
    walkers: walkers.map((walker) => ({
      party: walker.party,
      verdict: walker.verdict,
      ...groundJson(walker),
      grounds: walker.grounds.map(groundJson)
    })),
    parties: Object.fromEntries([...parties].map(([id, party]) => [id, partyJson(source, party)])),
    open: open
      ? {
          issues: open.issues,
          crosses: Object.fromEntries(
            [...open.crosses].map(([redline, some]) => [redlineId(redline), some])
          ),
          keepsRules: open.keepsRules,
          best: completion(open.best),
          worst: completion(open.worst),
          exact: open.exact,
          collision: open.collision.map(redlineId)
        }
      : { issues: [], crosses: {} },
    hangsOn: hangsOn.map(({ at: _, where, ...hinge }) => ({
      ...hinge,
      ...(where ? { where: conditionText(words(), where) } : {})
    })),
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

function partyJson(
  source: Case,
  { verdict, onTheLine, accepts, gain, crossed, untestable, walks, ratified }: PartyResult
): ProposalDocument['parties'][string] {
  const { p, margin, assessed, bodies, polls, vetoes, without } = ratified
  return {
    verdict,
    onTheLine,
    accepts,
    ...gainJson(gain),
    crossed: crossed.map(({ redline }) => redline.id),
    redlines: crossed.map((one) => crossedJson(source, one)),
    untestable: untestable.map(({ id }) => id),
    walks,
    ratified: {
      p,
      margin,
      assessed,
      bodies: bodies.map(bodyJson),
      polls: object(polls),
      vetoes: vetoes.map(({ body, at: _, ...rest }) => ({ body: body.id, ...rest })),
      without
    }
  }
}

const groundJson = (ground: Ground): ProposalDocument['walkers'][number]['grounds'][number] => ({
  over: ground.over,
  id: groundId(ground),
  chance: ground.chance,
  whose: ground.whose,
  fatal: ground.fatal,
  ...(ground.over === 'redline' ? { own: ground.own } : {}),
  sources: ground.sources
})

const crossedJson = (
  around: Case,
  { redline: { id, says, source, assumed, firmness: judgement }, firmness, certain }: Crossed
): ProposalDocument['parties'][string]['redlines'][number] => ({
  id,
  firmness,
  whose: whoseFigure(around, judgement),
  certain,
  says: says ? textIn(says) : '',
  source: source ?? '',
  assumed
})

const bodyJson = ({
  body,
  ...rest
}: PartyResult['ratified']['bodies'][number]): ProposalDocument['parties'][string]['ratified']['bodies'][number] => ({
  body: body.id,
  ...rest
})

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
