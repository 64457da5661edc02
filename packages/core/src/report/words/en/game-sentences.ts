/** Small games: tables of two players and trees. */
export const gameSentences = {
  'opening.game':
    'Everything below holds if the payoffs are as the file says, everybody knows them, and nobody does what pays it less. Figures are exact, unless they say about.',
  'game.untitled': 'A game without a title',
  'game.player': '{name} ({n, plural, one {# way to play} other {# ways to play}})',
  'game.players': 'Players: {players}.',
  'game.backward': 'Reasoned from the end',
  'game.backward.lead':
    'At each place, from the ends back, whoever moves does what pays it most there; nobody is believed to do anything else (subgame-perfect equilibrium).',
  'game.backward.ties':
    'Somewhere several moves pay alike: each choice among them makes a plan of its own, {n} in all. Leaving such a choice to chance is as good there and is not listed.',
  'game.backward.some':
    'Somewhere several moves pay alike, and there are more plans than the {n} that were followed.',
  'game.plan': 'Plan {n}',
  'game.play': 'What happens: {moves}.',
  'game.move': '{player}: {move}',
  'game.nothing-else': 'Everywhere: {moves}.',
  'game.gets': 'Who gets what: {payoffs}.',
  'game.got': '{player} {payoff}',
  'game.step': '{first}, then {next}',
  'game.set': '{player} at {set}: {move}',
  'game.nash': 'Equilibria',
  'game.nash.lead':
    'Neither would gain by playing otherwise while the other plays so (Nash equilibrium); each is checked by that definition.',
  'game.nash.threats':
    'Some may rest on a threat or a promise that would not be carried out if it came to that; what is reasoned from the end above leaves those out.',
  'game.nash.tree':
    'A way to play is what a player does at every place it can come to, in their order; places that its own moves rule out are left out.',
  'game.nash.count':
    '{n, plural, one {# equilibrium} other {# equilibria}}, {pure} of them without chance.',
  'game.nash.degenerate':
    'The game is degenerate: those of one set are joined, and mixtures of them may be equilibria too. There {n, plural, one {is # set} other {are # sets}}.',
  'game.nash.pure':
    'The table is too large for equilibria with chance: only those without chance were sought, cell by cell.',
  'game.nash.none': 'None without chance.',
  'game.no-table':
    'The table of ways to play is too large: equilibria other than those reasoned from the end are not listed.',
  'game.column.number': 'no.',
  'game.column.set': 'set',
  'game.column.plays': '{player} plays',
  'game.column.gets': '{player} gets',
  'game.share': '{share}: {strategy}',
  'game.about': 'about {value}',
  'game.method':
    'Equilibria are pairs of corners of the two polytopes of best replies in which every strategy is unused or a best reply, found by the double description method in fractions without rounding: all extreme ones, in degenerate games too. Trees are put into a table with one row or column for each reduced strategy. Places are solved from the end back, every tie followed.'
} as const
