import type { Case } from '../../model/case.ts'

/** The parties that fight. */
export const belligerents = ({ parties }: Case): ReadonlySet<string> =>
  new Set(
    [...parties.values()].filter(({ roles }) => roles.includes('belligerent')).map(({ id }) => id)
  )
