import { readCase } from '@truce/core/case'
import type { Case } from '@truce/core/model'
import { centre, textIn } from '@truce/core/model'
import type { ImportedDeal, Refused } from '../src/index.ts'

/** An imported case as its readers see it: by titles and names, every judgement at its centre. */
export interface DealCase extends ImportedDeal {
  readonly source: Case
  readonly text: string
  readonly issues: readonly { readonly title: string; readonly options: readonly string[] }[]
  readonly parties: readonly { readonly name: string; readonly noDeal: number }[]
  readonly noDealOf: (party: string) => number
}

/**
 * Reads an import back; throws where it was refused or does not read without errors and warnings.
 */
export function dealIn(made: ImportedDeal | Refused): DealCase {
  if (made.refused !== undefined) throw new Error(made.refused)
  const text = made.files[0]?.text ?? ''
  const { case: source, sound, diagnostics } = readCase([{ name: 'case.yaml', text }])
  if (!sound || !source || diagnostics.some(({ severity }) => severity !== 'note'))
    throw new Error(JSON.stringify(diagnostics))
  const parties = [...source.parties.values()].map(({ id, name }) => {
    const base = source.stances.get(id)?.noDeal?.base
    return {
      name: textIn(name),
      noDeal: base?.kind === 'range' ? centre(base.judgement.range) : Number.NaN
    }
  })
  return {
    ...made,
    source,
    text,
    parties,
    issues: source.issues.map(({ title, options }) => ({
      title: textIn(title),
      options: options.map((option) => textIn(option.title))
    })),
    noDealOf: (party) => parties.find(({ name }) => name === party)?.noDeal ?? Number.NaN
  }
}

/**
 * What an option adds to the party's worth of a package, in points: its weight's share of all
 * weights, times its value.
 */
export function points({ source }: DealCase, party: string, issue: string, option: string): number {
  const id = [...source.parties.values()].find(({ name }) => textIn(name) === party)?.id ?? ''
  const interests = source.stances.get(id)?.interests ?? []
  const about = source.issues.find(({ title }) => textIn(title) === issue)
  const interest = interests.find((one) => one.issue === about?.id)
  const value = interest?.values.get(
    about?.options.find(({ title }) => textIn(title) === option)?.id ?? ''
  )?.[0]
  const total = interests.reduce((sum, { weight }) => sum + centre(weight.range), 0)
  return interest && value
    ? (centre(interest.weight.range) / total) * centre(value.judgement.range)
    : Number.NaN
}

/** A package's gain over no deal, in points. */
export function gain(deal: DealCase, party: string, choice: ReadonlyMap<string, string>): number {
  return [...choice].reduce(
    (sum, [issue, option]) => sum + points(deal, party, issue, option),
    -deal.noDealOf(party)
  )
}
