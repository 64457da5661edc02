/** What bodies at home would let pass, and what that does to the bargain. */
export const electorateSentences = {
  'strategy.lacks.electorates':
    'Bodies at home are left out: no party whose consent is needed has one.',
  'strategy.electorate.silent':
    'At home in {party}, {body} is left out: neither polls nor assumptions speak to it.',
  'strategy.electorate.too-many':
    'At home in {party}, {body} is left out: the issues it looks at can be settled in {ways} ways, more than the {most} that are tried.',
  'strategy.electorate': '{party}, {body}: what would pass at home',
  'strategy.electorate.short':
    'At home in {party}, {body} passes {passed} of {ways} ways to settle the issues it looks at with even odds or better.',
  'strategy.electorate.lead':
    'Chances are those of check. The issues it looks at can be settled in {ways} ways within the rules; it passes {passed} of them with even odds or better: its win-set. Likeliest, for instance, is {terms}, with {p}.',
  'strategy.electorate.terms':
    'By term: the best chance of anything with it, whatever else is agreed.',
  'strategy.electorate.issue': 'issue',
  'strategy.electorate.term': 'term',
  'strategy.electorate.chance': 'at best',
  'strategy.electorate.out': 'out of the question',
  'strategy.electorate.unlikely': 'outside the win-set',
  'strategy.electorate.in': 'in the win-set',
  'strategy.electorate.place': 'so it is',
  'strategy.electorate.asked': 'Asked more than once: {question}',
  'strategy.electorate.field': 'asked',
  'strategy.electorate.for': 'in favour: {answers}',
  'strategy.electorate.wave': '{share} (± {error})',
  'strategy.electorate.rising':
    '{answers}: rising by {slope} points a month (± {error}) over all of it; from the last wave but one to the last, {change} points (± {off}).',
  'strategy.electorate.falling':
    '{answers}: falling by {slope} points a month (± {error}) over all of it; from the last wave but one to the last, {change} points (± {off}).',
  'strategy.electorate.level':
    '{answers}: what it changed by in a month, {slope} points, is not told apart from error (± {error}); from the last wave but one to the last, {change} points (± {off}).',
  'strategy.electorate.once':
    'None of the questions it rests on was put more than once in this case.',
  'strategy.electorate.bargain':
    'The best for all (see above) as it is, and with nothing outside this win-set: what each gains over no deal, in points.',
  'strategy.electorate.free': 'as it is',
  'strategy.electorate.bound': 'within the win-set',
  'strategy.electorate.none':
    'Nothing of this win-set keeps the rules and the redlines of those whose consent is needed: no text that they would sign passes here with even odds.',
  'strategy.electorate.nearest':
    'The likeliest to pass here of all that does keep them has {p}, for instance {terms}.',
  'strategy.electorate.unfound':
    'Whether anything of this win-set keeps the rules and the redlines of those whose consent is needed is open: the search was cut short.',
  'strategy.electorate.open':
    'The search for the best within the win-set was cut short; the figures hold of what it found.',
  'strategy.method.electorates':
    'A body is judged before every way to settle the issues it looks at, as check judges it; its win-set is what it passes with even odds or better, a convention.'
} as const
