/** Chances of a package with each type, by package and type: the joint acceptance, 0..1. */
export type WorthByType = readonly (readonly number[])[]

/** What is known of a party before it is asked, and what each package would come to. */
export interface Beliefs {
  /** The chance of each type; they add up to 1. */
  readonly prior: readonly number[]
  readonly worth: WorthByType
}

/** The two answers to an overture. */
export const RESPONSES = ['welcomed', 'refused'] as const
/** One of `RESPONSES`. */
export type OvertureResponse = (typeof RESPONSES)[number]

/** What is known after an answer: how likely the answer is, and which packages are then best. */
export interface AfterResponse {
  readonly response: OvertureResponse
  readonly chance: number
  readonly posterior: readonly number[]
  /** The packages with the best chance then, and that chance; several where they tie. */
  readonly best: readonly number[]
  readonly worth: number
}

/** What an overture is worth before it is made. */
export interface ValuedOverture {
  /** The chance by which the best package is better for having asked: never below 0. */
  readonly value: number
  readonly after: readonly AfterResponse[]
}

/** Chances nearer to each other than this are the same. */
const SAME = 1e-12

/** The packages with the best mean chance under beliefs, and that chance. */
export function bestUnder(
  belief: readonly number[],
  worth: WorthByType
): { readonly best: readonly number[]; readonly worth: number } {
  const means = worth.map((row) => dot(row, belief))
  const most = Math.max(...means)
  return { best: means.flatMap((one, m) => (one >= most - SAME ? [m] : [])), worth: most }
}

/**
 * The expected value of sample information:
 *   sum over answers y of P(y) max over m of J(m | y) - max over m of J(m),
 * where `welcomes` is each type's chance of welcoming the overture.
 */
export function valueOfOverture(
  { prior, worth }: Beliefs,
  welcomes: readonly number[]
): ValuedOverture {
  const after = RESPONSES.map((response): AfterResponse => {
    const { chance, posterior } = bayes(prior, likelihood(welcomes, response))
    return { response, chance, posterior, ...bestUnder(posterior, worth) }
  })
  const expected = after.reduce((sum, { chance, worth: best }) => sum + chance * best, 0)
  return { value: positive(expected - bestUnder(prior, worth).worth), after }
}

/** How likely each type gives an answer. */
export const likelihood = (
  welcomes: readonly number[],
  response: OvertureResponse
): readonly number[] => (response === 'welcomed' ? welcomes : welcomes.map((one) => 1 - one))

/** Beliefs after an answer, by Bayes' rule; an answer that no type gives leaves them as they were. */
export function bayes(
  prior: readonly number[],
  likely: readonly number[]
): { readonly chance: number; readonly posterior: readonly number[] } {
  const joint = prior.map((p, t) => p * (likely[t] as number))
  const chance = joint.reduce((sum, one) => sum + one, 0)
  return { chance, posterior: chance > 0 ? joint.map((one) => one / chance) : prior }
}

/** What knowing the type for sure would be worth: no overture can be worth more. */
export function valueOfCertainty({ prior, worth }: Beliefs): number {
  const sure = prior.reduce(
    (sum, p, t) => sum + p * Math.max(...worth.map((row) => row[t] as number)),
    0
  )
  return positive(sure - bestUnder(prior, worth).worth)
}

/**
 * An answer that costs nothing tells less: with a share `bluff` of answers given as any type would
 * give them, l' = (1 - bluff) l + bluff m, m being the chance of a welcome over all types.
 */
export function bluffed(
  prior: readonly number[],
  welcomes: readonly number[],
  bluff: number
): readonly number[] {
  const mean = dot(prior, welcomes)
  return welcomes.map((one) => (1 - bluff) * one + bluff * mean)
}

/** Halvings of 0..1: far finer than any chance is told. */
const HALVINGS = 50

/**
 * The share of empty answers from which on the overture is worth no more than its leak costs;
 * undefined where it is worth no more from the start, 1 where a leak costs nothing. The value falls all the
 * way: it is convex in the share, never below 0, and 0 where all answers are empty.
 */
export function bluffBorne(
  beliefs: Beliefs,
  welcomes: readonly number[],
  leakCost: number
): number | undefined {
  const net = (bluff: number): number =>
    valueOfOverture(beliefs, bluffed(beliefs.prior, welcomes, bluff)).value - leakCost
  if (net(0) <= SAME) return undefined
  if (leakCost <= 0) return 1
  let [low, high] = [0, 1]
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if (net(middle) > 0) low = middle
    else high = middle
  }
  return high
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, one, t) => sum + one * (b[t] as number), 0)

/** A value that is never below 0 but for the last bits of its sum. */
const positive = (value: number): number => (value <= SAME ? 0 : value)
