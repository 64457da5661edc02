import { textIn } from '../../model/package.ts'
import type { LadderResult } from '../../strategy/climbing.ts'
import { timeOf } from '../../strategy/climbing.ts'
import type { GainOver, Incentives } from '../../strategy/incentives.ts'
import type { DocumentAbout } from '../check-json.ts'
import { documentHead } from '../check-json.ts'
import { words } from '../words/index.ts'
import { electoratesJson } from './electorates-json.ts'
import { neutralityJson } from './neutrality-json.ts'
import { overturesJson } from './overtures-json.ts'
import type { StrategyWithTrust } from './parts.ts'
import { strategyMethod } from './strategy-report.ts'
import type { StrategyDocument } from './strategy-shape.ts'
import { trustJson } from './trust-json.ts'

/** The document of `solve strategy --format json`. */
export function strategyJson(strategy: StrategyWithTrust, given: DocumentAbout): StrategyDocument {
  const {
    source,
    settings,
    incentives,
    climbing,
    kahn,
    neutrality,
    overtures,
    trust,
    electorates
  } = strategy
  const { draws, seed, dependence } = settings
  return {
    ...documentHead('solve strategy'),
    findings: given.findings,
    case: { title: textIn(source.title), hash: given.hash },
    settings: { draws, seed, dependence },
    method: strategyMethod(words(), strategy),
    incentives: incentives ? incentivesJson(incentives) : null,
    escalation: climbing ? climbingJson(climbing) : null,
    kahn: (kahn ?? []).map(({ signal, rung }) => ({
      by: signal.by,
      time: timeOf(signal),
      kind: signal.kind,
      rung: rung.number,
      title: rung.title
    })),
    neutrality: neutrality ? neutralityJson(neutrality) : null,
    electorates: electorates ? electoratesJson(electorates) : null,
    overtures: overtures?.map(overturesJson) ?? null,
    trust: trust?.map(trustJson) ?? null
  }
}

function incentivesJson({
  ledgers,
  ripeness,
  proposals
}: Incentives): NonNullable<StrategyDocument['incentives']> {
  const { witness, ripe } = ripeness
  return {
    ledgers: ledgers.map(({ entries, ...ledger }) => ({
      ...ledger,
      entries: entries.map(({ entry, worth, scenarios, against }) => ({
        id: entry.id,
        toward: entry.toward,
        worth,
        scenarios,
        ...(against ? { against } : {})
      }))
    })),
    ripeness: {
      parties: ripeness.parties,
      unknown: ripeness.unknown,
      ripe: ripe ?? null,
      witness: witness
        ? {
            terms: Object.fromEntries(witness.terms),
            gains: witness.gains.map(gainJson),
            together: witness.together,
            least: witness.least,
            worst: {
              ...witness.worst,
              parties: [...witness.worst.parties],
              losing: [...witness.worst.losing]
            },
            bound: witness.bound
          }
        : null,
      private: ripeness.private,
      waiting: ripeness.waiting
    },
    proposals: proposals.map(({ id, gains, together, staged }) => ({
      id,
      gains: gains.map(gainJson),
      together,
      staged: staged
        ? { terms: [...staged.terms], by: [...staged.by], parties: [...staged.parties] }
        : null
    }))
  }
}

const gainJson = ({ party, gain, better }: GainOver) => ({ party, gain, better })

function climbingJson(climbing: LadderResult): NonNullable<StrategyDocument['escalation']> {
  const { sides, levels, openings, signals } = climbing
  return {
    sides: [...sides],
    levels: levels.map(({ rung, sides: both, dominant, dominance, both: all, neither }) => ({
      rung: rung?.id ?? null,
      dominant: dominant === undefined ? null : sides[dominant],
      both: all,
      neither,
      sides: both.map((one, i) => ({
        party: sides[i] ?? '',
        does: one.does,
        why: one.why,
        climb: one.climb,
        yield: one.yield,
        risk: one.risk,
        after: one.after,
        disaster: one.disaster,
        critical: one.critical,
        worthRunning: one.worthRunning,
        climbs: one.climbs,
        dominance: dominance[i] ?? { p: 0, standardError: 0 }
      }))
    })),
    openings: openings.map(({ steps, stops, does, disaster }, i) => ({
      first: sides[i] ?? '',
      steps: steps.map((side) => sides[side]),
      stops: sides[stops],
      does,
      disaster
    })),
    signals: signals.map(({ signal, level }) => ({
      by: signal.by,
      time: timeOf(signal),
      kind: signal.kind,
      level: level ?? null,
      notified: signal.notified
        ? {
            channel: signal.notified.channel,
            ...(signal.notified.lead ? { lead: signal.notified.lead.text } : {})
          }
        : null
    }))
  }
}
