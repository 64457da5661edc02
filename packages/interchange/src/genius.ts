import type { Refused } from './answer.ts'
import type { Deal, DealSettings, ImportedDeal } from './deal-case.ts'
import { dealCase, tidy } from './deal-case.ts'
import { Refusal, refusing } from './deal-case-refusal.ts'
import type { Aligned, AlignedIssue, CommonIssue } from './genius-align.ts'
import { aligned, commonIssues } from './genius-align.ts'
import type { GeniusFile } from './genius-format.ts'
import { geniusFile } from './genius-format.ts'
import type { GeniusParty, Normalise } from './genius-remarks.ts'
import { remarksOf } from './genius-remarks.ts'
import type { InPoints } from './genius-scale.ts'
import { inPoints } from './genius-scale.ts'
import { plainText } from './patterns.ts'

export { MOST_GENIUS_CHARACTERS } from './genius-xml.ts'

/**
 * One text and the name it is known by in messages; without its ending, a profile's name is the
 * party's.
 */
export interface NamedText {
  readonly name: string
  readonly text: string
}

/**
 * A case from profiles of GENIUS, with or without their domain, in any order: the content says what
 * is what. Issues and values are aligned by name. Never throws on bad input: it says what is wrong.
 * What it returns has been read back.
 */
export function importGenius(
  files: readonly NamedText[],
  settings: DealSettings & { readonly normalise: Normalise }
): ImportedDeal | Refused {
  return refusing(() => {
    const read = files.map(({ name, text }) => geniusFile(plainText(name), text))
    const profiles = read.filter(({ kind }) => kind === 'profile')
    const { domain, called } = domainIn(read, profiles)
    const issues = commonIssues(domain)
    const parties = profiles.map((profile) =>
      partyOf(profile, aligned(profile, issues, called), settings.normalise)
    )
    return dealCase(
      dealOf('GENIUS', issues, parties),
      remarksOf({ read, issues, parties, ...settings }),
      settings
    )
  })
}

function domainIn(
  read: readonly GeniusFile[],
  profiles: readonly GeniusFile[]
): { readonly domain: GeniusFile; readonly called: string } {
  const [domain, second] = read.filter(({ kind }) => kind === 'domain')
  const [first] = profiles
  if (second && domain)
    throw new Refusal(
      `${second.file}: this is a domain, and ${domain.file} is one too: give one domain`
    )
  if (!first)
    throw new Refusal(
      'no file has weights and evaluations: give the profile of each party beside the domain'
    )
  return domain
    ? { domain, called: `the domain ${domain.file}` }
    : { domain: first, called: `the profile ${first.file}` }
}

function partyOf(
  profile: GeniusFile,
  { issues, repeated }: Aligned,
  normalise: Normalise
): GeniusParty {
  const { file, reserve } = profile
  const weights = issues.map(({ weight }) => weight)
  const evaluations = issues.map((issue) =>
    normalise === 'none' ? issue.evaluations : normalised(file, issue)
  )
  if (normalise === 'issue') mustBeUtility(profile, weights)
  const points = inPoints(file, {
    weights,
    evaluations,
    reserve: reserve ?? 0,
    normalised: normalise === 'issue'
  })
  const name = file.replace(/\.xml$/i, '')
  return {
    ...points,
    profile,
    name,
    assumed: [...repeated, ...reserveRemark(profile, points, normalise)]
  }
}

/** No package of GENIUS is worth more than 1, or than its weights add up to. */
function mustBeUtility({ file, reserve = 0 }: GeniusFile, weights: readonly number[]): void {
  const best = weights.reduce((sum, weight) => sum + weight, 0)
  if (reserve < 0 || reserve > Math.max(1, tidy(best)))
    throw new Refusal(
      `${file}: the reserve ${reserve} is no utility of 0 to 1: if it is on the scale of the file, use --normalise none`
    )
}

/**
 * GENIUS divides the evaluations of listed values by the greatest, and keeps those it computes from
 * a number within 0..1.
 */
function normalised(
  file: string,
  { name, computed, evaluations }: AlignedIssue
): readonly number[] {
  if (computed) return evaluations.map((value) => Math.min(1, Math.max(0, value)))
  if (evaluations.some((value) => value < 0))
    throw new Refusal(
      `${file}: issue \`${name}\` has an evaluation below 0, which GENIUS does not divide: use --normalise none`
    )
  const greatest = Math.max(...evaluations)
  return evaluations.map((value) => (greatest < 0.00001 ? 0 : value / greatest))
}

function reserveRemark(
  { file, reserve }: GeniusFile,
  { unit, shift }: InPoints,
  normalise: Normalise
): readonly string[] {
  if (reserve === undefined) return [`${file} has no reserve: its no-deal is a utility of 0`]
  const best = tidy(shift + unit)
  return normalise === 'none' && reserve > 0 && reserve <= 1 && best > 1.5
    ? [
        `${file}: the reserve ${reserve} is on the scale of the file, up to ${best}; GENIUS itself holds it against 0 to 1`
      ]
    : []
}

/** The profiles of a program as a deal space; issues of one value are left out. */
export function dealOf(
  program: string,
  issues: readonly CommonIssue[],
  parties: readonly GeniusParty[]
): Deal {
  const kept = issues.map(({ values }) => values.length > 1)
  return {
    from: `profiles of ${program}`,
    sources: parties.map(({ profile, name }) => ({
      name: `profile ${name}`,
      title: `${program} profile ${profile.file}`
    })),
    issues: issues.filter((_, k) => kept[k]).map(({ name, values }) => ({ name, options: values })),
    parties: parties.map(({ name, interests, noDeal, profile }, source) => ({
      name,
      source,
      interests: interests.filter((_, k) => kept[k]),
      noDeal,
      noDealStated: profile.reserve !== undefined
    }))
  }
}
