import { textIn } from '../../model/package.ts'
import type {
  Analysis,
  Compiled,
  Concept,
  InverseAnswer,
  Step,
  Witness
} from '../../stability/index.ts'
import { marked } from '../../stability/index.ts'
import type { DocumentAbout } from '../check-json.ts'
import { byKey, documentHead } from '../check-json.ts'
import type { GraphReported } from './graph-words.ts'
import type { RobustnessDrawn } from './robustness-section.ts'
import { robustnessJson } from './robustness-section.ts'
import type { StabilityDocument } from './stability-shape.ts'

/** Beyond this many states the document gives their number in place of a list. */
const LISTED = 2 ** 16

/**
 * The document of `solve stability --format json`: states by their letters (or nodes), parties by
 * their ids.
 */
export function stabilityJson(
  about: GraphReported,
  result: Analysis,
  given: DocumentAbout & { readonly drawn?: RobustnessDrawn | undefined }
): StabilityDocument {
  const { conflict, space, named } = about.compiled
  const { label } = space
  const path = pathOf(about)
  const { start, solution, rules } = result
  const sim =
    solution.concepts.get('sim') === null
      ? { reasons: { sim: 'not defined for general graphs' } }
      : {}
  return {
    ...documentHead('solve stability'),
    findings: given.findings,
    case: { title: textIn(about.source.title), hash: given.hash },
    settings: { ...rules, concepts: result.concepts, exact: true },
    parties: conflict.parties,
    moves: space.moveIds,
    states: space.count > LISTED ? null : space.states().map(label),
    feasible: String(space.count),
    infeasible: String(space.infeasible),
    named: Object.fromEntries(
      named.map(({ id, state, means }) => [
        id,
        { state: label(state), ...(means === undefined ? {} : { means }) }
      ])
    ),
    concepts: Object.fromEntries(
      [...solution.concepts].map(([concept, verdicts]) => [
        concept,
        verdicts && {
          stable: byKey(
            conflict.parties,
            verdicts.stable.map((marks) => listOf(marks, label))
          ),
          equilibria: listOf(verdicts.equilibria, label)
        }
      ])
    ),
    ...sim,
    witnesses: witnessesJson(about, result),
    statusQuo: start
      ? {
          state: label(start.state),
          reaches: Object.fromEntries(
            start.routes.map((route) => [
              label(route.target),
              {
                path: path(route.path),
                improvementsOnly: route.improvementsOnly,
                ...(route.byImprovements ? { byImprovements: path(route.byImprovements) } : {})
              }
            ])
          ),
          jointMoves: start.joint.map(({ movers, to, path: steps }) => ({
            movers: movers.map((party) => partyId(about.compiled, party)),
            to: label(to),
            path: path(steps)
          }))
        }
      : null,
    ...coalitionsJson(about, result),
    ...foresightJson(about, result),
    ...(result.swaps
      ? {
          swaps: result.swaps.map(({ party, upper, lower, breaks, makes }) => ({
            party: partyId(about.compiled, party),
            statements: [upper + 1, lower + 1],
            breaks: verdictsJson(about, breaks),
            makes: verdictsJson(about, makes)
          }))
        }
      : {}),
    ...(result.omissions
      ? {
          omissions: result.omissions.map(({ party, omitted, breaks, makes }) => ({
            party: partyId(about.compiled, party),
            statement: omitted + 1,
            breaks: verdictsJson(about, breaks),
            makes: verdictsJson(about, makes)
          }))
        }
      : {}),
    thickness: result.thickness,
    handMade: result.handMade.map(({ party, unconditional, conditional }) => ({
      party: partyId(about.compiled, party),
      unconditional: unconditional + 1,
      above: conditional + 1
    })),
    ...(result.inverse ? { inverse: inverseJson(about, result.inverse) } : {}),
    ...(given.drawn ? { robustness: robustnessJson(about, given.drawn, result.equilibria) } : {})
  }
}

/** The marked states by name; only how many, where they would be too many to list. */
function listOf(
  marks: Uint8Array,
  label: (state: number) => string
): readonly string[] | { readonly count: string } {
  const states = marked(marks)
  return states.length > LISTED ? { count: String(states.length) } : states.map(label)
}

const pathOf =
  ({ compiled }: GraphReported) =>
  (steps: readonly Step[]): readonly StepDocument[] =>
    steps.map((step) => stepJson(compiled, step))

type StepDocument = NonNullable<
  StabilityDocument['statusQuo']
>['jointMoves'][number]['path'][number]

const stepJson = (compiled: Compiled, { party, from, to }: Step): StepDocument => [
  partyId(compiled, party),
  compiled.space.label(from),
  compiled.space.label(to)
]

/** A party's id by its index in the conflict. */
const partyId = ({ conflict }: Compiled, party: number): string => conflict.parties[party] as string

const verdictsJson = (
  { compiled }: GraphReported,
  list: readonly { readonly state: number; readonly concept: Concept }[]
): NonNullable<StabilityDocument['swaps']>[number]['breaks'] =>
  list.map(({ state, concept }) => ({ state: compiled.space.label(state), concept }))

type Witnesses = StabilityDocument['witnesses']
type WitnessDocument = NonNullable<Witnesses[string][string][Concept]>
type Sanctioned = NonNullable<Extract<WitnessDocument, { readonly stable: false }>['attempt']>

function witnessesJson(about: GraphReported, { explained }: Analysis): Witnesses {
  const { conflict, space } = about.compiled
  return Object.fromEntries(
    explained.map(({ state, witnesses }) => [
      space.label(state),
      Object.fromEntries(
        conflict.parties.map((id, party) => [
          id,
          Object.fromEntries(
            witnesses
              .filter((one) => one.party === party)
              .map(({ concept, witness }) => [concept, witnessJson(about, witness)])
          )
        ])
      )
    ])
  )
}

function witnessJson(about: GraphReported, witness: Witness): WitnessDocument {
  const { compiled } = about
  const { label } = compiled.space
  const path = pathOf(about)
  const rest = (one: {
    readonly sanction: readonly Step[]
    readonly end: number
    readonly reply?: Step
  }): Sanctioned => ({
    sanction: path(one.sanction),
    end: label(one.end),
    ...(one.reply ? { reply: stepJson(compiled, one.reply) } : {})
  })
  if (!witness.stable)
    return {
      stable: false,
      improvement: stepJson(compiled, witness.improvement),
      ...(witness.attempt ? { attempt: rest(witness.attempt) } : {})
    }
  if (witness.because === 'no-move') return { stable: true, because: 'no-move' }
  if (witness.because === 'no-improvement')
    return { stable: true, because: 'no-improvement', moves: witness.moves.map(label) }
  return {
    stable: true,
    because: 'sanctioned',
    answers: witness.answers.map((answer) => ({
      improvement: stepJson(compiled, answer.improvement),
      ...rest(answer)
    }))
  }
}

function coalitionsJson(
  { compiled }: GraphReported,
  { coalitions }: Analysis
): Pick<StabilityDocument, 'coalitions'> {
  if (!coalitions) return {}
  if (coalitions === 'too-many-states') return { coalitions: null }
  const { space } = compiled
  const lists = (
    marks: ReadonlyMap<string, Uint8Array>
  ): NonNullable<StabilityDocument['coalitions']>['equilibria'] =>
    Object.fromEntries([...marks].map(([concept, one]) => [concept, marked(one).map(space.label)]))
  return {
    coalitions: {
      gain: coalitions.gain,
      equilibria: lists(coalitions.equilibria),
      groups: coalitions.coalitions.map(({ members, stable, improvements }) => ({
        members: members.map((party) => partyId(compiled, party)),
        stable: lists(stable),
        improvements: Object.fromEntries(
          [...improvements]
            .filter(([, ends]) => ends.length > 0)
            .map(([from, ends]) => [space.label(from), ends.map(space.label)])
        )
      }))
    }
  }
}

function foresightJson(
  { compiled }: GraphReported,
  { foresight }: Analysis
): Pick<StabilityDocument, 'limitedMoves' | 'nonMyopic'> {
  if (!foresight) return {}
  const { conflict, space } = compiled
  const stays = (ends: Int32Array): readonly string[] =>
    space
      .states()
      .filter((s) => ends[s] === s)
      .map(space.label)
  const byParty = <T>(list: readonly T[]): Readonly<Record<string, T>> =>
    byKey(conflict.parties, list)
  const { horizons, nonMyopic } = foresight
  return {
    limitedMoves: Object.fromEntries(
      horizons
        .slice(1)
        .map(({ horizon, expected }) => [`h${horizon}`, byParty(expected.map(stays))])
    ),
    nonMyopic: nonMyopic
      ? {
          from: nonMyopic.from,
          period: nonMyopic.period,
          stable: byParty(nonMyopic.stable.map((marks) => marked(marks).map(space.label)))
        }
      : null
  }
}

function inverseJson(
  about: GraphReported,
  inverse: InverseAnswer
): NonNullable<StabilityDocument['inverse']> {
  const { compiled } = about
  const { space } = compiled
  const finite = (value: number): number | null =>
    value === Number.POSITIVE_INFINITY ? null : value
  return {
    state: space.label(inverse.state),
    concepts: Object.fromEntries(
      inverse.byConcept.map(({ concept, swaps, atLeast, exact, changed }) => [
        concept,
        {
          swaps: swaps ?? null,
          atLeast: finite(atLeast),
          exact,
          possible: atLeast !== Number.POSITIVE_INFINITY,
          changed: changed.map((one) => ({
            party: partyId(compiled, one.party),
            swaps: one.swaps,
            lowered: one.lowered.map(space.label),
            ranking: one.groups.map((group) => group.map(space.label))
          }))
        }
      ])
    ),
    statements: Object.fromEntries(
      inverse.statements.map(({ concept, found }) => [
        concept,
        {
          atLeast: finite(found.atLeast),
          exact: found.exact,
          moves: found.moves
            ? found.moves.map(({ party, from, to }) => ({
                party: partyId(about.compiled, party),
                from: from + 1,
                to: to + 1
              }))
            : null
        }
      ])
    ),
    rankings: inverse.rankings.map(({ party, concept, of, holding }) => ({
      party: partyId(about.compiled, party),
      concept,
      of,
      holding
    }))
  }
}
