import type { Catalogue } from '../catalogue.ts'

/** Texts of the room Stability. */
const stability: Catalogue = {
  title: 'Stability',
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
  'unsound.title': 'The case has errors',
  'unsound.text': 'Its graph can be analysed once they are mended.',
  'unsound.go': 'See the errors',

  'sum.states': '{n, plural, one {# state} other {# states}} can be',
  'sum.every.none': 'No state holds under every concept.',
  'sum.every.some':
    '{n, plural, one {One state holds} other {# states hold}} under every concept: {states}.',
  'sum.every.many':
    '{n, plural, one {# state holds} other {# states hold}} under every concept, among them {states}.',
  'sum.some':
    '{n, plural, =0 {No other holds} one {One more holds} other {# more hold}} under some concept.',
  'sum.nothing':
    '{count} can be, and none of them holds: in every one some party gains by moving, whatever concept is asked.',
  'sum.quo.every': 'The status quo, {state}, is one that holds under every concept.',
  'sum.quo.some': 'The status quo, {state}, holds under {concepts} only.',
  'sum.quo.leaves': 'The status quo, {state}, does not hold.',
  'sum.reached':
    'Improvement by improvement the parties can get from there to {n, plural, =0 {none of the states that hold} one {one state that holds} other {# states that hold}}.',
  'sum.party':
    '{party} stays in {n, plural, one {one state} other {# states}} of {of} under {concept}.',
  'sum.concept':
    '{n, plural, =0 {No state holds} one {One state holds} other {# states hold}} under {concept}.',

  'filter.concept': 'Concept',
  'filter.any': 'Any concept',
  'filter.party': 'Party',
  'filter.all': 'All parties',
  'filter.lines': 'Moves',
  'filter.lines.all': 'All moves',
  'filter.lines.improving': 'Improvements only',
  'concept.any': 'some concept',
  'concept.nash': 'nothing is gained by moving alone',
  'concept.gmr': 'every gain can be undone by the others, whatever it costs them',
  'concept.smr': 'every gain can be undone by the others, and a last reply does not help',
  'concept.seq': 'every gain can be undone by moves the others themselves want',
  'concept.sseq':
    'every gain can be undone by moves the others want, and a last reply does not help',
  'concept.sim': 'every gain comes to nothing when the others move at the same time',

  'picture.title': 'Conflict graph',
  'picture.sentence.all':
    'All {n} states and the moves between them; improvements lead downward where they can.',
  'picture.sentence.crowd':
    'All {n} states and the moves between them; the lines of the state that is looked at stand out, the others are faint.',
  'picture.sentence.part':
    '{n} of {of} states are drawn: the status quo, the named states, those that hold under the most concepts, and what lies on the way to them. {left} are left out; the table below can show them all.',
  'picture.whole': 'Draw all {n} states',
  'picture.part': 'Draw the telling states only',
  'picture.drawing': 'Drawing…',
  'picture.export': 'Save as SVG',
  'picture.keys':
    'Arrow keys go from state to state; Home leads to the status quo. Letters stand for the moves in the order of the table.',
  'picture.label': 'Graph of {n} states. The same states stand in the table below.',
  'picture.no-worker':
    'The picture could not be drawn here; the table below holds the same states.',
  'node.label': '{words}. {standing}',
  'node.quo': 'status quo',
  'node.holds': 'Holds under {concepts}.',
  'node.falls': 'Holds under no concept.',
  'node.stays': '{party} stays under {concepts}.',
  'node.goes': '{party} leaves under every concept.',
  'legend.ring': 'ringed: holds',
  'legend.double': 'ringed twice: under every concept',
  'legend.bold': 'bold: an improvement for who moves',
  'legend.thin': 'thin: a move, but no improvement',
  'legend.path': 'wide pale band: the way from the status quo',

  'why.pick':
    'Choose a state in the picture or the table to read why each party stays there or leaves.',
  'why.title': 'In {state}',
  'why.taken': '{party}: {moves}',
  'why.none': 'nothing taken',
  'why.working': 'Asking each party…',
  'why.stays': 'stays',
  'why.goes': 'leaves',
  'why.under': 'under {concept}',
  'why.every': 'under every concept',
  'why.both': 'Stays under {stays}; leaves under {leaves}.',

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
  'table.sentence': '{shown} of {of} states; Y: the move is taken, N: it is not.',
  'table.sentence.nodes': '{shown} of {of} states.',
  'table.unlisted':
    'There are too many states to list; these are those that hold and the named ones.',
  'table.search': 'Search by name or pattern',
  'table.search.hint': 'A pattern such as Y??N: ? stands for either letter.',
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
