/** The frame around the rooms. */
export default {
  loading: 'One moment ..',
  library: 'Library',
  skip: 'Skip to the room',
  rooms: 'Rooms',
  'room.desk': 'Negotiate',
  'room.case': 'Case',
  'room.table': 'Table',
  'room.deals': 'Deal space',
  'room.stability': 'Stability',
  'room.strategy': 'Strategy',
  'room.path': 'Path',
  'room.ceasefire': 'Ceasefire',
  'room.map': 'Map',
  'room.record': 'Record',
  'room.none': 'This room is not in this build',
  'room.none.help':
    'The other rooms work as usual. The command line answers the same questions: truce solve --help.',
  trouble: 'Something went wrong here',
  'trouble.help':
    'Your case is on the disk, and what was not saved yet is kept in this browser. The other rooms go on working.',
  reload: 'Load the page again',
  'case.none': 'This case cannot be opened',
  undo: 'Undo',
  redo: 'Redo',
  'saved.saved': 'Saved',
  'saved.saving': 'Saving ..',
  'saved.unsaved': 'Not saved yet',
  'saved.conflict': 'Changed elsewhere',
  'saved.failed': 'Could not be saved',
  'saved.again': 'Try again',
  conflict: 'The files of this case were changed elsewhere while you worked on them here.',
  'conflict.help':
    'Nothing is lost: your texts are kept as version {aside}, the others are version {version}. Which shall the case go on with?',
  'conflict.mine': 'Go on with mine',
  'conflict.theirs': 'Go on with the others',
  errors:
    '{count, plural, one {The text has an error} other {The text has # errors}}, so the case cannot be judged as it stands.',
  'errors.open': 'Show it in the text',
  unread: 'The text cannot be read yet. The room Case shows what is wrong, line by line.',
  'empty.unread.title': 'The case cannot be read yet',
  'empty.unread':
    'This room needs parties and issues that can be read. The findings in the room “Case” say what is in the way.',
  'empty.unsound.title': 'The case has errors',
  'empty.unsound':
    'Nothing is judged on a case with errors, because a verdict on it would be worth nothing. {n, plural, one {One finding} other {# findings}} in the room “Case” {n, plural, one {says} other {say}} what to mend.',
  'to.case': 'Go to the room “Case”',
  'to.text': 'Open the text at the issues',
  'draft.of': 'Draft of {title}',
  'draft.empty': 'New draft',
  'said.open': 'says nothing',
  'said.silent': 'says nothing, read as “{option}”',
  'said.leave': 'leave open',
  'said.nothing': 'say nothing (read as “{option}”)',
  'said.staged': 'first {option}, then {then}',
  'said.staged.chance': 'first {option}, then {then} (comes about with a chance of {chance})',
  'said.change': '{issue}: {from} → {to}',
  settings: 'Settings',
  language: 'Language',
  sharing: 'Sharing and sealed papers',
  scheme: 'Appearance',
  'scheme.auto': 'As the computer',
  'scheme.light': 'Light',
  'scheme.dark': 'Dark',
  'report.ready': 'Report',
  'report.making': 'Writing the report ..',
  'report.failed': 'Report failed, try again',
  'report.short': 'Two pages',
  'report.whole': 'Whole briefing',
  'report.label': '{length}: {format}',
  'report.file': 'two-pages',
  'report.docx': 'for Word (DOCX)',
  'report.pdf': 'to print (PDF)',
  'report.html': 'as a page (HTML)',
  'report.markdown': 'as text (Markdown)',
  'report.print': 'Print this room',
  tour: 'Guided tour',
  'tour.at': 'Tour, {stop} of {stops}',
  'tour.next': 'Next',
  'tour.back': 'Back',
  'tour.end': 'End the tour',
  'tour.done': 'Done',
  'tour.case':
    'This is the case behind it: who takes part, what can be agreed, and what each side has said. One author’s view from late 2024, not ours. Every number is a range that somebody answers for: click one to see whose figure and whose claim it is.',
  'tour.redlines':
    'Each party’s redlines, interests and what it expects without a deal. A redline has a firmness: the chance that the party really walks over it. Bluff is possible, and so is resolve.',
  'tour.desk':
    'Here one negotiates. On the left what can be agreed: beside each option who welcomes it (+), who minds it (−) and whose redline it crosses (×). Choose one, and a draft begins in the middle.',
  'tour.answer':
    'On the right what would come of it: the verdict with its chance, who accepts, why not, what it hangs on, and the smallest change that helps, one click away. Undo takes back every step, here and everywhere.',
  'tour.table':
    'The table: issues down, proposals and drafts across, to compare them and to see every change that helps, with who pays for it.',
  'tour.deals':
    'The deal space: every package that no other beats for all. Points beyond both no-deal lines are better for everybody than going on. Named proposals show how far they are from that edge.',
  'tour.unsure':
    'How sure is all this? The judgements are drawn thousands of times within their ranges. The list tells which of them to check next, for they move the answer most.',
  'tour.stability':
    'Stability asks what would last: who could move away from an outcome, and who would answer that. Click a state to read why each party stays or leaves.',
  'tour.strategy':
    'Strategy asks who would rather stop: what going on is worth to each party, who would climb which rung, what the schools of law say of third states, what to ask first, and how much trust a proposal needs.',
  'tour.path':
    'Path asks in which order the steps of a proposal are carried out so that nobody gains by breaking one. Figures below 0 say for whom breaking a step pays.',
  'tour.ceasefire':
    'Here is the text of the ceasefire: a review of what it leaves open, the draft itself as far as the case goes, and its days on the clocks of both sides. What is open is filled in where it is found.',
  'tour.map':
    'The map shows the lines of the case and what is withdrawn from where. Each line is somebody’s claim of a day, with its source beside it; no border is drawn as a fact.',
  'tour.record':
    'And here is what comes after: a record that both sides sign and neither can rewrite. Incidents, meetings, hotline and gates are written by whoever says so, and anybody can verify the whole.',
  'tour.yours':
    'Everything here is text that you can change: as forms or as YAML, with what is wrong told as you type. It is saved by itself. Start your own case from the library.'
}
