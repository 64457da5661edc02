import type { ReadingsResult } from '../check/check-result.ts'
import type { CheckDocument } from './check-schema.ts'

/** How many readings there are, and of what. */
export const readingsJson = ({
  draws,
  judged,
  outOf,
  choices
}: ReadingsResult): NonNullable<CheckDocument['readings']> => ({
  draws,
  judged,
  outOf: String(outOf),
  choices
})

/** What readings come to for one proposal; nothing where it was not read. */
export function readJson(
  proposal: string,
  { proposals, words }: ReadingsResult
): Pick<CheckDocument['proposals'][string], 'readings'> {
  const read = proposals.get(proposal)
  if (!read) return {}
  const { told, ...rest } = read
  return {
    readings: {
      ...rest,
      curve: rest.curve.map(({ p, verdict, takes }) => ({ p, verdict, takes: takes.join(' ') })),
      choices: told.map(({ choice, explains, options }) => ({
        kind: choice.kind,
        about: choice.about,
        explains,
        options
      })),
      words: words.get(proposal) ?? []
    }
  }
}
