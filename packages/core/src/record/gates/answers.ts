/**
 * How a gate or one of its tests stands: it holds, it does not, what decides it is contested, or
 * the record does not show it.
 */
export const GATE_ANSWERS = ['open', 'shut', 'contested', 'unknown'] as const
/** One of `GATE_ANSWERS`. */
export type GateAnswer = (typeof GATE_ANSWERS)[number]

/** Of tests that must all hold: one that does not decides; then what is contested, then what is not known. */
export const allOf = (answers: readonly GateAnswer[]): GateAnswer =>
  first(['shut', 'contested', 'unknown'], answers) ?? 'open'

/** Of tests of which one is enough: one that holds decides. */
export const oneWayOf = (answers: readonly GateAnswer[]): GateAnswer =>
  first(['open', 'contested', 'unknown'], answers) ?? 'shut'

const first = (
  order: readonly GateAnswer[],
  answers: readonly GateAnswer[]
): GateAnswer | undefined => order.find((one) => answers.includes(one))
