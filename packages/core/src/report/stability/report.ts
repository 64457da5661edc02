import type {
  Analysis,
  Concept,
  Explained,
  InverseAnswer,
  Step,
  SwapEffect,
  Witness
} from '../../stability/index.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { opening } from '../opening.ts'
import { count, listed } from '../words.ts'
import type { About } from './words.ts'
import { CONCEPT_NAMES, deed, deeds, partyName, statementText, stateName } from './words.ts'

/** How many states are told in full; the rest stand in the table, and all in the JSON document. */
const TOLD = 8
const ROWS = 40

/**
 * The report of `solve stability`: which states would hold, why each party stays, the way there
 * from today, and what it hangs on; `drawn` stands before its end.
 */
export function stabilityReport(
  about: About,
  result: Analysis,
  drawn: readonly Block[] = []
): readonly Block[] {
  const { source } = about
  return [
    ...opening(source, "Everything below holds under this case's judgements."),
    ...overview(about, result),
    ...result.explained
      .filter(({ state }) => result.equilibria.includes(state))
      .slice(0, TOLD)
      .flatMap((one) => stateBlocks(about, result, one)),
    ...unstable(about, result),
    ...jointBlocks(about, result),
    ...coalitionBlocks(about, result),
    ...foresightBlocks(about, result),
    ...handMadeBlocks(about, result),
    ...inverseBlocks(about, result),
    ...drawn,
    heading(2, 'How this was computed'),
    paragraph(method(about, result))
  ]
}

function overview(about: About, result: Analysis): readonly Block[] {
  const { space } = about.compiled
  const { concepts, solution, equilibria, start } = result
  const letters =
    space.moveIds.length > 0
      ? ` Letters stand for ${space.moveIds.join(', ')}; Y: taken, N: not.`
      : ''
  const mark = (concept: Concept, state: number): string =>
    solution.concepts.get(concept) === null
      ? 'n/a'
      : solution.concepts.get(concept)?.equilibria[state]
        ? 'yes'
        : '-'
  const order = result.explained
    .map(({ state }) => state)
    .filter((state) => equilibria.includes(state))
  const rest = equilibria.filter((state) => !order.includes(state))
  const shown = [...order, ...rest].slice(0, ROWS)
  const way = (state: number): string => {
    const route = start?.routes.find(({ target }) => target === state)
    return start === undefined
      ? ''
      : state === start.state
        ? 'here'
        : route
          ? `${route.path.length} moves`.replace(/^1 moves$/, '1 move')
          : 'no way'
  }
  return [
    heading(2, 'Which states would hold?'),
    paragraph(
      `${count(space.count)} feasible states (${count(space.infeasible)} patterns cannot be).${letters}`
    ),
    ...(shown.length === 0
      ? [paragraph('None: in every state some party gains by moving, whatever concept is asked.')]
      : [
          table(
            [
              'state',
              ...concepts.map((concept) => CONCEPT_NAMES[concept]),
              ...(start ? [`from ${space.label(start.state)}`] : [])
            ],
            shown.map((state) => [
              stateName(about, state),
              ...concepts.map((concept) => mark(concept, state)),
              ...(start ? [way(state)] : [])
            ])
          )
        ]),
    paragraph(
      `${equilibria.length > shown.length ? `${equilibria.length - shown.length} more are in --format json. ` : ''}yes: stable for every party under that concept.`
    )
  ]
}

/** From the concept that asks most of the party's position to the one that asks least. */
const STRONGEST: readonly Concept[] = ['nash', 'sseq', 'seq', 'sim', 'smr', 'gmr']

function stateBlocks(
  about: About,
  result: Analysis,
  { state, witnesses }: Explained
): readonly Block[] {
  const { solution, concepts, start, swaps } = result
  const under = concepts.filter(
    (concept) => solution.concepts.get(concept)?.equilibria[state] === 1
  )
  const defined = concepts.filter((concept) => solution.concepts.get(concept))
  const title =
    under.length === defined.length
      ? under.length === 1
        ? `under ${CONCEPT_NAMES[under[0] as Concept]}`
        : 'under every concept'
      : `under ${listed(under.map((concept) => CONCEPT_NAMES[concept]))}`
  const stays = about.compiled.conflict.parties.map((_, party) => {
    const own = witnesses.filter((one) => one.party === party && under.includes(one.concept))
    const best = STRONGEST.flatMap(
      (concept) => own.find((one) => one.concept === concept && one.witness.stable) ?? []
    )[0]
    return best ? `${partyName(about, party)} ${reason(about, best.concept, best.witness)}` : ''
  })
  const route = start?.routes.find(({ target }) => target === state)
  return [
    heading(2, `${stateName(about, state)} holds ${title}`),
    list(stays.filter((line) => line !== '')),
    ...(start && state !== start.state ? [paragraph(routeText(about, result, route?.path))] : []),
    ...(swaps ? [hangsOn(about, swaps, state)].filter((text) => text !== '').map(paragraph) : [])
  ]
}

/** Why a party stays, in one sentence. */
function reason(about: About, concept: Concept, witness: Witness): string {
  if (!witness.stable) return ''
  if (witness.because === 'no-move') return 'stays: it has no move from here, whatever it prefers.'
  if (witness.because === 'no-improvement')
    return `stays: it could move to ${somewhere(about, witness.moves)}, but prefers none of it.`
  const [answer] = witness.answers
  if (!answer) return 'stays.'
  const others =
    witness.answers.length === 1
      ? ''
      : ` The other ${witness.answers.length - 1} moves it would like are met in the same way.`.replace(
          'other 1 moves it would like are',
          'other move it would like is'
        )
  const wish = `it would rather be at ${stateName(about, answer.improvement.to)}`
  const end = `${stateName(about, answer.end)} is no better for it than staying`
  const reply = answer.reply ? `, even if ${deed(about, answer.reply)}` : ''
  const met =
    concept === 'sim'
      ? `; but if at the same time ${listed(answer.sanction.map((step) => deed(about, step)))}, they end at ${about.compiled.space.label(answer.end)}, and ${end}`
      : `; but then ${deeds(about, answer.sanction)}, and ${end}${reply}`
  return `stays (${CONCEPT_NAMES[concept]}): ${wish}${met}.${others}`
}

function somewhere(about: About, moves: readonly number[]): string {
  return moves.length > 3
    ? `${moves.length} other states`
    : listed(moves.map((q) => stateName(about, q)))
}

function routeText(about: About, { start }: Analysis, path: readonly Step[] | undefined): string {
  const from = start ? stateName(about, start.state) : ''
  if (!path) return `It cannot be reached from ${from} by any sequence of moves.`
  const route = start?.routes.find((one) => one.path === path)
  const how = route?.improvementsOnly
    ? 'every step is an improvement for who makes it'
    : 'not every step is an improvement for who makes it'
  const longer = route?.byImprovements
    ? ` By improvements only it takes ${route.byImprovements.length} steps.`
    : ''
  return `From ${from}: ${deeds(about, path)}; ${how}.${longer}`
}

/** The exchanges of neighbouring statements that make or break a state, gathered by exchange. */
function hangsOn(about: About, swaps: readonly SwapEffect[], state: number): string {
  const relevant = swaps.flatMap((swap) => {
    const broken = swap.breaks
      .filter((one) => one.state === state)
      .map(({ concept }) => CONCEPT_NAMES[concept])
    return broken.length > 0 ? [{ swap, broken }] : []
  })
  const written = about.compiled.preferences.some(({ statements }) => statements.length > 1)
  if (!written) return ''
  if (relevant.length === 0)
    return 'It hangs on no single order of two neighbouring statements: no exchange of them breaks it.'
  const texts = relevant
    .slice(0, 4)
    .map(
      ({ swap, broken }) =>
        `${partyName(about, swap.party)}'s order of statements ${statementText(about, swap.party, swap.upper)} and ${statementText(about, swap.party, swap.lower)} [${broken.join(', ')}]`
    )
  return `It hangs on ${texts.join('; ')}${relevant.length > 4 ? `; and ${relevant.length - 4} more` : ''}. Exchanged, it no longer holds under the concepts in brackets.`
}

/** The start and the named states that hold under no concept, with who leaves them. */
function unstable(about: About, result: Analysis): readonly Block[] {
  const falling = result.explained.filter(({ state }) => !result.equilibria.includes(state))
  const items = falling.map(({ state, witnesses }) => {
    const leaving = witnesses.flatMap(({ party, witness, concept }) =>
      witness.stable ? [] : [{ party, witness, concept }]
    )
    const one = [...STRONGEST]
      .reverse()
      .flatMap((concept) => leaving.find((found) => found.concept === concept) ?? [])[0]
    if (!one)
      return `${stateName(about, state)}: some party gains by leaving, under each concept another.`
    const { witness, concept } = one
    const near = witness.attempt?.reply
      ? ` The others could answer with ${deeds(about, witness.attempt.sanction)}, but ${deed(about, witness.attempt.reply)} gets out of that.`
      : ''
    return `${stateName(about, state)} [${CONCEPT_NAMES[concept]}]: ${deed(about, witness.improvement)}, gains by it, and no answer leaves it worse off than staying.${near}`
  })
  return items.length === 0 ? [] : [heading(2, 'Which named states would not hold?'), list(items)]
}

function jointBlocks(about: About, { start }: Analysis): readonly Block[] {
  if (!start || start.joint.length === 0) return []
  const items = start.joint
    .slice(0, TOLD)
    .map(
      (move) =>
        `${listed(move.movers.map((party) => partyName(about, party)))}, to ${stateName(about, move.to)}: ${deeds(about, move.path)}.`
    )
  const more =
    start.joint.length > TOLD
      ? [paragraph(`${start.joint.length - TOLD} more are in --format json.`)]
      : []
  return [
    heading(2, `Joint moves from ${stateName(about, start.state)} that all who make them prefer`),
    list(items),
    ...more
  ]
}

function coalitionBlocks(about: About, { coalitions, equilibria }: Analysis): readonly Block[] {
  if (!coalitions) return []
  if (coalitions === 'too-many-states')
    return [
      heading(2, 'Coalitions'),
      paragraph('Not computed: there are too many states to walk out every coalition.')
    ]
  const { label } = about.compiled.space
  const rows = [...coalitions.equilibria].map(([concept, marks]) => {
    const stable = equilibria.filter((state) => marks[state] === 1)
    return [
      concept
        .replace(/^c/, 'C')
        .replace(/nash|gmr|smr|seq/, (word) => CONCEPT_NAMES[word as Concept]),
      stable.length === 0 ? 'none' : stable.slice(0, 12).map(label).join(', ')
    ]
  })
  const can = (members: readonly number[], from: number, to: number): boolean =>
    coalitions.coalitions.some(
      (other) =>
        other.members.length < members.length &&
        other.members.every((one) => members.includes(one)) &&
        other.improvements.get(from)?.includes(to)
    )
  const jumps = coalitions.coalitions
    .filter(({ members }) => members.length > 1)
    .flatMap(({ members, improvements }) =>
      equilibria.flatMap((from) =>
        (improvements.get(from) ?? [])
          .filter((to) => equilibria.includes(to) && !can(members, from, to))
          .map(
            (to) =>
              `${listed(members.map((party) => partyName(about, party)))} can go together from ${stateName(about, from)} to ${stateName(about, to)}.`
          )
      )
    )
  return [
    heading(2, 'Coalitions'),
    paragraph('Equilibria that no group of parties breaks either:'),
    table(['concept', 'states'], rows),
    ...(jumps.length > 0
      ? [
          paragraph('From one equilibrium to another that every member prefers:'),
          list(jumps.slice(0, TOLD))
        ]
      : [])
  ]
}

function foresightBlocks(about: About, { foresight }: Analysis): readonly Block[] {
  const far = foresight?.nonMyopic
  if (!far) return []
  const states = about.compiled.space
    .states()
    .filter((s) => far.stable.every((marks) => marks[s] === 1))
  const found =
    states.length === 0 ? 'no state' : listed(states.slice(0, TOLD).map((s) => stateName(about, s)))
  return [
    heading(2, 'Looking further ahead'),
    paragraph(
      `With two parties moving in turn, ${found} ${states.length > 1 ? 'are' : 'is'} where both expect to stay at every horizon from ${Math.max(1, far.from)} moves on${far.period > 1 ? ` (expectations repeat every ${far.period} horizons)` : ''}.`
    )
  ]
}

function handMadeBlocks(about: About, { handMade }: Analysis): readonly Block[] {
  if (handMade.length === 0) return []
  const items = handMade.map(
    ({ party, unconditional, conditional }) =>
      `${partyName(about, party)}: statement ${statementText(about, party, unconditional)} speaks of its own moves without condition and stands above ${statementText(about, party, conditional)}.`
  )
  return [
    heading(2, 'Stability put in by hand'),
    paragraph(
      'A party that wants a move of its own whatever the others do will seem stable for that reason alone:'
    ),
    list(items)
  ]
}

function inverseBlocks(about: About, { inverse }: Analysis): readonly Block[] {
  if (!inverse) return []
  const rows = inverse.byConcept.map((one) => {
    const who = one.changed
      .map(({ party, swaps }) => `${partyName(about, party)} ${swaps}`)
      .join(', ')
    const swaps =
      one.swaps === 0
        ? 'holds already'
        : one.swaps === undefined
          ? one.atLeast === Number.POSITIVE_INFINITY
            ? 'impossible'
            : `at least ${one.atLeast}`
          : one.exact
            ? String(one.swaps)
            : `${one.atLeast} to ${one.swaps}`
    return [CONCEPT_NAMES[one.concept], swaps, who || '-', statementsCell(inverse, one.concept)]
  })
  const counts = inverse.rankings
    .filter(({ holding }) => holding > 0)
    .map(({ party, concept, of, holding }) => [
      partyName(about, party),
      CONCEPT_NAMES[concept],
      `${holding} of ${of}`
    ])
  return [
    heading(2, `What would have to change for ${stateName(about, inverse.state)} to hold?`),
    table(['concept', 'swaps of neighbours', 'whose', 'statements to move'], rows),
    ...inverse.byConcept.flatMap((one) =>
      one.changed.map(({ party, lowered }) =>
        paragraph(
          `${CONCEPT_NAMES[one.concept]}: ${partyName(about, party)} would have to like ${listed(lowered.slice(0, 6).map((s) => stateName(about, s)))}${lowered.length > 6 ? ` and ${lowered.length - 6} more` : ''} less than ${stateName(about, inverse.state)}.`
        )
      )
    ),
    ...(counts.length > 0
      ? [
          paragraph('Of all rankings of one party, with the others as they are:'),
          table(['party', 'concept', 'rankings'], counts)
        ]
      : [])
  ]
}

function statementsCell(inverse: InverseAnswer, concept: Concept): string {
  const found = inverse.statements.find((one) => one.concept === concept)?.found
  if (!found) return '-'
  return found.moves
    ? String(found.moves.length)
    : found.atLeast === Number.POSITIVE_INFINITY
      ? 'impossible'
      : `at least ${found.atLeast}`
}

function method(about: About, { rules, solution }: Analysis): string {
  const missing = [...solution.concepts].flatMap(([concept, verdicts]) =>
    verdicts === null ? [CONCEPT_NAMES[concept]] : []
  )
  const unknown = about.compiled.conflict.ranks.flatMap((ranks, party) =>
    ranks ? [] : [partyName(about, party)]
  )
  return [
    'Exact, by the definitions of the graph model of conflict resolution (docs/method/stability.md); nobody moves twice in a row.',
    rules.strict
      ? 'A sanction must leave the party strictly worse off.'
      : 'A sanction need only leave the party no better off.',
    ...(about.compiled.preferences.some(({ kind }) => kind === 'ranking')
      ? [
          'Where preferences are given as rankings, --inverse says how many swaps of neighbours make a state hold.'
        ]
      : []),
    ...(missing.length > 0 ? [`${listed(missing)}: not defined for general graphs.`] : []),
    ...(unknown.length > 0
      ? [`Nothing is known of the preferences of ${listed(unknown)}; attitude ${rules.attitude}.`]
      : [])
  ].join(' ')
}
