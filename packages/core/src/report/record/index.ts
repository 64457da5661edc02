export { placedProblem, problemWords } from './problem-words.ts'
