import { STARTING_CASE } from '../../cli/src/commands/new.ts'

/** The small case that ships with `truce new`, in one file. */
export const CASE = Object.values(STARTING_CASE).join('\n')
