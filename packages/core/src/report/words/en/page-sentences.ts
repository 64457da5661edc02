import { BINDING, CUTS } from '../../../worth/conventions.ts'

const percent = (share: number): string => `${Math.round(100 * share)}%`

/** The first pages of a briefing: for who reads nothing else. */
export const pageSentences = {
  'pages.proposed': 'What is proposed?',
  'pages.from': '“{title}”. From {source}.',
  'pages.from.assumed': '“{title}”. Its terms are put together by the authors of this case.',
  'pages.from.nobody': '“{title}”.',
  'pages.issue': 'issue',
  'pages.term': 'what is to hold',
  'pages.term.staged': '{first}; then: {last}',
  'pages.term.chance': '{term} (this case puts the chance that it comes to that at {chance})',
  'pages.term.open': 'left open',
  'pages.term.silent': '{term} (not spoken of: it is taken to stay so)',
  'pages.open':
    'What is left open counts as filled in the way that is best for its chance; at worst it would be {verdict}, {chance}.',
  'pages.others': 'Also on the table:',
  'pages.other': '“{title}”: {verdict}, {chance}.',

  'pages.sign': 'Who would sign?',
  'pages.verdict.nobody': 'Nobody has to: no party’s consent is needed.',
  'pages.verdict': '{verdict}: the chance that everybody whose consent is needed accepts is {p}.',
  'pages.verdict.one':
    '{verdict}: the chance that the one party whose consent is needed accepts is {p}.',
  'pages.verdict.capped':
    'It counts as no better than that because another way to fill what it leaves open crosses a firm redline.',
  'pages.sign.party': 'who',
  'pages.sign.chance': 'chance that it accepts',
  'pages.sign.against': 'what weighs most against it',
  'pages.sign.nothing': 'nothing that would probably make it refuse',
  'pages.sign.all': 'all together',
  'pages.against.redline': 'it crosses the redline {redline}',
  'pages.against.ratification': 'the {body} would have to ratify, and may refuse',
  'pages.against.no-deal': 'it may be better off without a deal',

  'pages.way': 'What stands in the way?',
  'pages.way.nothing': 'No redline is crossed, and nobody has to ratify it.',
  'pages.redline': '{party}: {redline}.',
  'pages.redline.unsaid': 'a redline that the case gives no words for',
  'pages.redline.figure': '{whose} the chance that it refuses over this at {chance}.',
  'pages.redline.figure.range':
    '{whose} the chance that it refuses over this at {chance} ({low} to {high}).',
  'pages.figure.case': 'This case puts',
  'pages.figure.source': '{source} puts',
  'pages.redline.fatal': 'That alone rules the proposal out.',
  'pages.redline.claim': 'Source of the claim: {source}.',
  'pages.redline.assumed': 'That it is a redline is an assumption of this case.',
  'pages.redline.another': 'No source of its own side says so.',
  'pages.redline.scenarios': 'It is crossed only if some things come about that are not certain.',
  'pages.redline.more':
    '{n, plural, one {One more redline is} other {# more redlines are}} crossed; the annex has all.',
  'pages.body.unasked': '{party}: the {body} has to ratify, and no poll speaks to this package.',
  'pages.body':
    '{party}: the {body} has to ratify. {share} are in favour where {threshold} are needed; the chance that it ratifies is {p}. {from}',
  'pages.body.polls': 'Polls: {polls}.',
  'pages.body.assumed': 'That share is an assumption of this case: no poll speaks to this package.',
  'pages.body.moved':
    'Of that share {points, plural, one {# point comes} other {# points come}} from terms of this proposal, beyond what the polls asked about ({whose}).',
  'pages.body.moved.less':
    'Terms of this proposal take {points, plural, one {# point} other {# points}} off that share, beyond what the polls asked about ({whose}).',
  'pages.moved.case': 'the figures are this case’s own',
  'pages.moved.source': 'the figures are from {sources}',
  'pages.moved.both': 'some of the figures are from {sources}, the others this case’s own',
  'pages.way.no-deal':
    '{party}: in {chance} of the ways to weigh what things are worth to it, it is better off without a deal.',
  'pages.way.rules':
    'It breaks a rule of the case: the case itself calls such a package senseless.',

  'pages.help': 'What would help?',
  'pages.help.none': 'No change of three terms or fewer was found that makes it likelier.',
  'pages.help.most':
    'No text at all is accepted by everybody with more than {most}; beyond that something other than the text would have to change.',
  'pages.help.holds': 'What holds that down most, each taken away by itself: {holds}.',
  'pages.help.hold': '{what}, it would be {chance}',
  'pages.help.hold.least': '{what}, it would be {chance} or more',
  'pages.help.across':
    'Every text goes against something that a party holds firmly; none has more than {most}.',
  'pages.help.needless': 'It needs no change: everybody would accept.',
  'pages.help.repair': 'The smallest repair: {changes}. It would then be {verdict}, {chance}.',
  'pages.help.change':
    'No change of three terms or fewer makes it even contested. What raises its chance most: {changes}. It would then still be {verdict}, {chance}.',
  'pages.help.loses': '{losing} {n, plural, one {loses} other {lose}} by the change.',
  'pages.help.both':
    '{losing} {n, plural, one {loses} other {lose}} by the change, {gaining} {m, plural, one {gains} other {gain}}.',
  'pages.help.gains':
    'Nobody loses by the change; {gaining} {m, plural, one {gains} other {gain}}.',
  'pages.help.even': 'Nobody loses by the change.',
  'pages.help.unpolled':
    'No poll speaks to it in {parties}: there the share in favour is an assumption.',

  'pages.sure': 'How sure is this?',
  'pages.sure.all':
    'The case can be read in {n} ways that a sensible colleague might choose. {shares}.',
  'pages.sure.sampled':
    'The case can be read in {outOf} ways that a sensible colleague might choose; {n} of them were judged. {shares}.',
  'pages.sure.same': 'In every one of them it is {verdict}',
  'pages.sure.share': 'In {share} of them it is {verdict}',
  'pages.sure.other': '{verdict} in {share}',
  'pages.sure.reach':
    'Its chance goes from {least} to {greatest}; in half of them it is below {median}.',
  'pages.sure.moves': 'It depends most on {choice}: {options}.',
  'pages.sure.moves.next': 'After that on {choice}: {options}.',
  'pages.sure.option': '{option} {chance}',
  'pages.sure.option.poll': 'the poll {poll} alone',
  'pages.sure.steady': 'No single figure, moved to either end of its range, changes the verdict.',
  'pages.sure.turns': 'What by itself would change the verdict: {hinges}.',
  'pages.sure.turn': '{judgement} ({verdict}, {chance})',
  'pages.sure.turn.at': '{judgement} at {end}',
  'pages.sure.turn.yes': 'if it is taken for certain: {judgement}',
  'pages.sure.turn.no': 'if it is ruled out: {judgement}',
  'pages.sure.firmness': 'how firm {party} is on {redline}',
  'pages.sure.poll': 'ratification read by the poll {poll} alone',
  'pages.sure.ratification': 'ratification in {party} left out',
  'pages.sure.ratification.all': 'all ratification left out',
  'pages.sure.veto': '{judgement}, left out',
  'pages.sure.figure': 'a figure of this case',

  'pages.last': 'Would it hold?',
  'pages.last.unasked':
    'It cannot be told: the case does not say what the parties could do once it is signed.',
  'pages.last.large':
    'It is not told here: the parties could do too many things for it to be worked out beside the rest.',
  'pages.last.means': 'Once it is signed and kept, this is done: {done}.',
  'pages.last.signed': 'It would first have to be signed, and the chance of that is {chance}.',
  'pages.last.yes':
    '{signed} If it were, yes: nobody would gain by leaving it, however far they look ahead.',
  'pages.last.some':
    '{signed} If it were, in part: it holds where {holding}; it does not where {failing}.',
  'pages.last.no': '{signed} Even then, no: {leaving}',
  'pages.last.no.somebody': '{signed} Even then, no: somebody always gains by leaving it.',
  'pages.last.alike':
    'The same is true of {states} of {of} other outcomes, so this alone does not speak for the proposal.',

  'pages.outcomes': 'What would hold?',
  'pages.outcomes.none': 'The case names no outcome.',
  'pages.outcome.yes': '{done}: that would hold, however far the parties look ahead.',
  'pages.outcome.some': '{done}: that would hold in some senses and not in others.',
  'pages.outcome.no': '{done}: that would not hold.',

  'pages.reading': 'How to read this',
  'pages.words': `Unlikely stands for a chance below ${percent(CUTS.contested)}, contested for one up to ${percent(CUTS.likely)}, likely up to ${percent(CUTS.robust)}, robust from there. Dead on arrival: some party whose consent is needed would accept with a chance of ${percent(CUTS.dead)} or less, or a redline is crossed that is held with a firmness of ${percent(CUTS.firm)} or more. These limits are conventions.`,
  'pages.annex': 'Annex',
  'pages.annex.holds': `What stands behind the pages before. A chance is a number from 0 to 1 here, as the computation gives it. A redline counts as binding from a firmness of ${BINDING} on.`
} as const
