export type {
  Data,
  Diagnostic,
  Example,
  FindingPlace,
  Page,
  Related,
  Report,
  Severity
} from './diagnostic.ts'
export { collector, diagnose, sorted } from './diagnostic.ts'
export { EXAMPLE_BASE, exampleExcerpt, exampleText } from './example.ts'
export { editDistance, nearest } from './nearest.ts'
export type { Position, TextOptions } from './text.ts'
export { position, renderDiagnostic } from './text.ts'
