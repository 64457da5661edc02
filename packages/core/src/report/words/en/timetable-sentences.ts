/** When everything is that a case dates. */
export const timetableSentences = {
  'opening.timetable':
    'Below is when everything is that this case dates. Days that are counted are days of the calendar where the event they count from has its zone; hours are exact time.',

  'timetable.title': 'Timetable',
  'timetable.of-party': 'What binds {party}, or everybody.',
  'timetable.window': 'From {from} to {until}.',
  'timetable.eif': 'The ceasefire enters into force at {local} ({utc}).',
  'timetable.eif.supposed': 'The ceasefire is supposed to enter into force at {local} ({utc}).',
  'timetable.eif.relative':
    'The ceasefire has no instant: it enters into force {when}. What counts from it is told below by days after it; --signature or --eif supposes one.',
  'timetable.eif.none':
    'The case has no ceasefire, so nothing counts from its entry into force (EIF).',
  'timetable.days':
    'EIF+n: so many calendar days after entry into force, in {zone}. Times are those of the clocks in {clocks}.',
  'timetable.no-clocks':
    'The case does not say by whose clocks its parties go: say `clock: Europe/Kyiv` or another zone under a party, and its times stand here too.',
  'timetable.table':
    'Slack: by how much it could be later before something that must follow it comes too early, or all of it ends later; reviews do not count as the end.',

  'timetable.column.eif': 'EIF',
  'timetable.column.day': 'day',
  'timetable.column.what': 'what',
  'timetable.column.who': 'who',
  'timetable.column.clock': 'clock',
  'timetable.column.lasts': 'lasts',
  'timetable.column.slack': 'slack',
  'timetable.column.moved': 'moves by',
  'timetable.column.after': 'after',
  'timetable.other-day': '{time} ({days} d)',
  'timetable.eif.at': 'EIF{n}',
  'timetable.all': 'all',
  'timetable.bound': '{what} ({who})',
  'timetable.none-shown': 'Nothing of the case falls on these days.',
  'timetable.stays': 'stays',

  'timetable.kind.signature': 'signature',
  'timetable.kind.orders': 'the order to stop is with every unit',
  'timetable.kind.ceasefire': 'the ceasefire enters into force',
  'timetable.kind.date-settled': 'the last day to settle the date',
  'timetable.kind.inventory': 'inventories are declared',
  'timetable.kind.inventory-check': 'inventories are verified',
  'timetable.kind.tranche': 'back by then: {what}',
  'timetable.kind.tranche.of': '{count} of {of}',
  'timetable.kind.talks': 'talks begin: {what}',
  'timetable.kind.end': 'the ceasefire ends',
  'timetable.kind.step': 'step of the plan done: {what}',
  'timetable.kind.withdrawal': 'withdrawal begins: {what}',
  'timetable.kind.completion': 'withdrawal is complete: {what}',
  'timetable.kind.inspection': 'can be verified: {what}',
  'timetable.kind.deliverable': 'due: {what}',
  'timetable.kind.gate': 'gate can open at the earliest: {what}',
  'timetable.kind.meeting': 'first meeting: {what}',
  'timetable.kind.review': 'review: {what}',

  'timetable.relative': 'Without an instant',
  'timetable.relative.lead': 'These count from an event whose instant nobody knows yet.',
  'timetable.after': '{event} + {lag}',
  'timetable.before': '{event} - {lag}',
  'timetable.after.at-once': '{event}',

  'timetable.countdown': 'Before entry into force',
  'timetable.orders.unsaid':
    'The case does not say by when the order to stop must be with every unit.',
  'timetable.orders.said': 'The order to stop must be with every unit by {local}.',
  'timetable.orders.lead':
    'The order to stop must be out {lag} before entry into force: by {local}.',
  'timetable.orders.whose': 'It is an order of {who}.',
  'timetable.orders.down-to': 'Down to: {unit}.',
  'timetable.orders.elsewhere': 'So long is between signature and silence elsewhere:',
  'timetable.settled': 'The date is settled by {who}.',
  'timetable.settled.with': 'The date is settled by {who}, together with {others}.',
  'timetable.settled.until': 'The last day for that: {local}.',
  'timetable.precedent.korea-1953':
    '12 hours, as in Korea (Armistice Agreement of 27 July 1953, paragraph 12: signed at 10:00, in force at 22:00)',
  'timetable.precedent.nuba-2002':
    '72 hours, as in the Nuba Mountains (Cease-Fire Agreement of 19 January 2002: within 72 hours of signature)',
  'timetable.precedent': '{what}: orders go out at {local}',
  'timetable.signature': 'From the supposed signature to entry into force are {lag}.',

  'timetable.standing': 'Again and again',
  'timetable.standing.lead':
    'From entry into force on, at the hour of the zone named; where clocks are changed on different days, the hour of the others moves.',
  'timetable.standing.meeting': '{of}, meeting, {cadence} at {time} {zone}, {who}: {hours}',
  'timetable.standing.line-check': '{of}, line check, {cadence} at {time} {zone}, {who}: {hours}',
  'timetable.standing.inspections': '{of}, inspections, {cadence} from {day}, {who}',
  'timetable.standing.inspections.undated':
    '{of}, inspections, {cadence}, {who}: from the day that it begins on',
  'timetable.standing.monitoring': 'the ceasefire',
  'timetable.standing.hours': '{times} from {day}',
  'timetable.standing.undated': 'from the day of entry into force on',
  'timetable.standing.time': '{time} in {where}',
  'timetable.standing.agreed':
    '{of} is in recess from {from} to {until}: {days, plural, one {# day} other {# days}}.',
  'timetable.standing.agreed.because':
    '{of} is in recess from {from} to {until}, {days, plural, one {# day} other {# days}}: {because}.',
  'timetable.standing.recess':
    '{of} may be in recess for {days, plural, one {# day} other {# days}} at most, and is recalled within {hours, plural, one {# hour} other {# hours}}.',
  'timetable.standing.supposed':
    '{of} is supposed to be in recess from {from} to {until}: {days, plural, one {# day} other {# days}}.',

  'timetable.running': 'Clocks that run from an event',
  'timetable.running.lead': 'Each begins when something happens, so it has a length and no moment.',
  'timetable.running.acknowledge': '{of}: to acknowledge a message, from its sending',
  'timetable.running.answer': '{of}: to answer a message, from its sending',
  'timetable.running.complain': 'to complain, from the incident',
  'timetable.running.verify': 'to verify, from the complaint',
  'timetable.running.investigate': 'to investigate, from the complaint',
  'timetable.running.decide': 'to decide, from the complaint',
  'timetable.running.recall': '{of}: to meet again, from a recall in recess',
  'timetable.running.works': 'notice before civilian works near the line',
  'timetable.running.works.channel': 'notice before civilian works near the line, over {of}',
  'timetable.in-words': 'What the text says of its time in words alone',
  'timetable.in-words.renewal': 'renewal: {text}',
  'timetable.in-words.review': 'review: {text}',

  'timetable.changes': 'Where the clocks are changed',
  'timetable.change': '{zone}: on {from} to {to}, from UTC{before} to UTC{after}',
  'timetable.changes.none':
    'No clocks are changed between the first of these moments and the last.',
  'timetable.changes.still': 'Not changed in that time: {zones}.',

  'timetable.conflicts': 'What cannot be kept, or is not clear',
  'timetable.conflicts.none': 'Nothing that the case dates stands in the way of anything else.',
  'timetable.conflict': '{severity}: {message} {help} ({places})',
  'timetable.severity.impossible': 'impossible',
  'timetable.severity.unclear': 'unclear',
  'timetable.place': '{file}:{line}:{column}',
  'timetable.conflict.early': '{one} is {early} before {other}.',
  'timetable.help.before-ceasefire': 'Count it from the ceasefire ({after}), or date it later.',
  'timetable.help.before-signature': 'Date it later, count it from signature, or sign before.',
  'timetable.help.before-orders': 'Let the order go out earlier, or the ceasefire begin later.',
  'timetable.conflict.before-lead':
    '{one}, as long before entry into force as the text wants, is {early} before {other}.',
  'timetable.help.before-lead': 'Let the order go out earlier, or want less time for it.',
  'timetable.conflict.before-settled':
    '{one} is {early} before {other}, the last day to settle it.',
  'timetable.help.before-settled': 'End the time to settle the date before it, or begin later.',
  'timetable.help.before-declared': 'Verify later, or declare earlier.',
  'timetable.conflict.before-tranche': '{one} is {early} before its tranche {other}.',
  'timetable.help.before-tranche': 'Let the withdrawal end later, or the tranche be back earlier.',
  'timetable.conflict.after-end': '{one} is {early} after {other}.',
  'timetable.help.after-end':
    'Let the ceasefire last longer, date this earlier, or say that it binds without the ceasefire.',
  'timetable.conflict.two-ends': '{one} and {other} are two ends, {early} apart.',
  'timetable.help.two-ends': 'Say until or lasts, or make them agree.',
  'timetable.help.ends-before-start': 'Count the end from the start ({after}), or date it later.',
  'timetable.help.before-gate':
    'Count it from the gate ({after}), date it later, or let the gate want less.',
  'timetable.conflict.not-synchronised':
    '{one} and {other} are synchronised, of one class of weapons, and {early} apart.',
  'timetable.help.not-synchronised': 'Give both the same moment, or take synchronised away.',
  'timetable.conflict.not-one-day':
    '{one} is synchronised and falls on {day} for {party} and on {otherDay} for {other}.',
  'timetable.help.not-one-day':
    'Choose an hour at which it is the same day on both clocks, or say in the text by whose day.',
  'timetable.conflict.not-together': '{one} and {other} go together and are due {early} apart.',
  'timetable.help.not-together': 'Give both the same due moment, or take with away.',
  'timetable.conflict.no-completion':
    'The case does not say when the withdrawal of {one} is complete, and {other} counts from its being verified: it was counted from the start, before anything can be verified.',
  'timetable.help.no-completion': 'Say ends for the withdrawal ({after}).',
  'timetable.conflict.skipped':
    '{one} falls on a local time that the clocks in {zone} skip; it was read as {read}.',
  'timetable.conflict.twice':
    '{one} falls on a local time that the clocks in {zone} show twice; the first was taken.',
  'timetable.conflict.hour-skipped':
    'On {day} the clocks in {zone} skip {time}, the hour of {one}; it was read as {read}.',
  'timetable.conflict.hour-twice':
    'On {day} the clocks in {zone} show {time}, the hour of {one}, twice; the first was taken.',
  'timetable.help.slip': 'Choose another hour, or count in hours.',
  'timetable.conflict.no-zone':
    '{one} is at {time} in no zone, and its ends go by different clocks or none that the case says; it was read in {zone}.',
  'timetable.help.no-zone': 'Say zone: {zone} or another for the channel.',
  'timetable.conflict.in-recess': '{one} falls on {day}, in the recess of {other}.',
  'timetable.help.in-recess': 'Recall the meeting for that day, or move either.',
  'timetable.conflict.recess-too-long':
    'The recess of {one} from {from} to {until} has {days, plural, one {# day} other {# days}}, and the case allows {most}.',
  'timetable.help.recess-too-long': 'Shorten the recess, or agree on a longer one.',

  'timetable.chain': 'What decides when the last of it is',
  'timetable.chain.lead': 'Each moment is counted from the one above it.',
  'timetable.chain.step': '{time}: {what}',

  'timetable.slack': 'What slack ends at',
  'timetable.slack.lead': 'For all others it ends where they would be the last of all.',
  'timetable.slack.item': '{what}: {slack}, up to {limit}',

  'timetable.shift.lead':
    'The ceasefire is supposed at another moment than the case says: {moved, plural, one {# obligation moves} other {# obligations move}} with it. {stays, plural, one {# stays} other {# stay}}, being dated by themselves ({which}) or counted from these.',
  'timetable.shift.all':
    'The ceasefire is supposed at another moment than the case says: {moved, plural, one {# obligation moves} other {# obligations move}} with it, and nothing stays.',

  'timetable.lag.d': '{n} d',
  'timetable.lag.h': '{n} h',
  'timetable.lag.min': '{n} min',
  'timetable.lag.s': '{n} s',
  'timetable.calendar.places': 'Said in {place}.',
  'timetable.calendar.local': 'On the clocks there: {times}.',
  'timetable.calendar.recall':
    'In recess. Either side can recall it within {hours, plural, one {# hour} other {# hours}}.',
  'timetable.calendar.no-recall': 'In recess. The case does not say how it is recalled.',
  'timetable.calendar.recess': 'In recess: {of}',
  'timetable.calendar.meeting': 'Meeting: {of}',
  'timetable.calendar.line-check': 'Line check: {of}',
  'timetable.calendar.inspections': 'Inspections: {of}',

  'timetable.method':
    'Moments are exact, from the zones of the IANA list as this program knows them. A gate is told at the earliest moment at which all that can be dated lets it open; violations and decisions may keep it shut. What is verified is taken to be verified on the day it is done. Steps of the plan stand on the days of the order that `truce plan` finds, one period each, and hold nothing else up. Slack is the longest delay of one thing after which nothing comes before what it must follow and the end is where it was: what counts from it moves with it, and what is dated by itself stays. It is exact, but for the hour by which clocks are changed, which a delay may carry a count of days across.'
} as const
