import { BINDING } from '../../../worth/conventions.ts'

/** What can be agreed: standards, packages, proposals, lotteries, divisions, payments. */
export const bargainingSentences = {
  'standard.nash': 'Nash',
  'standard.maxMin': 'Kalai-Smorodinsky',
  'standard.mostEqual': 'most equal shares',
  'standard.egalitarian': 'egalitarian',
  'standard.welfare': 'greatest sum',
  'standard.nash.means': 'the greatest product of gains',
  'standard.maxMin.means':
    'the greatest least share of what each could gain at best, then the second least, and so on',
  'standard.mostEqual.means': 'the least difference between those shares, among efficient packages',
  'standard.egalitarian.means':
    'the greatest least gain, then the second least, and so on (compares points across parties)',
  'standard.welfare.means': 'the greatest sum of gains (compares points across parties)',
  'standard.nash.short': 'greatest product of gains (Nash)',
  'standard.maxMin.short': 'greatest least share of the best (Kalai-Smorodinsky)',
  'standard.mostEqual.short': 'most equal shares of the best',
  'standard.egalitarian.short': 'greatest least gain (egalitarian)',
  'standard.welfare.short': 'greatest sum of gains',
  'standard.line': '{standard}: {means}.',
  'standard.tie': '{standard}, as good',
  'gains.nobody': 'nobody as much as 0.1 points',
  'gains.points': 'gains in points',
  'chance.column': 'chance',
  'chance.note':
    'Chance: how likely all whose consent it needs accept the package, as `truce check` judges it, every judgement uncertain ({draws} draws, seed {seed}). Gains are read at central values, and a package that gives more points need not be likelier.',
  'chance.then': 'Its chance of acceptance would be {after} instead of {before}.',
  'chance.same': 'Its chance of acceptance would be {after}, as now.',

  'can.title': 'What can be agreed?',
  'can.free':
    'All {total} packages are possible: the case has no rules, nor redlines of these parties that bind.',
  'can.none':
    'None of the {total} packages keeps {bounds}: `truce check` names what excludes what.',
  'can.none.lift':
    'None of the {total} packages keeps {bounds}: `truce check` names what excludes what, and `--respect-redlines no` lifts the redlines.',
  'can.some': 'Of {total} packages {admissible} keep {bounds}.',
  'can.rules': 'the rules',
  'can.redlines': `every redline of {parties} of firmness ${BINDING} and more`,
  'can.no-deal': 'no deal is worth',
  'can.best': 'gains at best',
  'can.points':
    "Points: 0 is a party's worst option on every issue, 100 its best on every issue. Gains are over its no deal.",
  'can.nobody': 'None of them leaves all of these parties at least as well off as no deal.',
  'can.near': '{size} that are efficient or nearly so were kept, {near}.',
  'can.near.few': 'too few to stand for the others: allow more with --most',
  'can.near.within':
    'and each other efficient one that leaves everybody {within} above no deal is within {within} points of one of these for every party',
  'can.nobody.open':
    'Whether one of them leaves all of these parties at least as well off as no deal is not known: the search ended at its limit.',
  'can.ideal.open':
    'That more can be gained than is stated was not ruled out for {parties}: the search ended at its limit.',
  'can.ideal.most': '{party} (at most {most})',
  'can.efficient':
    'Of those that leave nobody worse off than no deal {total} {n, plural, one {is} other {are}} efficient: to better one for a party is to worsen it for another.',
  'can.efficient.ways':
    'Of those that leave nobody worse off than no deal {total} {n, plural, one {is} other {are}} efficient ({size} different {m, plural, one {way} other {ways}} to share): to better one for a party is to worsen it for another.',
  'can.efficient.rounded':
    'Of those that leave nobody worse off than no deal {size} {n, plural, one {is} other {are}} efficient but for the rounding: to better one for a party by more than {points} points is to worsen it for another.',
  'can.efficient.some':
    'By weighing the gains of the parties in many ways {size} {n, plural, one {package was} other {packages were}} found that {n, plural, one {is} other {are}} efficient (to better one for a party is to worsen it for another); there are others.',
  'can.conditional':
    '{parties} {n, plural, one {is} other {are}} asked about every package here, though the case needs {n, plural, one {its} other {their}} consent only to some: name the parties with --parties to leave {n, plural, one {it} other {them}} out.',
  'can.left-out':
    '{parties}: left out, for the case does not say what packages or no deal are worth to it.',
  'can.gainless': '{parties} cannot gain in any package that leaves nobody worse off.',
  'can.rounded':
    'Some numbers are neither short decimals nor simple fractions and were rounded: gains that differ by {points} points or less count as equal here, and packages are not counted.',

  'best.title': 'Which package is best for all?',
  'best.one':
    'With one party there is nothing to bargain over: every standard names what is best for it.',
  'best.packages': 'packages',
  'best.unlisted':
    'Found one by one: packages that are as good are not listed, nor those with the most equal shares.',
  'best.open':
    'Not known by {standards}: the search ended at its limit before it found a package, or before it knew what each party can gain at best.',
  'best.no-nash': 'There is no Nash solution: no package gives every party more than no deal.',
  'package.title': 'The package: {standard}',
  'package.same': '{standard}: the same package.',
  'package.except': '{standard}: the same, except {changes}.',

  'far.title': 'How far are the proposals from it?',
  'far.within': 'within bounds',
  'far.breaks': 'breaks rules',
  'far.yes': 'yes',
  'far.crosses': 'crosses {n}',
  'placed.crosses': 'It crosses {redlines}.',
  'placed.may-cross': 'Under some scenario it crosses {redlines}, too; that binds no package here.',
  'placed.breaks': 'It breaks a rule of the case: {rule}.',
  'placed.filled': 'Read with its open issues filled at their best, as `check` does: {terms}.',
  'placed.efficient':
    'It is efficient: nothing within bounds is better for one party without being worse for another.',
  'placed.undecided':
    'Whether something within bounds is at least as good for all as it was not decided: the search ended before it knew.',
  'placed.none': 'Nothing within bounds is at least as good for all as it.',
  'placed.none.loses': 'Nothing within bounds is at least as good for all as it and as no deal.',
  'placed.better.all': 'Better for all than it: {gains}, with',
  'placed.better.all.loses': 'Better for all than it and no deal: {gains}, with',
  'placed.better.some': 'Better than it and worse for nobody: {gains}, with',
  'placed.better.some.loses': 'Better than it and no deal and worse for nobody: {gains}, with',

  'trade.free':
    'A single change that costs nobody anything ({n} {n, plural, one {is} other {are}} possible):',
  'trade.trades':
    'This for that: two or three changes by which nobody loses ({count} {n, plural, one {is} other {are}} possible):',
  'trade.line': '{changes}: {gains}.',
  'trade.for': '{changes}, for {next}',
  'trade.change': '{change} ({whom})',
  'trade.loss': 'a loss for {parties}',
  'trade.gain': 'a gain for {parties}',

  'bargaining.whole':
    'All numbers were made whole ({units}), so that no package is better by rounding.',
  'bargaining.unit': '{party}: {units} to the point',
  'bargaining.exact':
    'The frontier is exact: issues are put together one by one, and what is worse for all is left out on the way.',
  'bargaining.rounded':
    'The frontier is exact but for the rounding: issues are put together one by one, and what is worse for all is left out on the way.',
  'bargaining.near':
    'The frontier is near: issues are put together one by one, and what is worse for all is left out on the way.',
  'bargaining.programming':
    'Conditions link so many issues that the frontier was not listed: each package was found by integer programming, and its bound holds up to the tolerance of the solver.',
  'bargaining.unlisted':
    'So many packages are efficient that they were not listed: each package was searched for by itself.',
  'bargaining.open': 'What is not proved:',
  'bargaining.by-hand':
    'Checks by hand. Weigh what every option is worth to the parties as below, and take the greatest sum on every issue (of issues that conditions link: of their combinations): no package can sum to more, so none can be better than the bound.',

  'proof.line': '{standard}: {proof}',
  'proof.nash':
    'gains in points weighed by {weights} sum to {sum} at most; so their product is at most ({sum} / {n}) to the power {n}, divided by the product of the weights: {bound}; {found}.',
  'proof.maxMin':
    'shares of what each could gain at best, weighed by {weights}, sum to {bound} at most, and so does the least share; {found}.',
  'proof.egalitarian':
    'gains in points weighed by {weights} sum to {bound} at most, and so does the least gain; {found}.',
  'proof.sum': 'gains in points sum to {bound} at most; {found}.',
  'proof.sum.weighed':
    'gains in points, weighed by 1 and besides by {weights}, sum to {bound} at most; {found}.',
  'proof.frontier':
    'found {value}, and the list of all efficient packages shows that nothing is better',
  'proof.complete':
    'found {value}, and looking into {nodes} parts of the space left {left} between it and the best',
  'proof.stopped':
    'found {value}; the search stopped after {nodes} parts of the space, and the best may be {left} better',
  'proof.open':
    'found {value}; the search ended at its limit, and the best may be {left} better (at most {bound})',
  'proof.open.next':
    'found {value}, and no package has a greater least; the search ended at its limit before it knew the same of the second least and those after it',
  'proof.nothing': 'nothing',
  'proof.share': '{share} per cent',

  'lottery.title': 'If a lottery may decide between two packages',
  'lottery.why':
    'As in the original theory, whose best shares are those that chances allow. One of the two packages comes about, and its gains, not the expected ones, are then what a party has.',
  'lottery.line': '{standard}: {lottery}',
  'lottery.whole': 'expected gains {gains}, by a chance of {sides}.',
  'lottery.rest':
    'expected gains {gains}, by a chance of {sides}; all else as in the package above.',
  'lottery.rest.except':
    'expected gains {gains}, by a chance of {sides}; all else as in the package above, except {changes}.',
  'lottery.against': '{sides} against {next}',
  'lottery.side': '{percent} per cent {terms} ({gains})',
  'lottery.losing': '{gains}: worse than no deal for {parties}, who may walk away then',

  'divide.title': 'If issues can be divided (adjusted winner)',
  'divide.holds': '{party} has its way on {issues}.',
  'divide.nothing': 'nothing whole',
  'divide.split': '{issue} is divided: {shares}.',
  'divide.share': '{share} to {party}',
  'divide.agreed': 'Nobody loses by {terms}.',
  'divide.alike':
    '{issues} weigh alike where the cut falls: dividing them otherwise, at the same totals, is as good.',
  'divide.percent':
    "Each then has {percent} per cent of what it would have with its way on every issue in dispute: no party would rather have the other's share, and nothing is better for both (Brams and Taylor). It needs issues that can be divided, and does not ask what no deal is worth.",

  'finer.title': 'Between the steps of what can be divided',
  'finer.why': 'With all else as in the package above, and one issue at a time:',
  'finer.amount': '{amount} (exactly {exactly})',
  'finer.line': '{issue}: {amount} instead of {step}, by {standard}: {gains}.',
  'finer.nash': 'the product of gains',
  'finer.egalitarian': 'the least gain',

  'pay.title': 'If the parties can pay one another',
  'pay.none': 'No package creates anything to share: nothing is gained by paying.',
  'pay.rates':
    'A unit of payment is worth, in points: {rates}. Then the package that creates most is best for all, whoever loses by it is paid, and {surplus} units can be shared: {terms}.',
  'pay.share': '{standard}: {shares}.',
  'pay.egalitarian': 'Egalitarian, as many points for each',
  'pay.nothing': '{party} gains {gain} and pays nothing',
  'pay.paid': '{party} gains {gain} and is paid {units}',
  'pay.pays': '{party} gains {gain} and pays {units}'
} as const
