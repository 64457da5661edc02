/** Stability: states, deeds, witnesses, ways, what would have to change. */
export const stabilitySentences = {
  state: '{name}: {done}',
  'done.nothing': 'none of the moves is taken',
  'done.party': '{party} {moves}',
  'wish.made': 'take {made}',
  'wish.undone': 'take back {undone}',
  'wish.both': 'take {made} and take back {undone}',
  'wish.node': 'move to {state}',
  'deed.made': '{party} takes {made}',
  'deed.undone': '{party} takes back {undone}',
  'deed.both': '{party} takes {made} and takes back {undone}',
  'deed.node': '{party} moves to {state}',
  'deed.to': '{deed} (to {state})',
  'deed.then': '{deeds}; then {next}',

  'condition.taken': '{move}: yes',
  'condition.left': '{move}: no',
  'condition.takes': '{party} takes “{move}”',
  'condition.leaves': '{party} does not take “{move}”',
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
  'states.none': 'None: in every state some party gains by moving, whatever sense is asked.',
  'states.state': 'state',
  'states.from': 'from {state}',
  'states.start': 'where it begins',
  'states.under': 'holds',
  'states.every': 'in every sense',
  'states.terms': 'What it means that a state holds:',
  'states.here': 'here',
  'states.no-way': 'no way',
  'states.moves': '{n, plural, one {# move} other {# moves}}',

  'outlook.title': 'Would a proposal hold?',
  'outlook.leads': '“{proposal}” leads to {state}.',
  'outlook.yes':
    'It would hold in every sense: nobody gains by leaving it, however far one looks ahead.',
  'outlook.some': 'It would hold in part: {holding}; but not so that {failing}.',
  'outlook.no': 'It would not hold. {leaves}',
  'outlook.no.somebody': 'It would not hold: in each sense somebody gains by leaving it.',
  'way.here': 'It is what stands today.',
  'way.none': 'No sequence of moves leads there from what stands today.',
  'way.improving':
    'From what stands today it takes {n, plural, one {one move, which is} other {# moves, each}} an improvement for who makes it.',
  'way.mixed':
    'From what stands today it takes {n, plural, one {one move, which is no} other {# moves, and not each is an}} improvement for who makes it.',

  'concept.nash': 'nobody gains by moving alone',
  'concept.gmr': 'every gain can be undone by the others, whatever it costs them',
  'concept.smr': 'every gain can be undone by the others, and a last reply does not help',
  'concept.seq': 'every gain can be undone by moves the others themselves want',
  'concept.sseq':
    'every gain can be undone by moves the others want, and a last reply does not help',
  'concept.sim': 'every gain comes to nothing when the others move at the same time',
  'concept.named': '{means} ({term})',

  'holds.every': '{state} holds in every sense',
  'holds.some': '{state} holds in part',
  'holds.another': 'A state without a name',
  'holds.done': 'What is done there: {done}.',
  'holds.node': 'The state {state}.',
  'holds.where': 'It holds in that {concepts}.',

  'witness.stays': '{party} stays: {why}.',
  'witness.stays.answered': '{party} stays: {wish}; {answer}, {end}.',
  'witness.stays.plain': '{party} stays.',
  'witness.no-move': 'it has no move from here, whatever it prefers',
  'witness.no-improvement': 'it could {wishes}, but prefers not to',
  'witness.elsewhere': 'do {n} other things',
  'witness.wish': 'it would like to {wish}',
  'witness.answer': 'but then {deeds}',
  'witness.answer.sim': 'but at the same time {deeds}',
  'witness.end': 'and where that ends is no better for it than staying',
  'witness.end.even': 'and where that ends is no better for it than staying, even if {deed}',
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
  'swap.hangs': 'It hangs on {orders}. Exchanged, it no longer holds in the senses in brackets.',

  'falls.title': 'Which named states would not hold?',
  'falls.some': '{state}: some party gains by leaving, in each sense another.',
  'falls.leaves': '{state}: it is not even so that {meaning} ({term}). {leaves}',

  'together.title': 'Joint moves from {state} that all who make them prefer',
  'together.move': '{parties}, to {state}: {deeds}.',
  'coalition.title': 'Coalitions',
  'coalition.unasked': 'Not computed: there are too many states to walk out every coalition.',
  'coalition.stable': 'Equilibria that no group of parties breaks either:',
  'coalition.concept': 'it holds in that',
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
    'It rests on single statements: without {statements} it no longer holds in the senses in brackets.',
  'states.thin':
    '{everywhere} of {feasible} possible states hold in every sense. Where so many do, the graph is too thin to conclude from: it lacks moves or statements by which parties would leave them.',

  'hand.title': 'Stability put in by hand',
  'hand.why':
    'A party that wants a move of its own whatever the others do will seem stable for that reason alone:',
  'hand.statement':
    '{party}: statement {upper} speaks of its own moves without condition and stands above {lower}.',

  'inverse.title': 'What would have to change for {state} to hold?',
  'inverse.title.this': 'What would have to change for this to hold?',
  'inverse.needless': 'Nothing: it holds in every sense already.',
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
    '{varies} Share of {draws} draws (seed {seed}) in which a state holds, ± its standard error:',
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
