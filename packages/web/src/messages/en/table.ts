import { CUTS, FIRM } from '@truce/core/worth'

const percent = (p: number): string => `${Math.round(100 * p)}%`

/** Texts of the table. */
export default {
  'table.title': 'Table',
  'table.shows.judged':
    'Of the {n} columns shown, “{title}” comes nearest to agreement. It is {verdict}: all whose consent it needs accept with a chance of {p}.',
  'table.shows.one':
    '“{title}” is {verdict}: all whose consent it needs accept with a chance of {p}.',
  'table.shows.waiting':
    'Each column is a package: one option for every issue. What the parties make of it stands under its head.',
  'table.empty.unread':
    'The table needs parties and issues that can be read. The findings in the room “Case” say what is in the way.',
  'table.empty.issues.title': 'Nothing to agree on yet',
  'table.empty.issues':
    'An issue is something to be settled, with the options there are for it. Write the first ones under “issues” in the text, for example:',
  'table.empty.issues.example':
    'issues:\n  ceasefire:\n    title: Ceasefire\n    options:\n      none: No agreed ceasefire\n      agreed: An agreed date',
  'table.empty.proposals.title': 'No proposal yet',
  'table.empty.proposals':
    'The case has issues but no proposal. Start a draft here and click one option for each issue; what every party makes of it is said at once.',
  'table.choose': 'Side by side (at most {n})',
  'table.choose.differing': 'Only issues on which they differ',
  'table.previous': 'Previous',
  'table.next': 'Next',
  'table.gave-way': '“{titles}” gave way: at most {n} stand side by side.',
  'table.place': 'Proposal or draft shown, {i} of {n}',
  'table.proposal': 'Proposal of the case',
  'table.draft': 'Draft, not kept yet',
  'table.draft.edited': 'Draft, being edited; not kept yet: it is in this browser only',
  'table.draft.start': 'Start an empty draft',
  'table.draft.make': 'Make a draft of it',
  'table.draft.copy': 'Copy it',
  'table.draft.edit': 'Edit',
  'table.draft.drop': 'Discard',
  'table.more': 'More',
  'table.proposal.rename': 'Rename',
  'table.proposal.rename.to': 'Title of the proposal',
  'table.proposal.copy': 'Duplicate in the case',
  'table.proposal.copy.of': 'Copy of {title}',
  'table.proposal.drop': 'Remove from the case',
  'table.proposal.one': 'proposal {title}',
  'table.draft.rename': 'Title of the draft',
  'table.act.on': '{action}: {title}',
  'table.group.acceptance': 'Would each party accept?',
  'table.group.acceptance.how': 'How the words are meant',
  'table.group.acceptance.words': `Of a party, dead on arrival: it crosses a redline of firmness ${FIRM} or more, or accepts with a chance of ${percent(CUTS.dead)} or less. Of a proposal: a party whose consent it needs is. Otherwise unlikely below ${percent(CUTS.contested)}, contested below ${percent(CUTS.likely)}, likely below ${percent(CUTS.robust)}, else robust.`,
  'table.group.issues': 'What is agreed',
  'table.row.together': 'All together',
  'table.row.walkers': 'Who walks, and over what',
  'table.row.repairs': 'What would mend it',
  'table.waiting': 'being judged',
  'table.failed': 'Could not be judged: {why}',
  'table.more.draws': 'More draws are on their way',
  'table.draws': 'over {n} draws, ± twice the standard error',
  'table.says': '{title}: {verdict}, {p}',
  'table.accepts': 'accepts {p}',
  'table.not.required': 'consent not needed',
  'table.no.say': 'no say',
  'table.gain': 'gain {gain} over no deal at {noDeal}',
  'table.gain.range': '(mostly {low} to {high})',
  'table.gain.reach': 'over the whole of every range from {low} to {high}',
  'table.gain.unknown': 'gain not told: no interests or no no-deal in the case',
  'table.key.chance': 'the chance to accept, from 0 to 100%',
  'table.key.gain':
    'the gain over no deal, in points; the thin line, and the numbers in brackets: where the middle half of the draws lies',
  'table.walker.home': 'over its redline on {issue}',
  'table.crossed.over': 'crosses its redlines on',
  'table.crossed.go': 'Go to the issue: {issue}',
  'table.crossed.more': '{n} more',
  'table.redline': '“{says}”',
  'table.redline.of': '{party}: “{says}”',
  'table.redline.firmness': 'firmness {firmness} ({range})',
  'table.redline.point': 'firmness {firmness}',
  'table.redline.show': 'Read it in the case',
  'table.open.count':
    '{n, plural, one {One issue is} other {# issues are}} open; the figures are those of the best way to settle {n, plural, one {it} other {them}}.',
  'table.rule.plain': 'Breaks a rule of the case.',
  'table.change.middle': 'gains against the mean over the options',
  'table.change.now': 'gains against the option as it is',
  'table.change.party': '{party} {points}',
  'table.change.crosses': 'would cross {party}: “{says}”',
  'table.readings.all':
    'A reading takes one way to read each thing that a sensible colleague might read otherwise; all {n} of them were judged.',
  'table.readings.sampled':
    'A reading takes one way to read each thing that a sensible colleague might read otherwise; {n} of {outOf} were judged, a balanced sample.',
  'table.readings.curve': 'Every reading as a curve',
  'table.readings.curve.of': 'Every reading as a curve: {title}',
  'table.repair': 'Look for repairs',
  'table.repair.again': 'Look again',
  'table.repair.looking': 'Looking for the smallest changes that help …',
  'table.repair.failed': 'The search failed: {why}',
  'table.repair.found':
    '{n, plural, one {One smallest change helps} other {# smallest changes help}}, best first.',
  'table.repair.then': 'then',
  'table.repair.pays': 'Pays:',
  'table.repair.gains': 'Gains:',
  'table.repair.hollow': 'Hollow: it turns into another proposal of the case, or into silence.',
  'table.repair.apply': 'Apply',
  'table.repair.apply.draft': 'Apply to a draft',
  'table.repair.all': 'Show all {n}'
}
