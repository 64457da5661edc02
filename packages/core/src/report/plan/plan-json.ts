import { textIn } from '../../model/package.ts'
import type { CarriedOut, FoundOrder } from '../../plan/carried-out.ts'
import type { Habit } from '../../plan/habits.ts'
import type { Mend } from '../../plan/mend.ts'
import type { DocumentAbout } from '../check-json.ts'
import { documentHead } from '../check-json.ts'
import { words } from '../words/index.ts'
import { failingJson, failureJson, gatesJson, idsOfStep, openingJson } from './gates-json.ts'
import type { PlanDocument, PlanFound } from './plan-shape.ts'
import { planMethod } from './plan-words.ts'

/** The document of `plan --format json`. */
export function planJson(about: CarriedOut, given: DocumentAbout): PlanDocument {
  const { settings, ...found } = planFound(about)
  return {
    ...documentHead('plan'),
    findings: given.findings,
    case: { title: textIn(about.path.source.title), hash: given.hash },
    settings,
    method: planMethod(words(), settings),
    ...found
  }
}

/** What of the document does not hang on the file that was read. */
export function planFound(about: CarriedOut): PlanFound {
  const { settings, path, sequence, unknown, idle, stuck, tooMany, found } = about
  const { draws, seed, dependence, fails = null } = settings
  return {
    settings: { proposal: path.proposal.id, draws, seed, dependence, fails },
    parties: sequence.parties,
    unknown,
    steps: path.steps.length,
    atOnce: Object.fromEntries(path.atOnce),
    nobody: path.nobody,
    leftOut: path.leftOut.map(({ id }) => id),
    idle: idle.map(({ by, of }) => ({ by, of })),
    stuck: stuck.map((place) => idsOfStep(about, place)),
    tooMany,
    gates: gatesJson(about),
    found: found ? foundJson(about, found) : null
  }
}

type FoundDocument = NonNullable<PlanDocument['found']>

function foundJson(about: CarriedOut, found: FoundOrder): FoundDocument {
  const { best, enforcing, orders, binding, mends, otherwise, habits, drawn, dates } = found
  const { ifGateFails, failing } = found
  return {
    enforcing,
    least: best.least,
    most: best.most,
    exact: best.exact,
    earliest: best.earliest,
    orders: { all: String(orders.all), enforcing: orders.enforcing ?? null },
    share: { p: drawn.enforcing, standardError: drawn.standardError },
    periods: [...best.order, undefined].map((place, period) =>
      periodJson(about, found, [place, period])
    ),
    binding: binding.map(({ party, period }) => ({ party, period })),
    mends: mends.map((mend) => mendJson(about, mend)),
    tranches: found.tranches.map(({ step, parts, mends: all, nearest }) => ({
      step: idsOfStep(about, step),
      parts: parts ?? null,
      mends: all,
      nearest: nearest ?? null
    })),
    otherwise,
    habits: habits.map((habit) => habitJson(about, habit)),
    late: dates?.late ?? [],
    dueBeforeGate: dates?.dueBeforeGate ?? [],
    opening: openingJson(about, found),
    ifGateFails: ifGateFails.map((one) => failureJson(about, one)),
    failing: failing ? failingJson(about, failing) : null,
    waiting: dates?.waiting ?? [],
    ties: best.ties.map((order) => order.map((place) => idsOfStep(about, place))),
    allTies: best.allTies
  }
}

function periodJson(
  about: CarriedOut,
  { best, drawn, dates }: FoundOrder,
  [place, period]: readonly [number | undefined, number]
): FoundDocument['periods'][number] {
  const gates = place === undefined ? [] : (about.path.steps[place]?.gates ?? [])
  return {
    deliverables: place === undefined ? [] : idsOfStep(about, place),
    gates: gates.map(({ id }) => id),
    begins: dates?.begins[period] ?? null,
    day: dates?.days[period] ?? null,
    parties: about.sequence.parties.map((party, i) => {
      const [low, high] = drawn.ranges[period]?.[i] ?? [0, 0]
      return {
        party,
        slack: best.slacks[period]?.[i] ?? 0,
        low,
        high,
        breaks: drawn.breaks[period]?.[i] ?? 0
      }
    }),
    breaks: drawn.anybody[period] ?? 0
  }
}

const mendJson = (about: CarriedOut, mend: Mend): FoundDocument['mends'][number] =>
  'step' in mend ? { ...mend, step: idsOfStep(about, mend.step) } : mend

function habitJson(about: CarriedOut, habit: Habit): FoundDocument['habits'][number] {
  if ('steps' in habit)
    return { ...habit, steps: habit.steps.map((place) => idsOfStep(about, place)) }
  return 'step' in habit ? { ...habit, step: idsOfStep(about, habit.step) } : habit
}
