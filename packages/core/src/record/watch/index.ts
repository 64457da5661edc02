export type { UnwatchedLine } from './unwatched.ts'
export { UNWATCHED_WHY, unwatchedIn } from './unwatched.ts'
export type { CrossedLine, CrossingGround } from './watch.ts'
export { CROSSING_GROUNDS, watchOf } from './watch.ts'
