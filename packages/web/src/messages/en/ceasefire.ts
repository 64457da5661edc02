import type { Catalogue } from '../catalogue.ts'

/** Texts of the room Ceasefire. */
const ceasefire: Catalogue = {
  view: 'What is shown',
  'view.review': 'Review',
  'view.draft': 'Draft',
  'view.days': 'Days',
  failed: 'The text of this ceasefire could not be worked out: {reason}',

  'severity.error': 'cannot be so',
  'severity.warning': 'left open',
  'severity.note': 'worth a look',

  'empty.title': 'This case has no ceasefire yet',
  'empty.text':
    'A ceasefire’s text says when fire ceases, for whom, where the lines are, what goes back, who watches and what follows a violation. Begin one, and this room tells clause by clause what is still to be said, drafts the text, and lays out its days.',
  'empty.least':
    'It begins as a preliminary ceasefire that enters into force 72 hours after signature: change both first.',
  'empty.next':
    'Each question that is open then has a button that opens the form in which it is answered.',
  'empty.begin': 'Begin a ceasefire',
  'empty.did': 'beginning of a ceasefire',

  'review.working': 'Reading the text clause by clause…',
  'review.said': 'Said:',
  'review.write': 'Say it here',
  'review.more': 'Add one more',
  'review.change': 'Change it here',
  'review.clauseLabel': '{what}: {heading}',
  'review.writeLabel': 'Say it here: {code}, {at}',
  'review.asks': 'The form asks for: {fields}',
  'of.ceasefire': 'Ceasefire',
  'of.lines': 'Line',
  'of.withdrawals': 'Withdrawal',
  'of.meetings': 'Meeting',
  'of.channels': 'Channel',
  'of.gates': 'Gate',
  'of.tracks': 'Talks',
  'of.deliverables': 'Step',
  'of.guarantees': 'Guarantee',
  'of.conduct': 'Act of a third state',
  'of.overtures': 'Overture',
  'of.escalation': 'Escalation',
  'of.plan': 'Plan',
  'review.entry': '{of}: {title}',
  'review.answerLabel': 'Change what is said: {what} ({at})',
  'review.why': 'Why {code} is asked',
  'review.others': 'What other agreements did',

  'draft.working': 'Drafting the text…',
  'draft.left': 'Go to what is left',
  'draft.fill': 'Fill in',
  'draft.fillLabel': 'Fill in clause {number}',
  'draft.change': 'Change',
  'draft.changeLabel': 'Change clause {number}',
  'draft.map': 'The map of these lines and zones',

  'days.working': 'Laying out the days…',
  'days.failed': 'The days could not be laid out: {reason}',
  'days.change': 'Change',
  'days.changeLabel': 'Change {at}: {message}',
  'days.undated': 'Suppose a moment above, and they get a day.',

  'suppose.title': 'What if',
  'suppose.eif': 'It enters into force at',
  'suppose.signature': 'It is signed at',
  'suppose.party': 'Days of',
  'suppose.everybody': 'everybody',
  'suppose.note': 'Suppose another moment to see what moves with it; the case stays as it is.',
  'suppose.on': 'The days below are those of the supposed moment; the case stays as it is.'
}

export default ceasefire
