import type { CarriedOut, FoundOrder } from '../../plan/carried-out.ts'
import type { Habit } from '../../plan/habits.ts'
import type { Mend } from '../../plan/mend.ts'
import type { ReadOtherwise } from '../../plan/otherwise.ts'
import { MOST_STEPS } from '../../plan/search.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { opening } from '../opening.ts'
import type { Words } from '../words/index.ts'
import { count, inPercent, nameOf, signed, titleOf, words } from '../words/index.ts'
import { orderBlocks } from './order-table.ts'
import { bindingWords, stepName, stepNumber } from './step-names.ts'

/** The report of `plan`: the order of steps, who would break it, and what would mend it. */
export function planReport(about: CarriedOut): readonly Block[] {
  const own = words()
  const { path, found } = about
  return [
    ...opening(own, path.source, own.say('opening.plan')),
    heading(2, own.say('plan.title', { proposal: titleOf(own, path.source, path.proposal.id) })),
    ...(found ? [paragraph(verdictWords(own, about, found))] : [paragraph(noOrder(own, about))]),
    ...asideLines(own, about).map(paragraph),
    ...(found ? foundBlocks(own, about, found) : []),
    heading(2, own.say('method.title')),
    paragraph(planMethod(own, about))
  ]
}

/** How a path is reckoned, with its conventions. */
export const planMethod = ({ say }: Words, { settings }: CarriedOut): string =>
  say('plan.method', { draws: count(settings.draws), seed: settings.seed })

function noOrder(own: Words, about: CarriedOut): string {
  const { path, sequence, stuck, tooMany } = about
  if (path.steps.length === 0) return own.say('plan.none')
  if (stuck.length > 0)
    return own.say('plan.stuck', {
      steps: own.list(stuck.map((place) => stepName(own, about, place)))
    })
  if (tooMany) return own.say('plan.too-many', { n: path.steps.length, most: MOST_STEPS })
  return own.say(sequence.parties.length === 0 ? 'plan.nobody-followed' : 'plan.none')
}

/** Whether it enforces itself, where least, and how sure that is. */
function verdictWords(own: Words, about: CarriedOut, found: FoundOrder): string {
  const { say } = own
  const { best, enforcing, drawn, orders } = found
  const said = {
    share: inPercent(drawn.enforcing),
    draws: count(drawn.draws),
    error: inPercent(drawn.standardError)
  }
  const proved = best.exact || best.most < 0
  const ever = drawn.enforcing === 0 ? 'plan.breaks.ever' : 'plan.breaks'
  const none = proved ? ever : 'plan.breaks.bound'
  const who = bindingWords(own, about, found)
  const all = count(orders.all)
  return [
    say(enforcing ? 'plan.enforces' : none, said),
    enforcing
      ? say('plan.least', { who, points: best.least.toFixed(1) })
      : say('plan.least.lost', { who, points: (-best.least).toFixed(1) }),
    ...(orders.enforcing ? [say('plan.count', { all, n: orders.enforcing })] : []),
    best.exact
      ? say('plan.proved', { all })
      : say('plan.gap', { all, most: best.most.toFixed(1), least: best.least.toFixed(1) }),
    say('plan.early')
  ].join(' ')
}

/** What the path leaves aside, and why. */
function asideLines(own: Words, { path, unknown, idle }: CarriedOut): readonly string[] {
  const { say } = own
  const { source, atOnce, nobody, leftOut } = path
  const terms = [...atOnce].map(([issue, option]) => `${issue}: ${option}`)
  const parties = unknown.map((party) => nameOf(source, party))
  return [
    ...(terms.length > 0 ? [say('plan.at-once', { terms: own.list(terms) })] : []),
    ...(nobody.length > 0 ? [say('plan.nobody', { issues: own.list(nobody) })] : []),
    ...(leftOut.length > 0
      ? [say('plan.left-out', { deliverables: own.list(leftOut.map(({ id }) => id)) })]
      : []),
    ...(idle.length > 0
      ? [
          say('plan.idle', {
            guarantees: own.list(
              idle.map(({ of, by }) => say('plan.idle.one', { of, party: nameOf(source, by) }))
            )
          })
        ]
      : []),
    ...(parties.length > 0 ? [say('plan.unknown', { parties: own.list(parties) })] : [])
  ]
}

function foundBlocks(own: Words, about: CarriedOut, found: FoundOrder): readonly Block[] {
  const { say } = own
  const { mends, enforcing, otherwise, habits } = found
  const mended = mends.map((mend) => mendWords(own, about, { mend, found }))
  return [
    ...orderBlocks(own, about, found),
    ...(enforcing
      ? []
      : [
          heading(2, say('plan.mends')),
          ...(mended.length > 0 ? [list(mended)] : [paragraph(say('plan.mends.none'))])
        ]),
    ...(otherwise.length > 0
      ? [
          heading(2, say('plan.otherwise')),
          paragraph(say('plan.otherwise.lead')),
          table(
            [say('plan.otherwise.what'), say('plan.otherwise.least'), say('plan.otherwise.holds')],
            otherwise.map((one) => otherwiseRow(own, about, one))
          )
        ]
      : []),
    ...(habits.length > 0
      ? [
          heading(2, say('plan.habits')),
          list(habits.map((habit) => habitWords(own, about, { habit, found })))
        ]
      : [])
  ]
}

function mendWords(
  { say }: Words,
  { path }: CarriedOut,
  { mend, found }: { readonly mend: Mend; readonly found: FoundOrder }
): string {
  const party = 'party' in mend ? nameOf(path.source, mend.party) : ''
  const n = 'step' in mend ? stepNumber(found, mend.step) : 0
  if (mend.kind === 'bond') return say('plan.mend.bond', { party, points: mend.points.toFixed(1) })
  if (mend.kind === 'penalty')
    return say('plan.mend.penalty', { party, n, points: mend.points.toFixed(1) })
  if (mend.kind === 'caught')
    return say('plan.mend.caught', {
      party,
      n,
      chance: inPercent(mend.chance),
      from: inPercent(mend.from)
    })
  if (mend.kind === 'discount')
    return say('plan.mend.discount', {
      party,
      discount: mend.discount.toFixed(3),
      from: mend.from.toFixed(3)
    })
  return say('plan.mend.split', { n, parts: mend.parts })
}

function otherwiseRow(
  { say }: Words,
  { path }: CarriedOut,
  { reading, least, enforcing }: ReadOtherwise
): readonly string[] {
  const what =
    reading.kind === 'discount'
      ? say('plan.read.discount', {
          party: nameOf(path.source, reading.party),
          discount: String(reading.discount)
        })
      : say(`plan.read.${reading.kind}`)
  return [what, signed(least), say(enforcing ? 'plan.yes' : 'plan.no')]
}

function habitWords(
  own: Words,
  about: CarriedOut,
  { habit, found }: { readonly habit: Habit; readonly found: FoundOrder }
): string {
  const { say } = own
  if (habit.kind === 'unverified' || habit.kind === 'checks-itself')
    return say(`plan.habit.${habit.kind}`, { deliverables: own.list(habit.deliverables) })
  if (habit.kind === 'heaviest-first')
    return say('plan.habit.heaviest-first', { step: stepName(own, about, habit.step) })
  const party = nameOf(about.path.source, habit.party)
  if (habit.kind === 'one-sided')
    return say('plan.habit.one-sided', {
      party,
      n: habit.steps.length,
      steps: own.list(habit.steps.map((place) => String(stepNumber(found, place))))
    })
  return say('plan.habit.all-at-once', {
    party,
    share: inPercent(habit.share),
    step: stepName(own, about, habit.step)
  })
}
