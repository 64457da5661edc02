/** The study: how sure the answers are, and what to check next. */
export const studySentences = {
  'input.poll': 'the error of the poll {poll}',
  'input.scenario': 'whether the scenario {scenario} comes true',
  'input.weight': 'how much {issue} weighs for {party}',
  'input.value': 'what {issue}: {option} is worth to {party}',
  'input.values': 'what the options of {issue} are worth to {party}',
  'input.base': 'what {party} would have without a deal',
  'input.ledger': '{entry} in the no-deal ledger of {party}',
  'input.firmness': 'how firm the redline {redline} is',
  'input.effect': 'what {issue}: {option} adds to the share in the {body} of {party}',
  'input.share': 'the share in favour in the {body} of {party} where no poll speaks',
  'input.veto': 'how likely the {veto} is to veto what the {body} of {party} passes',
  'input.threshold': 'the share that the {body} of {party} needs',
  'input.stance': 'all judgements of {party} together',
  'input.stage': 'the chance that the second stage of {issue} comes',
  'input.placed': '{input} ({place})',

  'alternative.no-deal': 'no deal',
  'study.partial': 'PARTIAL: stopped after {done} of {draws} draws.',
  'pass.title': 'How often does each proposal pass?',
  'pass.accepted': 'accepted by all',
  'pass.better': 'nothing better',
  'pass.leaves': 'nobody leaves',
  'pass.reading.accepted':
    'Accepted by all: the chance that every party whose consent is required accepts.',
  'pass.reading.better':
    'Nothing better: how often no package within the rules and firm redlines is better for one of them and worse for none (also where the proposal itself is not within them). Where that is seldom, one party could gain at no cost to the others; truce solve bargaining shows how.',
  'pass.cut':
    'Nothing better is asked among the {admissible} packages within the rules and redlines of firmness {at} or more.',
  'pass.cut.edges':
    'Read on the other side of that, {redlines} {n, plural, one {would} other {would each}} alone change it.',
  'pass.reading.leaves':
    'Nobody leaves: how often no party gains by leaving the state of the graph that means it, from the strictest to the mildest idea of stability.',
  'pass.reading.unknown': '-: cannot be told.',

  'accepted.nobody': "{proposal}: nobody's consent is required",
  'accepted.never': '{proposal}: accepted by all in no draw',
  'accepted.always': '{proposal}: accepted by all in every draw',
  'accepted.chance': '{proposal}: accepted by all with chance {chance}',
  'accepted.each': 'each accepts',
  'accepted.filled': 'filled in',
  'accepted.filled.how': '{terms} (the best way to fill what is open)',
  'accepted.filled.found': '{terms} (the best way found to fill what is open)',
  'accepted.outside': 'out of bounds',
  'accepted.crosses': 'crosses {redlines}',
  'accepted.breaks': 'breaks a rule: {rule}',

  'next.title': 'Check next',
  'next.place': '{n}.',
  'next.share': '{share} of the doubt',
  'next.end': '{end}: {chance}',
  'next.if-so': 'if so',
  'next.if-not': 'if not',
  'next.poll.high': 'if it reads two standard errors too high',
  'next.poll.low': 'too low',
  'next.at': 'at {value}',
  'next.at.low': 'at the low end',
  'next.at.high': 'at the high end',
  'next.percent': '{share} % ± {error} %',
  'next.few':
    'Too few draws to say how much of the doubt is theirs, for they changed the chance in a handful: {inputs}. More draws would tell.',
  'next.few.more': '{n, plural, one {one more} other {# more}}',
  'next.certain': 'Nothing here is uncertain.',
  'next.none.at':
    'No single judgement: with any one of the {n} at either end of its range the chance stays at {chance}.',
  'next.none.between':
    'No single judgement: with any one of the {n} at either end of its range the chance stays between {low} and {high}.',

  'often.unasked': 'not asked',
  'often.every': 'in every draw under {concepts}',
  'often.no': 'in no draw under {concepts}',
  'often.chance': 'with chance {chance} under {concepts}',
  'often.state': 'state {state} is an equilibrium {often}',

  'choose.title': '{party}: what would it choose?',
  'choose.rank': 'rank {n}',
  'choose.best': 'its best',
  'choose.worst': 'its worst',
  'choose.beats': 'beats no deal',
  'choose.certain':
    'Certain under every reading of its ranges, with what follows from it; any other order can be turned by some reading:',
  'choose.certain.none':
    'No order of two is certain: each can be turned by some reading of its ranges.',
  'choose.order': '{better} is at least as good as {worse}',
  'choose.weights': 'Where an alternative is its best choice, the issues it weighs most:',
  'choose.weights.of':
    '{alternative}: its weights are then on average {weights}; with exactly these it is best with chance {chance}',

  'study.method': 'Sampled: {draws} draws, seed {seed}; {dependence}. Of these, {fewer} draws.',
  'study.fewer.better': '"nothing better" on {draws}',
  'study.fewer.leaves': '"nobody leaves" on {draws}',
  'study.fewer.next': 'what to check next on {draws}',
  'study.left': 'The case is large, and some of this was left out so that the study ends.',
  'study.left.better':
    'Not asked how often nothing is better than {proposals}: too many packages are efficient to list them, or conditions link too many issues; truce solve bargaining searches for a better one.',
  'study.left.better.draws': '"Nothing better" was asked in {done} draws of {draws}.',
  'study.left.next':
    'What to check next was not asked for {proposals}; --proposal asks for some alone.',
  'study.left.next.draws': 'What to check next rests on {done} draws of {draws}.',
  'study.left.filled':
    'What {proposals} {n, plural, one {leaves} other {leave}} open is filled as well as was found, not for certain at best.',
  'study.exact':
    'Nothing in the graph is uncertain, so "nobody leaves" is exact; --exchange makes the order of statements uncertain.',
  'study.errors':
    'Behind each ± stands the standard error of the draws. A figure without one was the same in every draw: by the rule of three the true chance lies within 3 divided by the number of draws.',
  'study.shares':
    'Shares of doubt are total Sobol indices: they count what a judgement does together with others, so they may add up to more than 100 %.',
  'study.choices':
    'Best, worst and comparisons: SMAA-2 over the same draws; what holds under every reading of the ranges is exact.'
} as const
