export type { Analysis, AnalysisSettings, Explained, InverseAnswer, Start } from './analysis.ts'
export { ANALYSIS_LIMITS, analyse } from './analysis.ts'
export type { CoalitionConcept, CoalitionSolution, CoalitionVerdicts, Gain } from './coalitions.ts'
export {
  COALITION_CONCEPTS,
  coalitionImprovements,
  coalitionStability,
  MOST_COALITION_STATES
} from './coalitions.ts'
export type { Compiled, CompileOptions, Named, PreferenceSource, Uncompiled } from './compile.ts'
export { compile } from './compile.ts'
export type { Attitude, Concept, Rules } from './concepts.ts'
export { CONCEPTS, DEFAULT_RULES } from './concepts.ts'
export type { ArcMoves, Conflict, OptionMoves, OwnedMove } from './conflict.ts'
export {
  arcMoves,
  canMove,
  feasibleStates,
  improvements,
  optionMoves,
  targets,
  withRanks
} from './conflict.ts'
export type { Foresight, NonMyopic } from './foresight.ts'
export { foresight, hasForesight, nonMyopic } from './foresight.ts'
export type { Changed, Inverse, Wanted } from './inverse.ts'
export { inverse, isEquilibrium, MOST_RANKED, rankingsThatHold } from './inverse.ts'
export type { Step } from './legal-sequences.ts'
export { legalSequences } from './legal-sequences.ts'
export type { JointMove, Route } from './paths.ts'
export { everyone, jointImprovements, routes } from './paths.ts'
export type { GraphProblem } from './problem.ts'
export type { Robustness, RobustnessSettings } from './robustness.ts'
export { robustness } from './robustness.ts'
export type { HandMade, OmissionEffect, StatementEffect, SwapEffect } from './sensitivity.ts'
export { handMade, omissionEffects, swapEffects } from './sensitivity.ts'
export type { SolveSettings, StabilityVerdicts, Verdicts } from './solve-graph.ts'
export { marked, solve } from './solve-graph.ts'
export type { Predicate } from './state-ranks.ts'
export { rankGroups, ranksFromGroups, ranksFromStatements, ranksFromValues } from './state-ranks.ts'
export type { StateSpace } from './state-space.ts'
export type { StatementInverse, StatementMove } from './statement-moves.ts'
export { leastStatementMoves } from './statement-moves.ts'
export type { Answer, Attempt, Witness, WitnessQuestion } from './witness.ts'
export { explain } from './witness.ts'
