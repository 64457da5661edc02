/** What an entry of each kind of a record says. */
export const recordKindSentences = {
  'kind.incident.reported':
    'Something happened: opens an incident, which has the id of this entry. A lead counts only once somebody has verified it.',
  'kind.incident.account':
    'Another account of an incident, by whoever saw it otherwise. Accounts stand side by side.',
  'kind.incident.joined':
    'Two incidents are held to be one event: both stand, and are counted once.',
  'kind.incident.logged': 'Whoever keeps the record has taken note of the incident.',
  'kind.incident.acknowledged': 'A party has taken note of the incident.',
  'kind.incident.assessed': 'A first look at the incident, before anybody goes there.',
  'kind.incident.verified':
    'What came of looking into the incident, and who looked; to be kept away is an outcome too.',
  'kind.incident.attributed': 'Who did it, where that can be said: only of what was confirmed.',
  'kind.incident.discussed': 'The incident was talked about at a meeting.',
  'kind.incident.found': 'Whether the body holds it to be a violation.',
  'kind.incident.remedied': 'What a party did about it.',
  'kind.incident.closed': 'Nothing more is to be done about the incident.',
  'kind.incident.disputed': 'A party does not let the outcome stand.',
  'kind.message.sent': 'A message over a hotline, as its sender wrote it.',
  'kind.message.received': 'An addressee has the message.',
  'kind.message.acknowledged': 'An addressee has read it. To acknowledge is not to answer.',
  'kind.message.answered': 'The answer in substance.',
  'kind.message.corrected': 'The sender corrects the message.',
  'kind.message.cancelled': 'The sender takes the message back.',
  'kind.meeting.convened': 'A meeting is called, or one that was due anyway gets its agenda.',
  'kind.meeting.recessed': 'The parties agree not to meet from one day until another.',
  'kind.meeting.recalled': 'One side ends a recess early.',
  'kind.meeting.held':
    'A meeting took place: when, with whom of what rank, what was agreed, and what somebody undertook.',
  'kind.meeting.failed': 'A meeting that was due did not take place, and who was absent.',
  'kind.minutes.written': 'The minutes of a meeting in one language.',
  'kind.minutes.signed': 'A side signs versions of the minutes.',
  'kind.holding.declared': 'What a party says that it has, and where.',
  'kind.position.observed':
    'Equipment that was seen: where, when, by what means. Whose it is, is the observer’s claim.',
  'kind.inspection.made': 'A site was inspected, or the inspectors were kept away.',
  'kind.withdrawal.started':
    'A party’s pulling back began: its own word, or somebody else’s who saw it.',
  'kind.withdrawal.completed': 'A party’s pulling back ended.',
  'kind.line.agreed': 'Parties agreed on a version of a line.',
  'kind.delivery.declared': 'Whoever owes something says that it is done.',
  'kind.delivery.verified': 'Somebody else looked whether it is done.',
  'kind.delivery.disputed': 'A party does not agree that it is done.',
  'kind.gate.decided':
    'Those who decide a gate say whether it is open, and on what entries that rests.',
  'kind.signal.seen': 'A step that one party took for another to see.',
  'kind.overture.answered': 'What came back on an overture.',
  'kind.dissent': 'A party does not agree with an entry. It stands beside it.',
  'kind.case.adopted': 'A later text of the case holds from here on.',
  'kind.inject': 'In an exercise: what those who run it bring about.',

  'kinds.writers': 'Written by keys of the roles {roles}',
  'kinds.title': 'Entries of a record',
  'kinds.opening':
    'What an entry of each kind says, who may write it, and what it holds. Every entry has an envelope beside: id, author, when it was recorded and received, its place among its author’s entries, and a signature; where it is meant for some parties only, its content is kept apart and the record holds a commitment to it.',
  'kinds.key': 'key',
  'kinds.holds': 'holds',
  'kinds.needed': '{key} (needed)'
} as const
