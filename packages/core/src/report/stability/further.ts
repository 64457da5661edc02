import type { Analysis, CoalitionConcept, Concept } from '../../stability/index.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { CONCEPT_NAMES, wordsOf } from '../words/index.ts'
import type { GraphReported } from './graph-words.ts'
import { deeds, partyName, partyNames, statementText, stateName } from './graph-words.ts'

/** How many of each are told. */
const TOLD = 8
/** How many states a cell names. */
const IN_CELL = 6

/** What parties could do together from the start, each preferring it. */
export function jointBlocks(about: GraphReported, { start }: Analysis): readonly Block[] {
  if (!start || start.joint.length === 0) return []
  const { say } = wordsOf(about)
  const more = start.joint.length - TOLD
  return [
    heading(2, say('together.title', { state: stateName(about, start.state) })),
    list(
      start.joint.slice(0, TOLD).map(({ movers, to, path }) =>
        say('together.move', {
          parties: partyNames(about, movers),
          state: stateName(about, to),
          deeds: deeds(about, path)
        })
      )
    ),
    ...(more > 0 ? [paragraph(say('more.json', { n: more }))] : [])
  ]
}

/** The concept that each concept of coalitions widens. */
const WIDENED: Readonly<Record<CoalitionConcept, Concept>> = {
  cnash: 'nash',
  cgmr: 'gmr',
  csmr: 'smr',
  cseq: 'seq'
}

/** Equilibria that no group breaks, and the ways from one to another that a group prefers. */
export function coalitionBlocks(about: GraphReported, analysis: Analysis): readonly Block[] {
  const { coalitions, equilibria } = analysis
  const { say } = wordsOf(about)
  if (!coalitions) return []
  if (coalitions === 'too-many-states')
    return [heading(2, say('coalition.title')), paragraph(say('coalition.unasked'))]
  const rows = [...coalitions.equilibria].map(([concept, marks]) => {
    const stable = equilibria.filter((state) => marks[state] === 1)
    return [
      say('coalition.under', { concept: CONCEPT_NAMES[WIDENED[concept]] }),
      stable.length === 0
        ? say('more.none')
        : stable
            .slice(0, IN_CELL)
            .map((state) => stateName(about, state))
            .join(' / ')
    ]
  })
  const jumps = jumpsIn(about, { coalitions, equilibria })
  return [
    heading(2, say('coalition.title')),
    paragraph(say('coalition.stable')),
    table([say('coalition.concept'), say('coalition.states')], rows),
    ...(jumps.length > 0 ? [paragraph(say('coalition.jumps')), list(jumps.slice(0, TOLD))] : [])
  ]
}

type Solved = Exclude<Analysis['coalitions'], 'too-many-states' | undefined>

/** From one equilibrium to another, by the smallest groups that can and want to. */
function jumpsIn(
  about: GraphReported,
  {
    coalitions: { coalitions },
    equilibria
  }: { readonly coalitions: Solved; readonly equilibria: readonly number[] }
): readonly string[] {
  const { say } = wordsOf(about)
  const fewerCan = (members: readonly number[], from: number, to: number): boolean =>
    coalitions.some(
      (other) =>
        other.members.length < members.length &&
        other.members.every((one) => members.includes(one)) &&
        other.improvements.get(from)?.includes(to)
    )
  return coalitions
    .filter(({ members }) => members.length > 1)
    .flatMap(({ members, improvements }) =>
      equilibria.flatMap((from) =>
        (improvements.get(from) ?? [])
          .filter((to) => equilibria.includes(to) && !fewerCan(members, from, to))
          .map((to) =>
            say('coalition.jump', {
              parties: partyNames(about, members),
              from: stateName(about, from),
              to: stateName(about, to)
            })
          )
      )
    )
}

/** Where two parties that look as far ahead as one likes would stay. */
export function foresightBlocks(about: GraphReported, { foresight }: Analysis): readonly Block[] {
  const far = foresight?.nonMyopic
  if (!far) return []
  const { say, list: listed } = wordsOf(about)
  const states = about.compiled.space
    .states()
    .filter((s) => far.stable.every((marks) => marks[s] === 1))
  const found =
    states.length === 0
      ? say('ahead.none')
      : listed(states.slice(0, TOLD).map((s) => stateName(about, s)))
  const said = { states: found, n: states.length, from: Math.max(1, far.from) }
  return [
    heading(2, say('ahead.title')),
    paragraph(
      far.period > 1
        ? say('ahead.where.repeating', { ...said, period: far.period })
        : say('ahead.where', said)
    )
  ]
}

/** Statements that make a party's stability a matter of how they were written. */
export function handMadeBlocks(about: GraphReported, { handMade }: Analysis): readonly Block[] {
  if (handMade.length === 0) return []
  const { say } = wordsOf(about)
  return [
    heading(2, say('hand.title')),
    paragraph(say('hand.why')),
    list(
      handMade.map(({ party, unconditional, conditional }) =>
        say('hand.statement', {
          party: partyName(about, party),
          upper: statementText(about, party, unconditional),
          lower: statementText(about, party, conditional)
        })
      )
    )
  ]
}
