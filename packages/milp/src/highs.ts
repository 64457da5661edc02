import type { Milp, MilpAnswer, MilpRow, MilpSolver, MilpTerm } from '@truce/core'
import type { Highs, Model } from 'highs'

/**
 * When to stop before an optimum is proved. `nodes` stops at the same place on every computer,
 * `seconds` does not.
 */
export interface HighsLimits {
  readonly seconds?: number
  readonly nodes?: number
}

/** Thrown when a model is malformed, or HiGHS ends with neither an answer nor a limit. */
export class HighsFailed extends Error {}

/**
 * Far below the defaults, under which a package that is nearly best, or nearly admissible, would
 * do.
 */
const OPTIONS = {
  output_flag: false,
  primal_feasibility_tolerance: 1e-9,
  mip_feasibility_tolerance: 1e-9,
  mip_rel_gap: 0,
  mip_abs_gap: 1e-8
}
/** What those amount to for an optimum over many rows. */
const TOLERANCE = 1e-7

let loading: Promise<Highs> | undefined

/**
 * HiGHS, compiled to WebAssembly and loaded when first asked. It blocks the thread while it solves.
 */
export function highsSolver({ seconds, nodes }: HighsLimits = {}): MilpSolver {
  const options = {
    ...OPTIONS,
    ...(seconds === undefined ? {} : { time_limit: seconds }),
    ...(nodes === undefined ? {} : { mip_max_nodes: nodes })
  }
  return {
    tolerance: TOLERANCE,
    begin: () => {
      loading ??= load()
      // Whoever asks next hears of a failure, and loads anew.
      loading.catch(() => {})
    },
    solve: async (model, limits) => {
      try {
        loading ??= load()
        const highs = await loading
        return highs.withModel({ format: 'lp', data: lpText(model) }, (solver) => {
          solver.options.set(limits ? { ...options, mip_max_nodes: limits.nodes } : options)
          solver.run()
          return answerOf(solver, highs, model)
        })
      } catch (error) {
        // What threw may have left its memory in disorder, or never came.
        loading = undefined
        throw error instanceof HighsFailed
          ? error
          : new HighsFailed(`HiGHS failed: ${(error as Error).message}`, { cause: error })
      }
    }
  }
}

async function load(): Promise<Highs> {
  const { default: entry } = await import('highs')
  // Its types describe its CommonJS form, whose default export lies one level deeper than that of
  // the module loaded here.
  const start = entry as unknown as typeof entry.default
  return await start()
}

function answerOf(solver: Model, highs: Highs, { variables }: Milp): MilpAnswer {
  const { modelStatus: states, solutionStatus } = highs.constants
  const state = solver.getModelStatus()
  const work = workOf(solver)
  if (state === states.infeasible) return { status: 'infeasible', work }
  const values = solver.getSolution().colValue
  if (values.length !== variables.length)
    throw new HighsFailed('a row names a variable that the model does not have')
  const best = { values, objective: solver.getObjectiveValue() }
  const whole = variables.some((variable) => variable.whole)
  if (state === states.optimal)
    return { status: 'optimal', best, bound: whole ? boundOf(solver) : best.objective, work }
  const limits: readonly number[] = [states.timeLimit, states.iterationLimit, states.solutionLimit]
  if (!limits.includes(state)) throw new HighsFailed(`HiGHS ended in state ${state}`)
  const found = solver.info.get('primal_solution_status') === solutionStatus.feasible
  return { status: 'limit', ...(found ? { best } : {}), bound: boundOf(solver), work }
}

/** Steps of the simplex method: the same on every computer, and what nearly all of the time goes to. */
const workOf = (solver: Model): number =>
  Math.max(0, Number(solver.info.get('simplex_iteration_count')))

const boundOf = (solver: Model): number => Number(solver.info.get('mip_dual_bound'))

/**
 * The model in the LP format. Variables are x0, x1, .. and all named in the objective, so that they
 * keep their order; a row with two finite bounds becomes two rows. Numbers are written so that they
 * read back as the same double.
 */
export function lpText({ sense, objective, variables, rows }: Milp): string {
  const factors = new Map(objective)
  const whole = variables.flatMap((variable, index) => (variable.whole ? [` x${index}`] : []))
  return [
    sense === 'maximise' ? 'Maximize' : 'Minimize',
    ` value:\n${sum(variables.map((_, index): MilpTerm => [index, factors.get(index) ?? 0]))}`,
    'Subject To',
    ...rows.flatMap((row, index) => rowText(row, `r${index}`)),
    'Bounds',
    ...variables.map(
      ({ lower, upper }, index) => ` ${digits(lower)} <= x${index} <= ${digits(upper)}`
    ),
    ...(whole.length > 0 ? ['General', ...whole] : []),
    'End\n'
  ].join('\n')
}

function rowText({ terms, lower, upper }: MilpRow, name: string): readonly string[] {
  const left = sum(terms.length > 0 ? terms : [[0, 0]])
  if (lower === upper) return [` ${name}:\n${left}\n = ${digits(lower)}`]
  return [
    ...(Number.isFinite(lower) ? [` ${name}low:\n${left}\n >= ${digits(lower)}`] : []),
    ...(Number.isFinite(upper) ? [` ${name}high:\n${left}\n <= ${upper}`] : [])
  ]
}

const sum = (terms: readonly MilpTerm[]): string =>
  terms
    .map(
      ([variable, factor]) => ` ${factor < 0 ? '-' : '+'} ${digits(Math.abs(factor))} x${variable}`
    )
    .join('\n')

/** HiGHS would take what is no number for one. */
function digits(value: number): string {
  if (!Number.isFinite(value))
    throw new HighsFailed(`the model has ${value} where a number belongs`)
  return String(value)
}
