import type { Remarks } from './deal-case.ts'
import { tidy } from './deal-case.ts'
import type { CommonIssue } from './genius-align.ts'
import type { GeniusFile } from './genius-format.ts'
import type { InPoints } from './genius-scale.ts'

/**
 * `issue`: each evaluation is divided by the greatest of its issue, as GENIUS does; `none`: taken
 * as it stands.
 */
export type Normalise = 'issue' | 'none'

/** One profile in points, with what there is to say of it. */
export interface GeniusParty extends InPoints {
  readonly profile: GeniusFile
  readonly name: string
  readonly assumed: readonly string[]
}

interface Read {
  readonly read: readonly GeniusFile[]
  readonly issues: readonly CommonIssue[]
  readonly parties: readonly GeniusParty[]
  readonly normalise: Normalise
}

/**
 * What an import of profiles has to say: what a case does not hold, what the files leave open, and
 * how utilities read in points.
 */
export function remarksOf({ read, issues, parties, normalise }: Read): Remarks {
  return {
    lost: [
      ...read.flatMap(({ lost }) => lost),
      ...parties.flatMap((party) => lostOf(party, normalise)),
      ...issues.flatMap(lostIn)
    ],
    assumed: [...withoutDomain(read), ...parties.flatMap(({ assumed }) => assumed)],
    scale: [SCALES[normalise], ...scaleOf(parties)]
  }
}

const SCALES: Readonly<Record<Normalise, string>> = {
  issue:
    'each evaluation was divided by the greatest of its issue, as GENIUS does; the reserve is on the same scale',
  none: 'evaluations and reserves were taken as they stand in the files; GENIUS itself divides by the greatest of each issue'
}

/** How utilities read in points, one sentence, or one for each party where they differ. */
export function scaleOf(parties: readonly GeniusParty[]): readonly string[] {
  if (parties.every(({ unit, shift }) => tidy(unit) === 1 && shift === 0))
    return ['100 points are a utility of 1']
  return parties.map(
    ({ name, unit, shift }) =>
      `${name}: utility = ${shift === 0 ? '' : `${tidy(shift)} + `}${tidy(unit)} * points / 100`
  )
}

function lostOf({ profile, unit, shift }: GeniusParty, normalise: Normalise): readonly string[] {
  const { file, discount } = profile
  const best = tidy(unit + shift)
  return [
    ...(discount === undefined || discount === 1
      ? []
      : [
          `${file}: the discount factor ${discount}, for a case has no rounds; the reserve is kept as it stands`
        ]),
    ...(normalise === 'issue' && best > 1
      ? [`${file}: its weights allow a utility of ${best}, which GENIUS would count as 1`]
      : [])
  ]
}

/** What of an issue does not come over. */
export function lostIn({ name, kind, values }: CommonIssue): readonly string[] {
  if (values.length === 1)
    return [
      `issue \`${name}\`: it has one value, so it is left out, and its worth taken off each no-deal`
    ]
  return kind === 'real'
    ? [
        `issue \`${name}\`: the numbers between its ${values.length} values, evenly spread over the range`
      ]
    : []
}

function withoutDomain(read: readonly GeniusFile[]): readonly string[] {
  const [first] = read
  return first && read.every(({ kind }) => kind === 'profile')
    ? [`no domain was given: issues and values are those of ${first.file}`]
    : []
}
