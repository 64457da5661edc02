import type { Refused } from './answer.ts'
import type { DealSettings, ImportedDeal } from './deal-case.ts'
import { dealCase } from './deal-case.ts'
import { Refusal, refusing } from './deal-case-refusal.ts'
import type { NamedText } from './genius.ts'
import { dealOf } from './genius.ts'
import { aligned, commonIssues } from './genius-align.ts'
import type { GeniusFile } from './genius-format.ts'
import type { GeniusParty } from './genius-remarks.ts'
import { lostIn, scaleOf } from './genius-remarks.ts'
import { inPoints } from './genius-scale.ts'
import { geniusWebProfile } from './geniusweb-format.ts'
import { plainText } from './patterns.ts'

/**
 * A case from linear additive profiles of GeniusWeb; issues and values are aligned by name. Never
 * throws on bad input: it says what is wrong. What it returns has been read back.
 */
export function importGeniusWeb(
  files: readonly NamedText[],
  settings: DealSettings
): ImportedDeal | Refused {
  return refusing(() => {
    const profiles = files.map(({ name, text }) => geniusWebProfile(plainText(name), text))
    const [first] = profiles
    if (!first) throw new Refusal('no profile was given: give one of each party')
    const issues = commonIssues(first)
    const parties = profiles.map((profile) =>
      partyOf(profile, aligned(profile, issues, `the profile ${first.file}`))
    )
    const remarks = {
      lost: issues.flatMap(lostIn),
      assumed: parties.flatMap(({ assumed }) => assumed),
      scale: ['weights and utilities were taken as they stand in the files', ...scaleOf(parties)]
    }
    return dealCase(dealOf('GeniusWeb', issues, parties), remarks, settings)
  })
}

function partyOf(profile: GeniusFile, { issues }: ReturnType<typeof aligned>): GeniusParty {
  const { file, reserve } = profile
  const points = inPoints(file, {
    weights: issues.map(({ weight }) => weight),
    evaluations: issues.map(({ evaluations }) => evaluations),
    reserve: reserve ?? 0,
    normalised: true
  })
  const assumed =
    reserve === undefined ? [`${file} has no reservation bid: its no-deal is a utility of 0`] : []
  return { ...points, profile, name: file.replace(/\.json$/i, ''), assumed }
}
