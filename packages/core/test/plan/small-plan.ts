import { readCase } from '../../src/case/read.ts'
import type { Case } from '../../src/model/case.ts'
import type { CarriedOut } from '../../src/plan/carried-out.ts'
import { carriedOut } from '../../src/plan/carried-out.ts'

/** What of the small case stands otherwise. */
export interface Differing {
  readonly guarantees?: string
  readonly deliverables?: string
  readonly gates?: string
  readonly discount?: string
  readonly bond?: string
  /** How the river is told of: with its line on the map, it is ground. */
  readonly river?: string
}

export const DELIVERABLES = `
  - {id: arms, by: west, gives: {arms: laid-down}, verified-by: [watch], caught: 0.5, grab: {west: 6}, source: own}
  - {id: pull-back, by: east, gives: {front: river}, verified-by: [watch], caught: 0.8, grab: {east: 2}, source: own}`

/**
 * East holds the hill and would give it back for arms laid down. West: arms weigh 1 (keep 100, lay
 * down 0), front 3 (hill 0, river 100). East: arms 3 (keep 0, lay down 100), front 1 (hill 100, river
 * 0).
 */
export const smallPlan = ({
  guarantees = '',
  deliverables = DELIVERABLES,
  gates = '',
  discount = '{east: 0.9, west: 0.8}',
  bond = '{}',
  river = '{title: Behind the river, line: lines.river}'
}: Differing = {}): string => `
truce: 1
title: A hill for arms
as-of: 2024-06-15
required: [east, west]
sources: {own: {title: Our own, kind: assumption}}
parties:
  east: {name: East, kind: state, role: belligerent}
  west: {name: West, kind: armed-group, role: belligerent}
  watch: {name: Watch, kind: organisation, role: observer}
issues:
  arms: {title: Arms of West, options: {kept: Kept, laid-down: Laid down}, if-silent: kept}
  front:
    title: Where East stands
    options: {hill: On the hill, river: ${river}}
    if-silent: hill
  flag: {title: Flag, options: {none: None, white: White}, if-silent: none}
stances:
  east:
    interests:
      arms: {weight: 3, values: {kept: 0, laid-down: 100}, source: own}
      front: {weight: 1, values: {hill: 100, river: 0}, source: own}
      flag: {weight: 0, values: {none: 0, white: 0}, source: own}
    no-deal: {base: {terms: {arms: kept, front: hill, flag: none}}, ledger: [{id: war, toward: stop, worth: 10, source: own}], source: own}
  west:
    interests:
      arms: {weight: 1, values: {kept: 100, laid-down: 0}, source: own}
      front: {weight: 3, values: {hill: 0, river: 100}, source: own}
      flag: {weight: 1, values: {none: 0, white: 100}, source: own}
    no-deal: {base: 25, source: own}
proposals:
  swap: {title: Hill for arms, terms: {arms: laid-down, front: river, flag: white}}
lines: {river: {as-of: 2024-06-01, kind: contact, source: own}}
ceasefire: {class: preliminary, enters-into-force: "2024-07-01T08:00[Europe/Vienna]", source: own}
deliverables:${deliverables}
${gates}
${guarantees}
plan: {period: P10D, discount: ${discount}, bond: ${bond}, source: own}
`

/** The case, or what is wrong with it. */
export function readPlan(text: string): Case {
  const { case: found, sound, diagnostics } = readCase([{ name: 'case.yaml', text }])
  if (!found || !sound) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return found
}

/** How its one proposal is carried out. */
export function planOf(differing: Differing = {}): CarriedOut {
  const source = readPlan(smallPlan(differing))
  const [proposal] = source.proposals
  if (!proposal) throw new Error('no proposal')
  return carriedOut(source, proposal, { draws: 50, seed: 1, dependence: 'independent' })
}
