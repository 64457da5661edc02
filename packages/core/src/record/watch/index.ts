export type { CrossedLine, CrossingGround } from './watch.ts'
export { CROSSING_GROUNDS, watchOf } from './watch.ts'
