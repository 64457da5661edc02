export * as drawingPages from './rules/drawing.ts'
export { drawingProblem } from './rules/drawing-words.ts'
export { readsText } from './text-limits.ts'
