import { textIn } from '../../model/package.ts'
import type { AlternativeStudy, Drivers, PartyStudy, Study } from '../../study/index.ts'
import type { Estimate } from '../../worth/estimate.ts'
import { roomOf } from '../../worth/room.ts'
import type { DocumentAbout } from '../check-json.ts'
import { byKey, documentHead } from '../check-json.ts'
import { packagesJson } from '../packages-shape.ts'
import { driversIn } from './driver-section.ts'
import type { StudyDrawn, StudyReported } from './input-words.ts'
import { isPartial } from './input-words.ts'
import type { StudyDocument } from './study-shape.ts'

/**
 * The document of `solve study --format json`: alternatives and parties by their ids, `order` as
 * rows and ranks go.
 */
export function studyJson(
  about: StudyReported,
  drawn: StudyDrawn,
  given: DocumentAbout
): StudyDocument {
  const { methods, settings, sizes, left, alternatives, parties } = drawn.study
  return {
    ...documentHead('solve study'),
    findings: given.findings,
    case: { title: textIn(about.source.title), hash: given.hash },
    settings: { ...settings, draws: drawn.draws, packages: settings.packages.map(({ id }) => id) },
    partial: isPartial(drawn),
    sizes,
    left,
    methods,
    order: alternatives.map(({ id }) => id),
    ...(alternatives.some(({ efficient }) => efficient !== null)
      ? { packages: packagesJson(roomOf(about.source)) }
      : {}),
    alternatives: byId(alternatives, (one) => alternativeJson(about, one)),
    parties: Object.fromEntries(
      parties.map((party) => [party.party, partyJson(party, drawn.study)])
    )
  }
}

const byId = <T extends { readonly id: string }, J>(
  list: readonly T[],
  json: (one: T) => J
): Readonly<Record<string, J>> => Object.fromEntries(list.map((one) => [one.id, json(one)]))

type AlternativeDocument = StudyDocument['alternatives'][string]
type DriversDocument = NonNullable<AlternativeDocument['drivers']>[number]

function alternativeJson(
  about: StudyReported,
  { kind, completed, accepted, efficient, equilibrium, drivers }: AlternativeStudy
): AlternativeDocument {
  return {
    kind,
    completed: completed && Object.fromEntries(completed),
    accepted: accepted && {
      p: accepted.p,
      standardError: accepted.standardError,
      parties: Object.fromEntries(accepted.parties.map(({ party, ...chance }) => [party, chance]))
    },
    efficient,
    equilibrium: equilibrium && {
      state: equilibrium.state,
      concepts:
        equilibrium.concepts &&
        Object.fromEntries(equilibrium.concepts.map(({ concept, share }) => [concept, share]))
    },
    drivers: drivers?.map((one) => driversJson(about, one)) ?? null
  }
}

/**
 * Every input of one output, by its total index: where it stands, its indices, and the output's
 * mean at its ends.
 */
function driversJson({ place }: StudyReported, drivers: Drivers): DriversDocument {
  const { output, party, mean } = drivers
  return {
    output,
    party,
    mean: meanJson(mean),
    inputs: driversIn(drivers).map(({ key, at, kind, index, low, high }) => ({
      key,
      kind,
      ...place(at),
      first: index?.first ?? null,
      total: index?.total ?? null,
      rests: index?.rests ?? null,
      low: meanJson(low),
      high: meanJson(high)
    }))
  }
}

/** A mean that need not be a chance. */
const meanJson = ({ p, standardError }: Estimate): DriversDocument['mean'] => ({
  mean: p,
  standardError
})

function partyJson(
  { issues, alternatives }: PartyStudy,
  study: Study
): StudyDocument['parties'][string] {
  const ids = study.alternatives.map(({ id }) => id)
  const named = <T>(list: readonly T[]): Readonly<Record<string, T>> => byKey(ids, list)
  return {
    issues,
    alternatives: named(
      alternatives.map(({ ranks, wins, centralWeights, confidence, comparisons }) => ({
        ranks,
        wins: named(wins),
        centralWeights: centralWeights && byKey(issues, centralWeights),
        confidence,
        comparisons: named(comparisons)
      }))
    )
  }
}
