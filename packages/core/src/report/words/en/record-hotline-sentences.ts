/** Messages on the hotlines of a record, their clocks, and the checks of the line. */
export const recordHotlineSentences = {
  'hotline.title': 'Hotline',
  'hotline.case': 'case',
  'hotline.at': 'as of',
  'hotline.period': 'period',
  'hotline.period.said': '{from} to {until}',
  'hotline.hidden': 'messages not shown to this reader',

  'hotline.alarms': 'Overdue',
  'hotline.alarms.none': 'Nothing that was meant in earnest is overdue.',
  'hotline.alarms.drill': 'Overdue in drills and tests',
  'hotline.alarm.acknowledge':
    '{party} has not acknowledged `{message}` ({channel}): due by {since}, {by} ago',
  'hotline.alarm.answer':
    '{party} has not answered `{message}` ({channel}): due by {since}, {by} ago',

  'hotline.messages': 'Messages',
  'hotline.messages.none': 'None was sent in this period.',
  'hotline.status.actual': 'in earnest',
  'hotline.status.exercise': 'exercise',
  'hotline.status.test': 'test',
  'hotline.column.sent': 'sent',
  'hotline.column.message': 'message',
  'hotline.column.what': 'what',
  'hotline.column.to': 'to',
  'hotline.column.acknowledged': 'acknowledged',
  'hotline.column.answered': 'answered',
  'hotline.cancelled': 'cancelled',
  'hotline.corrected': '{n, plural, one {corrected once} other {corrected # times}}',
  'hotline.state.running': 'not yet, for {ran}',
  'hotline.state.in-time': 'after {ran}',
  'hotline.state.told-late': 'after {ran} by its own account; told after the hour',
  'hotline.state.late': 'late, after {ran}',
  'hotline.state.overdue': 'overdue, for {ran}',
  'hotline.state.cancelled': 'cancelled before',
  'hotline.state.none': 'none due',

  'hotline.checks': 'Checks of the line',
  'hotline.checks.of':
    '`{channel}`, at {hours} {zone}: of {due, plural, one {# check} other {# checks}} due {made} made, {unanswered} not heard by every end, {missed} not sent, {awaited} awaited.',
  'hotline.checks.undated':
    '`{channel}`: neither the case nor the record says from when on the line is checked, so no check is counted.',
  'hotline.checks.zone-taken':
    'The case names no zone for these hours; that of the ceasefire, {zone}, was taken.',
  'hotline.check.missed': '{due}: nothing was sent',
  'hotline.check.unanswered': '{due}: {silent} not heard in time ({messages})',
  'hotline.check.skipped': 'The clocks skip that hour on that day.',
  'hotline.check.twice': 'The clocks show that hour twice on that day; the first is meant.',

  'hotline.statistics': 'How the clocks were kept',
  'hotline.statistics.lead':
    'By when messages were sent. In time: of those that no longer run; cancelled ones are left out.',
  'hotline.column.channel': 'channel',
  'hotline.column.party': 'party',
  'hotline.column.status': 'status',
  'hotline.column.clock': 'clock',
  'hotline.column.in-time': 'in time',
  'hotline.column.share': 'share',
  'hotline.column.median': 'median',
  'hotline.column.longest': 'longest',
  'hotline.clock.acknowledge': 'acknowledge',
  'hotline.clock.answer': 'answer',
  'hotline.of': '{n} of {all}',
  'hotline.longest': '{ran} ({id})',

  'hotline.method':
    'Two clocks run from the sending of each message at each addressee, to acknowledge and to answer, as long as the case gives its channel; an answer also shows that the message was read. They are stopped by the hour the addressee gives. An alarm stands from the deadline until the record has what ends it, so that what is told later of an earlier hour undoes no alarm. Of a message that the record got more than 5 minutes after it was sent the clocks run from when the addressee received it, or the record got it. A check of the line is made when within the time to acknowledge, before or after its hour, a message of that kind was sent, and every other end of the channel acknowledged it in time.'
} as const
