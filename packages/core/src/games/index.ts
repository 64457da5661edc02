export type { PurePlan, SubgamePerfect } from './backward.ts'
export { subgamePerfect } from './backward.ts'
export type { Bimatrix, Mix, Payoffs, Profile } from './bimatrix.ts'
export type { NashFound, NashPoint } from './nash.ts'
export { nashEquilibria } from './nash.ts'
export { readEfg } from './read-efg.ts'
export { readNfg } from './read-nfg.ts'
export type { SolvedGame, SolvedTable, SolvedTree } from './solve-game.ts'
export { solveGame, solveTree } from './solve-game.ts'
export type {
  ChanceNode,
  ChoiceNode,
  EndNode,
  GameTree,
  InformationSet,
  Outcome,
  TreeNode
} from './tree.ts'
export { GameText } from './words-of-game.ts'
export { writeEfg } from './write-efg.ts'
export { writeNfg } from './write-nfg.ts'
