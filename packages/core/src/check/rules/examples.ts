/** What to write under the two parties of the example case beside their interests. */
export interface River {
  readonly upland?: string
  readonly lowland?: string
  /** Upland's no-deal, where it is the point of the example. */
  readonly noDeal?: string
  /** What upland makes of letting all the water through. */
  readonly worst?: string
  /** The source of lowland's interest. */
  readonly basis?: string
}

/** The stances of the example case, with lines added under each party. */
export function riverStances(river: River): string {
  const {
    upland = '',
    lowland = '',
    noDeal = '{base: [20, 30, 40], source: talks}',
    worst = '[0, 5, 15]',
    basis = 'talks'
  } = river
  const lines = [
    'upland:',
    ...(upland === '' ? [] : [`  ${upland}`]),
    '  interests:',
    `    water: {weight: 1, values: {third: 100, half: 70, full: ${worst}}, source: talks}`,
    `  no-deal: ${noDeal}`,
    'lowland:',
    ...(lowland === '' ? [] : [`  ${lowland}`]),
    '  interests:',
    `    water: {weight: 1, values: {third: [0, 5, 15], half: 60, full: 100}, source: ${basis}}`,
    '  no-deal: {base: [10, 20, 30], source: talks}'
  ]
  return `\n${lines.map((line) => `    ${line}`).join('\n')}`
}

/** A redline of each party that the example's proposal, half the water each, does not cross. */
export const KEPT = {
  upland: 'redlines: [{id: not-all, never: {water: full}, firmness: 0.8, source: talks}]',
  lowland: 'redlines: [{id: not-a-third, never: {water: third}, firmness: 0.8, source: talks}]'
} as const

/** The example's sources with a survey beside the minutes. */
export const SURVEY_SOURCES = `
    talks: {title: Minutes of the river talks, kind: statement, date: 2024-05}
    survey: {title: A survey in Lowland, kind: poll, date: 2024-05}`

/** A survey of the example case. */
export const SURVEY = `
    survey: {population: lowland, field: 2024-05, n: 800, answers: {agree: 62, disagree: 30}, source: survey}`
