/** Forecasts by published models: challengers, never the answer. */
export const forecastSentences = {
  'opening.forecast':
    "What follows is a challenger: a forecast by a published model, to argue with. No verdict of Truce rests on it. It knows of no redline, no package and no text; the model is known to go round in circles, even on its authors' own data. Everything holds under this case's judgements.",
  'forecast.scale':
    'Places on the scale: 0 is {first}, 100 is {last}, the options in between evenly.',
  'forecast.undisputed':
    'Not forecast, because fewer than two parties with a capability stand apart there: {issues}.',
  'forecast.unknown': 'Not followed, because the case says no capability of theirs: {parties}.',
  'forecast.tied': '{options} alike: their mean',
  'forecast.start': 'At the start the median stands at {median} and the mean at {mean}.',
  'forecast.round': 'Round {n}: median {median}, mean {mean}',
  'forecast.nobody': 'Nobody moves.',
  'forecast.confrontation':
    '{party} goes from {from} to {to}, where {by} stands: confrontation. {party} expects {own} of challenging {by}, and takes {by} to expect more of challenging it, {other}.',
  'forecast.compromise':
    '{party} goes from {from} to {to}, towards {by}: compromise. {party} expects {own} of challenging {by}, and takes {by} to expect {other} of challenging it, which is more than {party} would lose.',
  'forecast.capitulation':
    '{party} goes from {from} to {to}, where {by} stands: capitulation. {party} expects {own} of challenging {by}, and takes {by} to expect {other} of challenging it.',
  'forecast.settled':
    '{n, plural, one {After # round} other {After # rounds}} nobody moves any more.',
  'forecast.cycle':
    'It does not come to rest: after round {to} everybody stands where everybody stood after round {from} (0 is the start), and so on without end.',
  'forecast.open':
    'It has not come to rest after {n, plural, one {# round} other {# rounds}}, and no round repeats an earlier one: where it stands is not where it ends.',
  'forecast.ends': 'The median ends at {median}, nearest to {option}.',
  'forecast.stands': 'After the last round the median stands at {median}, nearest to {option}.',
  'forecast.as-written':
    'With capitulation as the equations have it, it would be nearest to {option}.',
  'forecast.column.party': 'party',
  'forecast.column.best': 'best option',
  'forecast.column.place': 'place',
  'forecast.column.capability': 'capability',
  'forecast.column.salience': 'weight',
  'forecast.column.risk': 'risk',
  'forecast.column.option': 'median nearest to',
  'forecast.column.share': 'draws',
  'forecast.drawn': 'If capabilities and weights lie elsewhere in their ranges',
  'forecast.shares':
    'Over {draws} draws of capabilities and weights, best options held: nobody moves any more at the end in {settled}, positions come again in {cycle}, neither in {open}.',
  'forecast.prevailing': 'A second challenger: whose position would prevail',
  'forecast.prevailing.lead':
    'The chance that the position of the row prevails over that of the column if all others weigh in by what they prefer and how much (KTAB: proportional votes, linear victory). In brackets: the least and the most over attitudes to risk. Who would gain by a challenge is left out: that takes chances of winning and a state of things whose formulas we have not read.',
  'forecast.chance': '{chance} ({low}-{high})',
  'forecast.method':
    "Rounds of the expected-utility model of Bueno de Mesquita as published by Scholz, Calbert and Smith (2011), with the choices of the code behind their plots: the status quo lasts for certain, a chance of success is divided by the votes of all pairs, a party takes a confrontation before a compromise, and capitulation cannot occur. Position: the best option of an ordered issue; salience: the issue's share of the party's weights; capability: the party's. Risk is an exponent from 1/2 (dares least) to 2, from how much others threaten the party. {draws} draws, seed {seed}."
} as const
