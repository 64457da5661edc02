/** A rung of Kahn's ladder: its number, what he calls it, and the unit that it stands in. */
export interface KahnRung {
  readonly number: number
  readonly title: string
  readonly unit: string
}

/** A unit of the ladder: its rungs, and the threshold above them. */
interface KahnUnit {
  readonly unit: string
  readonly titles: readonly string[]
  readonly threshold?: string
}

/**
 * The ladder of Herman Kahn, On Escalation (1965), in his words: seven units, and the threshold that
 * stands above each but the last. The titles of rungs 43 and 44 are from memory.
 */
const UNITS: readonly KahnUnit[] = [
  {
    unit: 'Subcrisis maneuvering',
    titles: [
      'Ostensible crisis',
      'Political, economic and diplomatic gestures',
      'Solemn and formal declarations'
    ],
    threshold: "Don't rock the boat"
  },
  {
    unit: 'Traditional crises',
    titles: [
      'Hardening of positions - confrontation of wills',
      'Show of force',
      'Significant mobilization',
      '"Legal" harassment - retortions',
      'Harassing acts of violence',
      'Dramatic military confrontations'
    ],
    threshold: 'Nuclear war is unthinkable'
  },
  {
    unit: 'Intense crises',
    titles: [
      'Provocative breaking off of diplomatic relations',
      'Super-ready status',
      'Large conventional war (or actions)',
      'Large compound escalation',
      'Declaration of limited conventional war',
      'Barely nuclear war',
      'Nuclear "ultimatums"',
      'Limited evacuation (20%)',
      'Spectacular show or demonstration of force',
      '"Justifiable" counterforce attack',
      '"Peaceful" world-wide embargo or blockade'
    ],
    threshold: 'No nuclear use'
  },
  {
    unit: 'Bizarre crises',
    titles: [
      'Local nuclear war - exemplary',
      'Formal declaration of limited nuclear war',
      'Local nuclear war - military',
      'Unusual, provocative and significant countermeasures',
      'Evacuation (70%)'
    ],
    threshold: 'Central sanctuary'
  },
  {
    unit: 'Exemplary central attacks',
    titles: [
      'Demonstration attack on zone of interior',
      'Exemplary attack on military',
      'Exemplary attack against property',
      'Exemplary attack on population',
      'Complete evacuation (95%)',
      'Reciprocal reprisals'
    ],
    threshold: 'Central war'
  },
  {
    unit: 'Military central wars',
    titles: [
      'Formal declaration of "general" war',
      'Slow-motion counter-"property" war',
      'Slow-motion counterforce war',
      'Constrained force-reduction salvo',
      'Constrained disarming attack',
      'Counterforce-with-avoidance attack',
      'Unmodified counterforce attack'
    ],
    threshold: 'City targeting'
  },
  {
    unit: 'Civilian central wars',
    titles: [
      'Slow-motion countercity war',
      'Countervalue salvo',
      'Augmented disarming attack',
      'Civilian devastation attack',
      'Some other kinds of controlled general war',
      'Spasm or insensate war'
    ]
  }
]

/** The 44 rungs, from the lowest up. */
export const KAHN: readonly KahnRung[] = UNITS.flatMap(({ unit, titles }) =>
  titles.map((title) => ({ title, unit }))
).map((rung, place) => ({ number: place + 1, ...rung }))

/** The thresholds, each with the number of the rung just below it. */
export const KAHN_THRESHOLDS: readonly { readonly above: number; readonly title: string }[] =
  UNITS.flatMap(({ threshold }, place) =>
    threshold === undefined
      ? []
      : [
          {
            above: UNITS.slice(0, place + 1).reduce((sum, { titles }) => sum + titles.length, 0),
            title: threshold
          }
        ]
  )
