/** Stability: states, deeds, witnesses, ways, what would have to change. */
export const stabilitySentences = {
  state: '{label} ({name})',
  'deed.made': '{party} takes {made}',
  'deed.undone': '{party} takes back {undone}',
  'deed.both': '{party} takes {made} and takes back {undone}',
  'deed.node': '{party} moves to {state}',
  'deed.to': '{deed} (to {state})',
  'deed.then': '{deeds}; then {next}',

  'condition.taken': '{move}: yes',
  'condition.left': '{move}: no',
  'condition.is': '{issue}: {options}',
  'condition.scenario': 'scenario {id}',
  'condition.any': 'any of ({parts})',
  'condition.or': '{list} or {next}',
  'condition.not': 'not ({part})',
  'condition.if': 'if {left} then {right}',
  'condition.iff': '{left} exactly when {right}',
  statement: '{place} ({condition})',

  'states.title': 'Which states would hold?',
  'states.count': '{states} feasible states ({infeasible} patterns cannot be).',
  'states.letters': 'Letters stand for {moves}; Y: taken, N: not.',
  'states.none': 'None: in every state some party gains by moving, whatever concept is asked.',
  'states.state': 'state',
  'states.from': 'from {state}',
  'states.yes': 'yes',
  'states.undefined': 'n/a',
  'states.here': 'here',
  'states.no-way': 'no way',
  'states.moves': '{n, plural, one {# move} other {# moves}}',
  'states.reading': 'yes: stable for every party under that concept.',

  'holds.every': '{state} holds under every concept',
  'holds.under': '{state} holds under {concepts}',

  'witness.stays': '{party} stays: {why}.',
  'witness.stays.answered': '{party} stays ({concept}): {wish}; {answer}, {end}.',
  'witness.stays.plain': '{party} stays.',
  'witness.no-move': 'it has no move from here, whatever it prefers',
  'witness.no-improvement': 'it could move to {states}, but prefers none of it',
  'witness.elsewhere': '{n} other states',
  'witness.wish': 'it would rather be at {state}',
  'witness.wish.deed': '{wish}: {deed}',
  'witness.answer': 'but then {deeds}',
  'witness.answer.sim': 'but if at the same time {deeds}, they end at {state}',
  'witness.end': 'and {state} is no better for it than staying',
  'witness.end.even': 'and {state} is no better for it than staying, even if {deed}',
  'witness.others':
    'The other {n, plural, one {move it would like is} other {# moves it would like are}} met in the same way.',
  'witness.leaves': '{deed}, gains by it, and no answer leaves it worse off than staying.',
  'witness.near': 'The others could answer with {deeds}, but {deed} gets out of that.',

  'route.none': 'It cannot be reached from {state} by any sequence of moves.',
  'route.from': 'From {state}: {deeds}; {how}.',
  'route.improving': 'every step is an improvement for who makes it',
  'route.mixed': 'not every step is an improvement for who makes it',
  'route.longer': 'By improvements only it takes {n} steps.',

  'swap.none':
    'It hangs on no single order of two neighbouring statements: no exchange of them breaks it.',
  'swap.order': "{party}'s order of statements {upper} and {lower} [{concepts}]",
  'swap.hangs':
    'It hangs on {orders}. Exchanged, it no longer holds under the concepts in brackets.',

  'falls.title': 'Which named states would not hold?',
  'falls.some': '{state}: some party gains by leaving, under each concept another.',
  'falls.leaves': '{state} [{concept}]: {leaves}',

  'together.title': 'Joint moves from {state} that all who make them prefer',
  'together.move': '{parties}, to {state}: {deeds}.',
  'coalition.title': 'Coalitions',
  'coalition.unasked': 'Not computed: there are too many states to walk out every coalition.',
  'coalition.stable': 'Equilibria that no group of parties breaks either:',
  'coalition.concept': 'concept',
  'coalition.states': 'states',
  'coalition.under': 'C{concept}',
  'coalition.jumps': 'From one equilibrium to another that every member prefers:',
  'coalition.jump': '{parties} can go together from {from} to {to}.',

  'ahead.title': 'Looking further ahead',
  'ahead.none': 'no state',
  'ahead.where':
    'With two parties moving in turn, {states} {n, plural, =0 {is} one {is} other {are}} where both expect to stay at every horizon from {from} moves on.',
  'ahead.where.repeating':
    'With two parties moving in turn, {states} {n, plural, =0 {is} one {is} other {are}} where both expect to stay at every horizon from {from} moves on (expectations repeat every {period} horizons).',

  'omission.statement': "{party}'s statement {statement} [{concepts}]",
  'omission.rests':
    'It rests on single statements: without {statements} it no longer holds under the concepts in brackets.',
  'states.thin':
    '{everywhere} of {feasible} possible states hold under every concept. Where so many do, the graph is too thin to conclude from: it lacks moves or statements by which parties would leave them.',

  'hand.title': 'Stability put in by hand',
  'hand.why':
    'A party that wants a move of its own whatever the others do will seem stable for that reason alone:',
  'hand.statement':
    '{party}: statement {upper} speaks of its own moves without condition and stands above {lower}.',

  'inverse.title': 'What would have to change for {state} to hold?',
  'inverse.swaps': 'swaps of neighbours',
  'inverse.whose': 'whose',
  'inverse.statements': 'statements to move',
  'inverse.holds': 'holds already',
  'inverse.impossible': 'impossible',
  'inverse.least': 'at least {n}',
  'inverse.lowered': '{concept}: {party} would have to like {states} less than {state}.',
  'inverse.moved': '{concept}: {party}’s statement {from} would have to become number {to}.',
  'inverse.ranked':
    'Of all orders {party} could have, {holding} of {of} make it hold under {concept}, the others’ being as they are.',
  'inverse.orders': 'Of all rankings of one party, with the others as they are:',
  'inverse.party': 'party',
  'inverse.rankings': 'rankings',
  'inverse.of': '{holding} of {of}',
  'list.more': '{list} and {n} more',
  'list.semicolon': '{list}; and {n} more',

  'often.title': 'How often would it hold?',
  'often.share':
    '{varies} Share of {draws} draws (seed {seed}) in which a state is an equilibrium, ± its standard error:',
  'often.varies': 'From draw to draw differ {parts}.',
  'often.ranges': 'the ranges behind the preferences of {parties}',
  'often.scenarios': 'the scenarios {scenarios}',
  'often.exchange': 'the order of neighbouring statements, each exchanged with chance {chance}',
  'often.never':
    'No preference of this case is uncertain: none is derived from ranges and none hangs on a scenario. Every draw is the same, so a share of 1 says nothing beyond the table above; --exchange makes the order of statements uncertain.',

  'stability.method':
    'Exact, by the definitions of the graph model of conflict resolution (docs/method/stability.md); nobody moves twice in a row.',
  'stability.strict': 'A sanction must leave the party strictly worse off.',
  'stability.weak': 'A sanction need only leave the party no better off.',
  'stability.rankings':
    'Where preferences are given as rankings, --inverse says how many swaps of neighbours make a state hold.',
  'stability.undefined': '{concepts}: not defined for general graphs.',
  'stability.unknown': 'Nothing is known of the preferences of {parties}; attitude {attitude}.'
} as const
