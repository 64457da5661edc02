import type { Page } from '../../diagnostic/diagnostic.ts'
import type { Case } from '../../model/case.ts'
import { ladderOf, latestOnLadder, readRungs } from '../../strategy/climbing.ts'
import type { LadderPlace } from '../../strategy/ladder.ts'
import { criticalRisk, dominantOn, otherSide, solvedLadder } from '../../strategy/ladder.ts'
import { isNoLoss } from '../../worth/columns.ts'
import { centralPoint } from '../../worth/scalar.ts'
import { riverStances } from './examples.ts'
import type { CheckRule } from './rule.ts'
import { hundredths, names } from './terms-text.ts'

const escalation = (upland: string): string => `
    sides: [upland, lowland]
    ladder:
      - id: patrols
        title: Patrols on the bank
        risk: 0.2
        values:
          upland: {win: ${upland}, yield: 20, disaster: -100}
          lowland: {win: 50, yield: 40, disaster: -100}
        source: talks
    signals: [{by: upland, at: 2024-05-20, rung: patrols, kind: exercise, source: talks}]`
const stances = riverStances({ noDeal: '{base: [70, 80, 90], source: talks}' })

const page: Page = {
  code: 'ES001',
  severity: 'note',
  title: 'a proposal that gives nothing to the side with escalation dominance',
  about:
    'On the rung of the latest signal one side would climb the ladder of escalation and the other would yield. A proposal that leaves the first no better off than no deal asks it to stop where it could go on alone; what it could reach by climbing is not in the text. The ladder is solved at central judgements, as `truce solve strategy` does.',
  message: (d) =>
    `\`${d['proposal']}\` leaves \`${d['party']}\`, which has escalation dominance on \`${d['rung']}\`, no better off than no deal`,
  why: (d) => names(d, 'reasons'),
  help: () =>
    'give that side something it values, or change what the rungs are worth; `truce solve strategy` shows the ladder',
  examples: {
    failing: { stances, escalation: escalation('90') },
    passing: { stances, escalation: escalation('30') }
  }
}

/** The side that would climb alone from the rung of the latest signal gains nothing. */
export const dominanceLeftOut: CheckRule = {
  page,
  run: ({ source, result, report, spanOf }) => {
    const found = dominant(source)
    if (!found) return
    const { party, rung, reasons } = found
    for (const { proposal, parties } of result.proposals) {
      const gain = parties.get(party)?.gain?.central
      if (gain === undefined || !isNoLoss(-gain)) continue
      report(
        page,
        { span: spanOf(`${proposal.at}/title`) },
        {
          proposal: proposal.id,
          party,
          rung,
          reasons: [...reasons, `\`${party}\` gains ${hundredths(gain)} points over no deal by it`]
        }
      )
    }
  }
}

interface Dominant {
  readonly party: string
  readonly rung: string
  readonly reasons: readonly string[]
}

function dominant(source: Case): Dominant | undefined {
  const { escalation: given } = source.process
  const own = given && ladderOf(given)
  const latest = own && latestOnLadder(given, own.rungs)
  if (!own || !latest) return undefined
  const pair = solvedLadder(readRungs(own, centralPoint(source)))[latest.level]
  const side = pair && dominantOn(pair)
  if (pair === undefined || side === undefined) return undefined
  const told = (who: 0 | 1): string => reason(own.sides[who], pair[who])
  return {
    party: own.sides[side],
    rung: own.rungs[latest.level - 1]?.id ?? '',
    reasons: [told(side), told(otherSide(side))]
  }
}

function reason(party: string, one: LadderPlace): string {
  const most = criticalRisk(one.after[0], one.yield, one.disaster)
  const figures = `climbing is worth ${hundredths(one.climb[0])} to it and yielding ${hundredths(one.yield)}`
  const risk = `the risk of the step is ${hundredths(one.risk)}`
  return most < 0
    ? `\`${party}\` would yield: ${figures}`
    : `\`${party}\` would ${one.does === 'climbs' ? 'climb' : 'yield'}: ${figures}; ${risk}, and up to ${hundredths(most)} is worth running`
}
