import type { Catalogue } from '../catalogue.ts'

/** Texts of the room Stability. */
const stability: Catalogue = {
  title: 'Stability',
  state: 'state {n}',
  outlook: 'Would a proposal hold?',
  working: 'Working out which states would hold…',
  failed: 'The stability of this case could not be worked out: {reason}',

  'empty.title': 'This case has no graph yet',
  'empty.text':
    'Stability asks which states would hold once everybody has answered everybody else. For that the case must say who can do what, what cannot be, and what each party prefers.',
  'empty.moves': 'moves: what each party can do or leave, such as “halt the offensive”',
  'empty.infeasible': 'infeasible: what cannot be together',
  'empty.preferences':
    'preferences: for each party, statements in order of importance, a ranking, or derived from its interests',
  'empty.status-quo': 'status-quo: the state today, and any state worth a name',
  'empty.write': 'Write the graph',

  'sum.states': '{n, plural, one {# state} other {# states}} can be',
  'sum.every.none': 'No state holds in every sense.',
  'sum.every.some':
    '{n, plural, one {One state holds} other {# states hold}} in every sense: {states}.',
  'sum.every.many':
    '{n, plural, one {# state holds} other {# states hold}} in every sense, among them {states}.',
  'sum.some':
    '{n, plural, =0 {No other holds} one {One more holds} other {# more hold}} in some sense.',
  'sum.nothing':
    '{count} can be, and none of them holds: in every one some party gains by moving, whatever sense is asked.',
  'sum.quo.every': 'The status quo, {state}, is one that holds in every sense.',
  'sum.quo.some': 'The status quo, {state}, holds only in that {concepts}.',
  'sum.quo.leaves': 'The status quo, {state}, does not hold.',
  'sum.reached':
    'Improvement by improvement the parties can get from there to {n, plural, =0 {none of the states that hold} one {one state that holds} other {# states that hold}}.',
  'sum.party':
    '{party} stays in {n, plural, one {one state} other {# states}} of {of}, in the sense asked: {concept}.',
  'sum.concept':
    '{n, plural, =0 {No state holds} one {One state holds} other {# states hold}} in the sense asked: {concept}.',

  'filter.concept': 'Holds in the sense that',
  'filter.any': 'Any of these',
  'filter.party': 'Party',
  'filter.all': 'All parties',
  'filter.lines': 'Moves',
  'filter.lines.all': 'All moves',
  'filter.lines.improving': 'Improvements only',
  'concept.any': 'any of them',

  'picture.title': 'Conflict graph',
  'picture.sentence.all':
    'All {n} states and the moves between them; improvements lead downward where they can.',
  'picture.sentence.crowd':
    'All {n} states and the moves between them; the lines of the state that is looked at stand out, the others are faint.',
  'picture.sentence.part':
    '{n} of {of} states are drawn: the status quo, the named states, those that hold in the most senses, and what lies on the way to them. {left} are left out; the table below can show them all.',
  'picture.whole': 'Draw all {n} states',
  'picture.part': 'Draw the telling states only',
  'picture.drawing': 'Drawing…',
  'picture.export': 'Save as SVG',
  'picture.keys':
    'Arrow keys go from state to state; Home leads to the status quo. Numbers are those of the option table.',
  'picture.label': 'Graph of {n} states. The same states stand in the table below.',
  'picture.no-worker':
    'The picture could not be drawn here; the table below holds the same states.',
  'node.label': '{words}. {standing}',
  'node.quo': 'status quo',
  'node.holds': 'Holds in that {concepts}.',
  'node.falls': 'Holds in no sense.',
  'node.stays': '{party} stays in that {concepts}.',
  'node.goes': '{party} leaves in every sense.',
  'legend.ring': 'holds in some sense',
  'legend.double': 'holds in every sense',
  'legend.bold': 'an improvement for who moves',
  'legend.thin': 'a move, but no improvement',
  'legend.path': 'the way from the status quo',

  'why.pick':
    'Choose a state in the picture or the table to read why each party stays there or leaves.',
  'why.title': 'In {state}',
  'why.taken': '{party}: {moves}',
  'why.none': 'nothing taken',
  'why.working': 'Asking each party…',
  'why.stays': 'stays',
  'why.goes': 'leaves',
  'why.under': 'in that {concept}',
  'why.every': 'in every sense',
  'why.both': 'Stays in that {stays}; not in that {leaves}.',

  'path.title': 'From the status quo',
  'path.here': 'This is the status quo.',

  'inverse.title': 'What would have to change for it to hold?',
  'inverse.ask': 'Work it out',
  'inverse.note':
    'The fewest exchanges in the parties’ orders of preference; on a large graph this can take half a minute.',
  'inverse.working': 'Searching the orders of preference… {seconds} s',
  'inverse.cancel': 'Stop',
  'inverse.stopped': 'Stopped.',
  'inverse.concept': 'Concept',
  'inverse.swaps': 'Neighbours to exchange',
  'inverse.whose': 'Whose',
  'inverse.statements': 'Statements to move',

  'table.title': 'Option table',
  'table.sentence': '{shown} of {of} states; yes: the move is taken.',
  'table.sentence.nodes': '{shown} of {of} states.',
  'table.unlisted':
    'There are too many states to list; these are those that hold and the named ones.',
  'table.search': 'Search by name or move',
  'table.holding': 'Only states that hold as chosen above',
  'table.state': 'State',
  'table.from': 'Steps from status quo',
  'table.here': 'here',
  'table.no-way': 'no way',
  'table.yes': 'yes',
  'table.none': 'No state fits.',
  'table.more': 'Show {n} more',
  'table.scroll': 'Option table; scroll sideways for all columns'
}

export default stability
