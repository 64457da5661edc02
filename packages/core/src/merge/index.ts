export { mergeCase } from './merge-case.ts'
export type { MergeConflict, MergeDeed, MergedCase, MergeSides } from './merged.ts'
