import { MOST_TRANCHES } from '../../plan/gradual.ts'
import { MOST_STEPS } from '../../plan/search.ts'
import { SLACK_ROUNDING } from '../../plan/sequence.ts'
import type { InWords, Words } from '../words/index.ts'
import { count, inPercent, nameOf, signed } from '../words/index.ts'
import type { PlanDocument, PlanFound } from './plan-shape.ts'
import { bindingWords, stepName, stepNumber } from './step-names.ts'

/** The best order of a path, as documents hold it. */
export type OrderFound = NonNullable<PlanDocument['found']>

/** How a path is reckoned, with its conventions. */
export const planMethod = ({ say }: Words, { draws, seed }: PlanFound['settings']): string =>
  say('plan.method', { draws: count(draws), seed })

/** What is said of a path first: whether its order enforces itself, where least, and how sure that is. */
export const planVerdict = (about: InWords, plan: PlanFound): string =>
  plan.found ? verdictWords(about, plan, plan.found) : noOrder(about, plan)

function noOrder({ words: own }: InWords, plan: PlanFound): string {
  const { steps, stuck, tooMany, parties } = plan
  if (steps === 0) return own.say('plan.none')
  if (stuck.length > 0)
    return own.say('plan.stuck', { steps: own.list(stuck.map((step) => stepName(own, step))) })
  if (tooMany) return own.say('plan.too-many', { n: steps, most: MOST_STEPS })
  return own.say(parties.length === 0 ? 'plan.nobody-followed' : 'plan.none')
}

function verdictWords(about: InWords, { settings }: PlanFound, found: OrderFound): string {
  const { say } = about.words
  const { enforcing, orders, share, exact, earliest, least, most } = found
  const said = {
    share: inPercent(share.p),
    draws: count(settings.draws),
    error: inPercent(share.standardError)
  }
  const proved = exact || most < 0
  const ever = share.p === 0 ? 'plan.breaks.ever' : 'plan.breaks'
  const none = proved ? ever : 'plan.breaks.bound'
  const who = bindingWords(about, found)
  const all = count(BigInt(orders.all))
  return [
    say(enforcing ? 'plan.enforces' : none, said),
    enforcing
      ? say('plan.least', { who, points: least.toFixed(1) })
      : say('plan.least.lost', { who, points: (-least).toFixed(1) }),
    ...(orders.enforcing ? [say('plan.count', { all, n: orders.enforcing })] : []),
    exact
      ? say('plan.proved', { all })
      : say('plan.gap', { all, most: most.toFixed(1), least: least.toFixed(1) }),
    say(earliest ? 'plan.early' : 'plan.early.open')
  ].join(' ')
}

/** What the path leaves aside, and why. */
export function planAsides({ words: own, source }: InWords, plan: PlanFound): readonly string[] {
  const { say } = own
  const { atOnce, nobody, leftOut, idle } = plan
  const terms = Object.entries(atOnce).map(([issue, option]) => `${issue}: ${option}`)
  const parties = plan.unknown.map((party) => nameOf(source, party))
  return [
    ...(terms.length > 0 ? [say('plan.at-once', { terms: own.list(terms) })] : []),
    ...(nobody.length > 0 ? [say('plan.nobody', { issues: own.list(nobody) })] : []),
    ...(leftOut.length > 0 ? [say('plan.left-out', { deliverables: own.list(leftOut) })] : []),
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

/** What of each kind would mend it. */
export const mendLines = (about: InWords, found: OrderFound): readonly string[] =>
  found.mends.map((mend) => mendWords(about, mend, found))

function mendWords(
  { words: { say }, source }: InWords,
  mend: OrderFound['mends'][number],
  found: OrderFound
): string {
  const party = 'party' in mend ? nameOf(source, mend.party) : ''
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

/** Who would rather go back once all is done: what acts on a single step does not mend that. */
export function goingBackLines(
  { words: { say, list }, source }: InWords,
  { periods }: OrderFound
): readonly string[] {
  const back = (periods.at(-1)?.parties ?? []).filter(({ slack }) => slack < -SLACK_ROUNDING)
  if (back.length === 0) return []
  return [say('plan.going-back', { parties: list(back.map(({ party }) => nameOf(source, party))) })]
}

/** In how many equal parts each step that fails enforces itself, or that it does in none. */
export const trancheLines = (
  { words: { say }, source }: InWords,
  found: OrderFound
): readonly string[] =>
  found.tranches.map(({ step, parts, mends, nearest }) => {
    const n = stepNumber(found, step)
    if (parts !== null) return say(mends ? 'plan.tranches.mends' : 'plan.tranches', { n, parts })
    return say('plan.tranches.none', {
      n,
      most: MOST_TRANCHES,
      parts: nearest?.parts ?? 1,
      part: nearest?.part ?? 1,
      party: nearest ? nameOf(source, nearest.party) : '',
      points: (-(nearest?.slack ?? 0)).toFixed(1)
    })
  })

/** The same order, one thing read otherwise: what, the least in points, and whether it holds. */
export const otherwiseRows = (about: InWords, found: OrderFound): readonly (readonly string[])[] =>
  found.otherwise.map(({ reading, least, enforcing }) => {
    const { say } = about.words
    const what =
      reading.kind === 'discount'
        ? say('plan.read.discount', {
            party: nameOf(about.source, reading.party),
            discount: String(reading.discount)
          })
        : say(`plan.read.${reading.kind}`)
    return [what, signed(least), say(enforcing ? 'plan.yes' : 'plan.no')]
  })

/** What practice would say of the order. */
export const habitLines = (about: InWords, found: OrderFound): readonly string[] =>
  found.habits.map((habit) => habitWords(about, habit, found))

function habitWords(
  { words: own, source }: InWords,
  habit: OrderFound['habits'][number],
  found: OrderFound
): string {
  const { say } = own
  if ('deliverables' in habit)
    return say(`plan.habit.${habit.kind}`, { deliverables: own.list(habit.deliverables) })
  if (habit.kind === 'heaviest-first')
    return say('plan.habit.heaviest-first', { step: stepName(own, habit.step) })
  const party = nameOf(source, habit.party)
  if ('steps' in habit)
    return say('plan.habit.one-sided', {
      party,
      n: habit.steps.length,
      steps: own.list(habit.steps.map((step) => String(stepNumber(found, step))))
    })
  return say('plan.habit.all-at-once', {
    party,
    share: inPercent(habit.share),
    step: stepName(own, habit.step)
  })
}
