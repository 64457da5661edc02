import type { BestChance } from '../../acceptance/best.ts'
import type { CeilingRow } from '../../acceptance/ceilings.ts'
import type { Price, PricePoint } from '../../acceptance/price.ts'
import type { Acceptance, FoundChance } from '../../deals/best-chance.ts'
import type { ReadCandidate } from '../../deals/candidates.ts'
import { textIn } from '../../model/package.ts'
import type { Offer, Offers } from '../../worth/offers.ts'
import { stagesOf } from '../../worth/offers.ts'
import { crossedBy, redlineId } from '../../worth/redlines.ts'
import type { DocumentAbout } from '../check-json.ts'
import { documentHead } from '../check-json.ts'
import { words } from '../words/index.ts'
import type { AcceptanceDocument } from './acceptance-shape.ts'
import { methodText } from './method-text.ts'

/** The document of `solve acceptance --format json`. */
export function acceptanceJson(about: Acceptance, given: DocumentAbout): AcceptanceDocument {
  const { source, settings, total, found, prices } = about
  const { draws, seed, dependence, budget } = settings
  return {
    ...documentHead('solve acceptance'),
    findings: given.findings,
    case: { title: textIn(source.title), hash: given.hash },
    settings: { draws, seed, dependence, budget },
    packages: String(total),
    method: methodText(words(), about),
    best: found ? bestJson(found.best) : null,
    chosen: found ? chosenJson(about, found) : null,
    across: found?.across ? bestJson(found.across) : null,
    ceilings: found ? ceilingsJson(found) : null,
    frontiers: found ? frontiersJson(found) : null,
    readings: found ? readingsJson(found) : null,
    prices: Object.fromEntries([...prices].map(([id, price]) => [id, priceJson(price)]))
  }
}

type Best = NonNullable<AcceptanceDocument['best']>

function bestJson({ chance, bound, exact, nodes, across, offers }: BestChance): Best {
  return { chance, bound, exact, nodes, across, terms: termsJson(offers) }
}

const offerJson = ({ option, then }: Offer): Best['terms'][string] => ({
  option,
  ...(then === undefined ? {} : { then })
})

const termsJson = (offers: Offers): Best['terms'] =>
  Object.fromEntries([...offers].map(([issue, offer]) => [issue, offerJson(offer)]))

function chosenJson(about: Acceptance, { chosen }: FoundChance): AcceptanceDocument['chosen'] {
  const { chance, offers, gains, needed, among, alternatives, free } = chosen
  return {
    chance,
    terms: termsJson(offers),
    gains: Object.fromEntries(gains),
    crosses: crossedIds(about, offers, needed),
    among,
    alternatives: alternatives.map((one) => ({ ...one, points: Object.fromEntries(one.points) })),
    free
  }
}

/** The redlines of some parties that a package crosses, by their ids. */
export function crossedIds(
  { source }: Pick<Acceptance, 'source'>,
  offers: Offers,
  parties: readonly string[]
): readonly string[] {
  const redlines = parties.flatMap((party) => source.stances.get(party)?.redlines ?? [])
  return crossedBy(redlines, stagesOf(offers), source.scenarios).map(({ redline }) =>
    redlineId(redline)
  )
}

type CeilingsDocument = NonNullable<AcceptanceDocument['ceilings']>

const rowJson = ({ lifted, best, differs }: CeilingRow): CeilingsDocument['rows'][number] => ({
  lifted,
  best: bestJson(best),
  differs
})

function ceilingsJson({ ceilings }: FoundChance): CeilingsDocument | null {
  if (!ceilings) return null
  const { rows, pairs, together, tried, outOf } = ceilings
  return {
    rows: rows.map(rowJson),
    pairs: pairs.map(rowJson),
    together: together ? rowJson(together) : null,
    tried,
    outOf
  }
}

function frontiersJson({ frontiers }: FoundChance): AcceptanceDocument['frontiers'] {
  if (!frontiers) return null
  return frontiers.map(({ party, most, exact, points }) => ({
    party,
    most: Number.isFinite(most) ? most : null,
    exact,
    points: points.map((point) => ({
      least: point.least,
      chance: point.best?.chance ?? null,
      gain: point.best?.gain ?? null,
      terms: point.best ? termsJson(point.best.offers) : null,
      bound: point.bound,
      exact: point.exact
    }))
  }))
}

function readingsJson({ readings }: FoundChance): AcceptanceDocument['readings'] {
  if (!readings) return null
  const { draws, judged, outOf, pool, candidates, robust, average } = readings
  return {
    draws,
    judged,
    outOf: String(outOf),
    pool,
    candidates: candidates.map(({ offers, proposal, least, median, mean }: ReadCandidate) => ({
      proposal: proposal ?? null,
      terms: termsJson(offers),
      least,
      median,
      mean
    })),
    robust: candidates.indexOf(robust),
    average: candidates.indexOf(average)
  }
}

type PriceDocument = AcceptanceDocument['prices'][string]

const priceJson = ({ from, open, points, distances }: Price): PriceDocument => ({
  from: termsJson(from),
  open,
  points: points.map(pointJson),
  distances: distances.map(({ within, moves, chance, bound, exact, offers }) => ({
    within,
    moves,
    chance,
    bound,
    exact,
    terms: termsJson(offers)
  }))
})

function pointJson(point: PricePoint): PriceDocument['points'][number] {
  const { most, chance, bound, exact, rises, across, repairs, offers, changes, parties } = point
  return {
    most,
    chance,
    bound,
    exact,
    rises,
    across,
    repairs,
    terms: termsJson(offers),
    changes: changes.map(({ issue, from, to, step }) => ({
      issue,
      from: offerJson(from),
      to: offerJson(to),
      step: step ?? null
    })),
    family: point.family.map(({ issue, options }) => ({ issue, options })),
    parties: Object.fromEntries(
      parties.map(({ party, accepts, gain }) => [
        party,
        { accepts: [...accepts], gain: gain ? [...gain] : null }
      ])
    ),
    crosses: point.crosses.map(redlineId),
    keeps: point.keeps.map(redlineId)
  }
}
