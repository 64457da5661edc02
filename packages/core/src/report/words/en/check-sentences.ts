import { CUTS } from '../../../worth/conventions.ts'
import { TRACK_RECORD } from '../../../worth/track-record.ts'

/** The report of `check`. */
export const checkSentences = {
  'check.method':
    'Gain: points over no deal at central values; worst..best: over every admissible reading of the ranges; positive: under every, some or no reading; radius: the share of every range for which the sign is certain; crossed: how many of its redlines.',
  'check.settings': `{draws} draws, seed {seed}; {dependence}. A chance is sampled (its standard error stands behind the ±); gains, guarantees, counts and conflict cores are exact. Cuts: ${CUTS.dead} dead, ${CUTS.contested} contested, ${CUTS.likely} likely, ${CUTS.robust} robust; a crossed redline of firmness ${CUTS.firm} or more is fatal.`,

  'check.record': `How far such chances were right before: on ${TRACK_RECORD.proposals} past proposals, coded by one rule, the Brier score was ${TRACK_RECORD.brier}, that of the base rate ${TRACK_RECORD.baseRate} (0 is perfect, lower is better: docs/method/backtest.md).`,

  'summary.line': '{proposal}: {verdict}. {rest}',
  'summary.reason': '{party}: {ground}.',
  'summary.repair': 'Best repair: {changes} ({verdict}, {chance}).',
  'summary.helps': 'Best change that helps: {changes} ({verdict}, {chance}).',
  'summary.helps.unpolled':
    'Best change that helps (no poll speaks to it): {changes} ({verdict}, {chance}).',
  'summary.repair.unpolled': 'Best repair (no poll speaks to it): {changes} ({verdict}, {chance}).',
  'summary.open':
    'Open: {issues}; {best} ({bestChance}) at the best way to fill it, {worst} ({worstChance}) at the worst.',

  'summary.ceiling':
    'The most any text can reach: {chance}, proved; `truce solve acceptance` says who holds it down.',
  'summary.ceiling.bound':
    'The most any text can reach: {chance} at least and {bound} at most; `truce solve acceptance` says who holds it down.',
  'summary.ceiling.across':
    'Every text crosses a firm redline; the likeliest of them has {chance}. `truce solve acceptance` says who holds it down.',

  'order.title': 'Whether it would be carried out',
  'order.enforces':
    'In some order of its steps nobody gains by breaking any, every judgement at its centre; keeping to it is worth least to {who}: {points} points more than breaking it. `truce plan` tells the order.',
  'order.breaks':
    'In no order of its steps is everybody better off keeping to it, every judgement at its centre; in the best one breaking it pays most for {who}: {points} points. `truce plan` tells what would mend it.',
  'order.unsettled':
    'No order of its steps was found in which everybody is better off keeping to it, every judgement at its centre, and it is not proved that there is none; in the best one found breaking it pays most for {who}: {points} points. `truce plan` looks further, and tells what would mend it.',
  'order.stuck':
    'No order of its steps is possible: some wait for each other; `truce plan` names them.',
  'order.too-many':
    'It has more steps than orders are searched for, so whether one is kept to is not known.',
  'order.nobody':
    'Whether an order of its steps is kept to is not known: nobody who is needed or hands something over has both interests and a discount under plan.',
  'order.unknown': 'Not followed, for want of a discount or interests: {parties}.',
  'order.where': '{party} at {deliverables}',
  'order.short.enforces': 'In some order of its steps nobody gains by breaking any.',
  'order.short.breaks':
    'In no order of its steps would everybody keep to it: breaking it pays most for {who} (`truce plan`).',
  'order.short.unsettled':
    'No order of its steps was found that everybody would keep to: breaking it pays most for {who} (`truce plan`).',
  'order.short.stuck': 'No order of its steps is possible (`truce plan`).',
  'order.short.too-many': 'Whether an order of its many steps is kept to is not known.',
  'order.short.nobody': 'Whether an order of its steps is kept to is not known.',

  'overview.title': 'Would each party accept?',
  'overview.dead': '{chance} x',
  'overview.together': 'all together',
  'overview.verdict': 'verdict',
  'overview.reading':
    'Chance that each required party accepts; x: dead on arrival for that party; -: its consent is not required.',
  'overview.word.own':
    'Only redlines that a party itself has stated count here; the others are left aside.',
  'overview.word': 'Only redlines by the word of {source} count here; the others are left aside.',
  'proposals.none': 'There is no proposal to judge.',

  'headline.titled': '{title}. {headline}',
  'headline.dies': 'It dies with {parties}.',
  'headline.dies.another':
    "It dies with {parties}, on another's word: no source of its own side states the redline.",
  'headline.capped':
    'It is judged at its best completion, and capped because another way to fill it crosses {redlines}.',
  'headline.collision':
    'However it is filled it crosses a firm redline: no way to fill it keeps {redlines}.',
  'headline.rules': 'However it is filled it breaks a rule of the case.',
  'headline.together': 'No single party kills it; together they hardly all accept.',
  'headline.unfilled':
    'What it comes to is not known: the search ended before it found a way to fill it that keeps the rules of the case, so it is judged with the rules left aside, and capped.',
  'headline.walk': '{parties} would probably walk.',
  'headline.nobody': 'No required party would probably walk.',
  'headline.sure': 'No required party would probably walk; every draw has all of them accepting.',

  'facts.why': 'why',
  'facts.joint': 'joint chance',
  'facts.hold': 'would it hold',
  'facts.order': 'carried out',
  'facts.open': 'open',
  'facts.rules': 'breaks rules',
  'facts.polls': 'polls',
  'facts.hinges': 'hangs on',
  'facts.repairs': 'what to do',

  'why.crossed': '{redline} is crossed, firmness {firmness}',
  'why.untested': 'not to be tested on a text: {redlines}',
  'why.kept': 'kept: {redlines}',
  'rules.broken': 'yes: {rules}; the case itself calls this package senseless',

  'parties.party': 'party',
  'parties.accepts': 'accepts',
  'parties.no-deal': 'no deal',
  'parties.gain': 'gain',
  'parties.worst-best': 'worst..best',
  'parties.positive': 'positive',
  'parties.radius': 'radius',
  'parties.crossed': 'crossed',
  'parties.free': '* consent not required by this package',

  'space.title': 'The deal space',
  'space.counts':
    "{total} combinations; {admissible} respect the rules and every required party's redline of firmness {at} or more.",
  'space.counting':
    'Conditions link so many issues that counting ended at its limit: there are at least as many packages as stated, and there may be more.',
  'space.uncounted':
    '{n} more {n, plural, one {redline stands} other {redlines stand}} near this firmness: how many packages there would be if {n, plural, one {it} other {one of them}} were read otherwise was not counted, for that ended at its limit.',
  'put-in.title':
    "Put in, not found: the case's own rules and redlines leave no choice about these in any admissible package.",
  'put-in.fixed': '{term} ({why})',
  'put-in.barred': '{issue}: not all options are left ({why})',
  'put-in.more': '{options} and {n} more',
  'put-in.alone': '{options} ruled out by {by}{n, plural, one {} other {, each alone}}',
  'put-in.together': '{options} ruled out by {by} together',
  'put-in.alone.limit': '(the search ended at its limit: others may do so as well)',
  'put-in.together.limit': '(the search ended at its limit: some of these may not be needed)',
  'put-in.unknown':
    'Of {n, plural, one {one issue} other {# issues}} the search ended before it was known what rules and redlines leave of it.',
  'space.together': 'Redlines that no package respects together:',
  'space.conflict': '{redlines} (firmness {at} or more)',
  'space.conflict.assumed': '{redlines} (firmness {at} or more); assumed: {assumed}',
  'space.with': '{redlines} with {next}',
  'space.larger': 'more or larger conflicts may exist at firmness {at}',
  'space.none.known':
    'No set of those redlines is known to exclude every package; the search for one ended at its limit.',
  'space.none': 'No set of those redlines excludes every package.',
  'space.beyond':
    'At central values some admissible package is better than no deal for every required party; the one with the greatest least gain ({points} points): {terms}.',
  'space.levels': 'Were redlines to bind from another firmness on: {levels}.',
  'space.level': '{admissible} from {at}',
  'space.edge.unbound':
    'If {redline}, firmness {firmness}, is read as not binding: {admissible} packages.',
  'space.edge.bound':
    'If {redline}, firmness {firmness}, is read as binding: {admissible} packages.',
  'space.dropped':
    'No package keeps all of these redlines. What follows leaves aside the softest of those that collide: {redlines}.',
  'space.ended.title': 'Positions that ended, kept for the record; they count for nothing here:',
  'space.ended': 'ended {until}: {redline}',
  'space.ended.crossed': 'ended {until}: {redline}; {proposals} would cross it',
  'space.beyond.nobody':
    'No admissible package needs the consent of a party of which the case says what packages are worth to it.',
  'space.beyond.none':
    'At central values no admissible package is better than no deal for every required party: the least gain is at most {points} points.',
  'space.beyond.admissible':
    'Whether some package keeps all of these redlines, and is better than no deal for every required party, is not known: the search was stopped by its limit (bound {points} points).',
  'space.beyond.unknown':
    'Whether some admissible package beats no deal for every required party is not known: the search was stopped by its limit (bound {points} points).'
} as const
