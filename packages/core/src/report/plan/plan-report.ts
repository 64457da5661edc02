import type { CarriedOut } from '../../plan/carried-out.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { opening } from '../opening.ts'
import type { InWords } from '../words/index.ts'
import { titleOf, words } from '../words/index.ts'
import { failingBlocks } from './failing-words.ts'
import { gateBlocks, ifGateFailsBlocks } from './gate-words.ts'
import { orderBlocks } from './order-table.ts'
import { planFound } from './plan-json.ts'
import type { PlanFound } from './plan-shape.ts'
import type { OrderFound } from './plan-words.ts'
import {
  goingBackLines,
  habitLines,
  mendLines,
  otherwiseRows,
  planAsides,
  planMethod,
  planVerdict,
  trancheLines
} from './plan-words.ts'

/** The report of `plan`: the order of steps, who would break it, and what would mend it. */
export function planReport(result: CarriedOut): readonly Block[] {
  const own = words()
  const { source, proposal } = result.path
  const about = { words: own, source }
  const plan = planFound(result)
  return [
    ...opening(own, source, own.say('opening.plan')),
    heading(2, own.say('plan.title', { proposal: titleOf(own, source, proposal.id) })),
    paragraph(planVerdict(about, plan)),
    ...planAsides(about, plan).map(paragraph),
    ...(plan.found ? foundBlocks(about, plan, plan.found) : gateBlocks(about, plan)),
    heading(2, own.say('method.title')),
    paragraph(planMethod(own, plan.settings))
  ]
}

function foundBlocks(about: InWords, plan: PlanFound, found: OrderFound): readonly Block[] {
  const { say } = about.words
  const mended = mendLines(about, found)
  const otherwise = otherwiseRows(about, found)
  const habits = habitLines(about, found)
  return [
    ...failingBlocks(about, plan, found),
    ...orderBlocks(about, plan, found),
    ...gateBlocks(about, plan),
    ...ifGateFailsBlocks(about, found),
    ...(found.enforcing
      ? []
      : [
          heading(2, say('plan.mends')),
          ...(mended.length > 0 ? [list(mended)] : [paragraph(say('plan.mends.none'))]),
          ...[...goingBackLines(about, found), ...trancheLines(about, found)].map(paragraph)
        ]),
    ...(otherwise.length > 0
      ? [
          heading(2, say('plan.otherwise')),
          paragraph(say('plan.otherwise.lead')),
          table(
            [say('plan.otherwise.what'), say('plan.otherwise.least'), say('plan.otherwise.holds')],
            otherwise
          )
        ]
      : []),
    ...(habits.length > 0 ? [heading(2, say('plan.habits')), list(habits)] : [])
  ]
}
