/** The review of a ceasefire's text. */
export const ceasefireSentences = {
  'ceasefire.opening':
    'The text of its ceasefire is read clause by clause, as far as the case tells it: what is answered and where, what is left open, and what other agreements did about that.',
  'ceasefire.summary':
    'Of {all} headings {written} are written. Left open or against sense: {errors, plural, one {# error} other {# errors}}, {warnings, plural, one {# warning} other {# warnings}}, {notes, plural, one {# note} other {# notes}}.',
  'ceasefire.heading': '{n}. {clause}',
  'ceasefire.said': 'said',
  'ceasefire.unsaid': 'nothing',
  'ceasefire.place': '{key} ({file}:{line})',
  'ceasefire.open': '{message} ({file}:{line}); {help}',
  'ceasefire.open.more': '{message} ({file}:{line})',
  'ceasefire.others': 'What others did:',
  'ceasefire.other': '{agreement}: {did} ({source})',
  'ceasefire.not-found': '{code}: not found for {agreements}',
  'ceasefire.method':
    'Each question is asked of what the case says, not of the agreement itself: a clause that the case leaves out is open here. What is asked of a ceasefire that is to last is not asked of a pause or a local one. No verdict depends on it. `truce explain` with a code says why it is asked.',

  'ceasefire.clause.parties': 'Parties, and those who do not sign',
  'ceasefire.clause.type': 'Type and form',
  'ceasefire.clause.entry': 'Entry into force and orders',
  'ceasefire.clause.duration': 'Duration, renewal and review',
  'ceasefire.clause.scope': 'Area, lines and map',
  'ceasefire.clause.prohibited': 'Prohibited acts',
  'ceasefire.clause.permitted': 'Permitted acts',
  'ceasefire.clause.return-fire': 'Return of fire',
  'ceasefire.clause.withdrawal': 'Separation of forces and withdrawal',
  'ceasefire.clause.inventories': 'Declarations and inventories',
  'ceasefire.clause.storage': 'Storage and inspection',
  'ceasefire.clause.monitoring': 'Monitoring',
  'ceasefire.clause.complaints': 'Complaints and the record',
  'ceasefire.clause.commissions': 'Joint bodies and deadlock',
  'ceasefire.clause.sanctions': 'Discipline',
  'ceasefire.clause.liaison': 'Liaison and hotlines',
  'ceasefire.clause.humanitarian': 'Detainees, the missing, mines and aid',
  'ceasefire.clause.civilians': 'Civilians and works near the line',
  'ceasefire.clause.communication': 'Public communication',
  'ceasefire.clause.political': 'Link to the talks',
  'ceasefire.clause.guarantors': 'Guarantors and witnesses',
  'ceasefire.clause.amendment': 'Amendment, languages and end'
} as const
