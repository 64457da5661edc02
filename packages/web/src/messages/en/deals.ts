import { BINDING } from '@truce/core/worth'

/** What the deal space says, in English. */
export default {
  'deals.title': 'Deal space',
  'deals.working': 'Working out what can be agreed…',
  'deals.refining': 'A first answer; a closer one is being worked out…',
  'deals.failed': 'The deal space could not be worked out: {reason}',

  'deals.sentence.many.within':
    '{count} packages are efficient within the redlines: to better one for a party is to worsen it for another.',
  'deals.sentence.one.within':
    'One package is efficient within the redlines: nothing else leaves everybody at least as well off.',
  'deals.sentence.near.within':
    'Too many packages are efficient within the redlines to list them all: {count} that are efficient or nearly so stand for them.',
  'deals.sentence.rounded.within':
    '{count} packages are efficient within the redlines but for the rounding of numbers that fit no whole units: to better one for a party is to worsen it for another.',
  'deals.sentence.unlisted.within':
    '{admissible} of {total} packages keep the redlines. Too many of them are efficient to draw; the best by each standard are named.',
  'deals.sentence.found.within':
    '{admissible} of {total} packages keep the redlines. They link the issues so closely that not all efficient ones can be listed: {count} were found.',
  'deals.sentence.open.within':
    '{admissible} of {total} packages keep the redlines. Whether one leaves everybody as well off as no deal is not known: the search ended at its limit.',
  'deals.sentence.nobody.within':
    '{admissible} of {total} packages keep the redlines, and none leaves everybody as well off as no deal.',
  'deals.sentence.none.within': 'None of {total} packages keeps the rules and every redline.',
  'deals.sentence.many.without':
    '{count} packages are efficient, the redlines left aside: to better one for a party is to worsen it for another.',
  'deals.sentence.one.without':
    'One package is efficient, the redlines left aside: nothing else leaves everybody at least as well off.',
  'deals.sentence.near.without':
    'Too many packages are efficient, the redlines left aside, to list them all: {count} that are efficient or nearly so stand for them.',
  'deals.sentence.rounded.without':
    '{count} packages are efficient, the redlines left aside, but for the rounding of numbers that fit no whole units: to better one for a party is to worsen it for another.',
  'deals.sentence.unlisted.without':
    '{admissible} of {total} packages keep the rules. Too many of them are efficient to draw; the best by each standard are named.',
  'deals.sentence.found.without':
    '{admissible} of {total} packages keep the rules. They link the issues so closely that not all efficient ones can be listed: {count} were found.',
  'deals.sentence.open.without':
    '{admissible} of {total} packages keep the rules. Whether one leaves everybody as well off as no deal is not known: the search ended at its limit.',
  'deals.sentence.nobody.without':
    '{admissible} of {total} packages keep the rules, and none leaves everybody as well off as no deal.',
  'deals.sentence.none.without': 'None of {total} packages keeps the rules.',

  'deals.distance.open':
    'Whether anything is as good for all as “{proposal}” was not decided: the search ended before it knew.',
  'deals.distance.efficient': '“{proposal}” is one of them.',
  'deals.distance.outside':
    '“{proposal}” crosses {crosses, plural, one {a redline} other {# redlines}}, and nothing within the redlines is as good for all as it and as no deal.',
  'deals.distance.below': 'Nothing is as good for all as “{proposal}” and as no deal.',
  'deals.distance.all.from':
    '“{proposal}” lies {least} to {most} points short of a package that is better for all {parties} parties.',
  'deals.distance.all.by':
    '“{proposal}” lies {least} points short of a package that is better for all {parties} parties.',
  'deals.distance.both.from':
    '“{proposal}” lies {least} to {most} points short of a package that is better for both.',
  'deals.distance.both.by':
    '“{proposal}” lies {least} points short of a package that is better for both.',
  'deals.distance.some.from':
    '“{proposal}” lies {least} to {most} points short, for {better}, of a package that costs nobody anything.',
  'deals.distance.some.by':
    '“{proposal}” lies {least} points short, for {better}, of a package that costs nobody anything.',

  'deals.conditional':
    'Asked about every package here, though the case needs their consent only to some: {parties}.',
  'deals.leftOut': 'Left out, for nothing says what a package is worth to them: {parties}.',

  'deals.controls': 'What the picture shows',
  'deals.across': 'Across',
  'deals.up': 'Up',
  'deals.redlines': `Keep every redline of firmness ${BINDING} and more`,
  'deals.parties': 'Parties asked',
  'deals.proposal': 'Proposal looked at',
  'deals.proposal.none': 'None',
  'deals.reference': 'Compared with',

  'deals.plot.axis': '{party}: gain over no deal, in points',
  'deals.plot.noDeal': 'no deal',
  'deals.plot.label':
    'Efficient packages by what they gain {across} and {up}. The arrow keys go from package to package; Enter keeps one.',
  'deals.plot.caption': `In the shaded quarter both gain. Small dots are efficient packages, diamonds the best by some standard, rings the proposals, a dashed ring one that crosses a redline of firmness ${BINDING} or more. The arrow leads to a package that is better for all.`,
  'deals.plot.moved': 'The faint diamonds and rings are where the case puts them.',
  'deals.plot.closer': 'Look closer',
  'deals.plot.all': 'Show every proposal',
  'deals.plot.outside.one': 'One proposal lies outside the picture.',
  'deals.plot.outside.many': '{count} proposals lie outside the picture.',
  'deals.plot.drawing': 'Drawing…',
  'deals.export.svg': 'Picture as SVG',
  'deals.export.csv': 'Table as CSV',

  'deals.filter': 'Ask for a least gain',
  'deals.filter.of': 'Least gain of {party}',
  'deals.filter.strokes':
    'Each stroke is an efficient package, at what it gives that party; the dark one is the package that is looked at.',
  'deals.filter.clear': 'Ask for nothing',
  'deals.remain.all': 'All {total} efficient packages give that much.',
  'deals.remain.some': '{left} of {total} efficient packages give that much.',
  'deals.remain.one': 'One of {total} efficient packages gives that much.',
  'deals.remain.none': 'None of {total} efficient packages gives that much.',

  'deals.card': 'The package',
  'deals.card.hint':
    'Point at a dot, or go through the packages with the arrow keys, to read what is in one.',
  'deals.card.efficient': 'Efficient point {place} of {total}',
  'deals.card.chance': 'All whose consent it needs accept it with a chance of {chance}.',
  'deals.plot.shade.coming': 'How likely all accept each of them is being worked out…',
  'deals.plot.shade': 'The darker a dot, the likelier all accept it: {low} to {high}.',
  'deals.plot.shade.one': 'All accept each of the dots with a chance of {chance}.',
  'deals.card.alike': 'One of {count} packages with exactly these gains.',
  'deals.card.same': 'The same package as “{reference}”.',
  'deals.card.differs': 'Otherwise than “{reference}”',
  'deals.card.common.one': 'One issue as in “{reference}”',
  'deals.card.common.many': '{count} issues as in “{reference}”',
  'deals.card.all': 'What it settles',
  'deals.card.kept': 'Kept in view. Escape lets go of it.',
  'deals.instead': 'instead of {option}',
  'deals.draft.make': 'Make a draft',
  'deals.draft.staged': 'A staged term goes into the draft as it ends.',
  'deals.draft.title': '{name}, from the deal space',
  'deals.draft.better': 'Better for all than {proposal}',
  'deals.draft.trade': '{proposal} after an exchange',

  'deals.table': 'Packages with a name',
  'deals.table.package': 'Package',
  'deals.table.crosses': `crosses {count} redlines of firmness ${BINDING} and more`,
  'deals.table.crosses.one': `crosses a redline of firmness ${BINDING} or more`,
  'deals.table.breaks': 'breaks a rule',
  'deals.table.efficient': 'efficient',
  'deals.table.within': `within the redlines of firmness ${BINDING} and more`,
  'deals.table.open': 'not proved: {what} may be up to {left} greater',
  'deals.table.open.next': 'not proved beyond {what}, which is as great as can be',
  'deals.table.open.unknown': 'not proved: how much greater {what} may be is not known',
  'deals.table.of.nash': 'the product',
  'deals.table.of.maxMin': 'the least share',
  'deals.table.of.mostEqual': 'how equal shares are',
  'deals.table.of.egalitarian': 'the least gain',
  'deals.table.of.welfare': 'the sum',
  'deals.table.chance': 'all accept',
  'deals.table.atBest': 'at best',

  'deals.better': 'Better for all than “{proposal}”',
  'deals.better.some': 'Better for some than “{proposal}”, worse for nobody',
  'deals.better.none': 'No admissible package is better for one and worse for none.',
  'deals.better.adds': 'Against the proposal: {gains}',
  'deals.trades': 'This for that',
  'deals.trades.told': '{told} of {count} exchanges of two or three issues by which nobody loses.',
  'deals.trades.all': '{count} exchanges of two or three issues by which nobody loses.',
  'deals.trades.one': 'One exchange of two or three issues by which nobody loses.',
  'deals.trades.gives': 'costs {givers}, serves {receivers}',
  'deals.trades.free': 'costs nobody',

  'deals.study': 'If the judgements are wrong',
  'deals.study.more': 'Draw {draws} times',
  'deals.study.progress': '{percent} of {draws} draws done',
  'deals.study.why':
    'Every judgement of the case is a range. Drawing them all again and again shows which answers stand and which judgement to check next.',
  'deals.study.from': 'From {draws} draws.',
  'deals.study.failed': 'The draws could not be done: {reason}',

  'deals.accept': 'What each party would choose',
  'deals.accept.sentence.certain': '{party} ranks {choice} first in every draw.',
  'deals.accept.sentence.most': '{party} ranks {choice} first in {percent} of the draws.',
  'deals.accept.best': 'its best',
  'deals.accept.worst': 'its worst',
  'deals.accept.beats': 'beats no deal',
  'deals.accept.alternative': 'Alternative',
  'deals.accept.noDeal': 'no deal',

  'deals.tornado': 'Check next',
  'deals.tornado.output': 'What it bears on',
  'deals.tornado.joint': 'the chance that all accept “{proposal}”',
  'deals.tornado.gain': 'the gain of {party} from “{proposal}”',
  'deals.tornado.sentence':
    'Most of the doubt about {output} comes from {input}: it alone moves it from {low} to {high}.',
  'deals.tornado.nothing': 'No single judgement moves {output}: it stays near {mean}.',
  'deals.tornado.share': 'share of the doubt',
  'deals.tornado.low': 'at its low end',
  'deals.tornado.high': 'at its high end',
  'deals.tornado.judgement': 'Judgement',
  'deals.tornado.show': 'show in the case',
  'deals.tornado.mean': 'mean {mean}',

  'deals.sliders': 'The judgements that matter most',
  'deals.sliders.why': 'Move one, and the points move. Nothing is written until you say so.',
  'deals.sliders.wait':
    'The draws below tell which judgements matter most; sliders for them come here.',
  'deals.sliders.none': 'No single judgement matters much for this proposal.',
  'deals.sliders.range': 'between {low} and {high}',
  'deals.sliders.was': 'the case says {value}',
  'deals.sliders.reset': 'Back to the case',
  'deals.sliders.write': 'Write it into the case',
  'deals.sliders.chance': 'All accept “{proposal}” with chance {chance}.',

  'deals.empty.unsound': 'The case has errors, so nothing can be worked out from it yet.',
  'deals.empty.unsound.step': 'Mend the case',
  'deals.empty.issues': 'The case has no issues, so there is nothing to agree.',
  'deals.empty.issues.step': 'Name what is to be agreed',
  'deals.empty.interests':
    'No party says yet what an agreement is worth to it. Give at least one party interests (how much each issue weighs, what each option is worth) and what it has without a deal.',
  'deals.empty.interests.step': 'Go to the parties',
  'deals.empty.admissible': `No package keeps the rules and every redline of firmness ${BINDING} and more. Look at the redlines, or leave them aside to see what they cost.`,
  'deals.empty.rules': 'No package keeps the rules of the case.',
  'deals.empty.nobody':
    'Whatever is agreed, somebody is better off without a deal. What each has without a deal is the place to look.',
  'deals.empty.aside': 'Leave the redlines aside',
  'deals.empty.redlines': 'Binding redlines'
} as const satisfies Readonly<Record<string, string>>
