export { kindsBlocks } from './kinds-blocks.ts'
export { placedProblem, problemWords } from './problem-words.ts'
