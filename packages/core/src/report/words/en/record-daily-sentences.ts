/** The daily report of a record. */
export const recordDailySentences = {
  'daily.title': 'Daily report {number}/{year}',
  'daily.title.days': 'Report {number}/{year}, {days} days',
  'daily.case': 'record of',
  'daily.period': 'period',
  'daily.period.said': 'from {from} to {to}',
  'daily.clock': 'times',
  'daily.clock.said': 'those of the clocks in {zone} ({offset}); a day ends at {time}',
  'daily.based': 'based on',
  'daily.based.said': 'what the record held at {until}',
  'daily.based.nothing': 'a record without entries',
  'daily.for': 'made for',
  'daily.for.whole': 'those who keep the record',
  'daily.for.mission': 'those who keep, watch and mediate: {parties}',
  'daily.for.public': 'the public',
  'daily.told.not-for-all':
    'What was written for some parties only is not in this report, nor in its numbers.',
  'daily.told.withheld':
    '{n, plural, one {# entry is} other {# entries are}} for others: what they say is not in this report, nor in its numbers.',
  'daily.told.area': 'Places are told by the name of their area alone.',
  'daily.told.cell':
    'Places are told by the middle of the cell, about {km} km wide, of a grid in which they lie; the radius behind them holds the whole cell. Two events in one cell need not have been at one place.',
  'daily.told.hour':
    'Times are told by the hour in which they lie; an hour in which a day ends has two parts.',
  'daily.told.day':
    'Times are told by the day of reports in which they lie, from its beginning to its end.',
  'daily.told.authors': 'It is not told who says what.',
  'daily.told.ids':
    'Texts, names of places and what shows it are left out. Entries have numbers of this report alone, in an order that says nothing of when they came. Counts are those of the entries themselves.',
  'daily.none': 'none',
  'daily.number': '{text} [{mark}]',
  'daily.range': '{low} to {high}',
  'daily.range.best': '{best} ({low} to {high})',

  'daily.summary': 'Summary',
  'daily.summary.area':
    '{area}: {n, plural, one {# ceasefire violation} other {# ceasefire violations}}, {before} in the period before.',
  'daily.summary.area.range':
    '{area}: {low} to {high} ceasefire violations as accounts differ, {before} in the period before.',
  'daily.summary.none': 'No ceasefire violation was recorded, {before} in the period before.',
  'daily.summary.cumulative': 'Since {since}: {n} ceasefire violations.',
  'daily.summary.cumulative.loose':
    'Since {since}: {n} ceasefire violations; the time of {loose, plural, one {# event} other {# events}} among them is known no closer than to some days.',
  'daily.summary.casualties': 'Killed: {killed}. Injured: {injured}.',
  'daily.summary.casualties.none': 'No account says that anybody was killed or injured.',
  'daily.summary.weapons':
    'Weapons beyond the lines they went back to: {n, plural, one {# event} other {# events}}, {before} in the period before.',
  'daily.summary.mines':
    'Mines: {n, plural, one {# event} other {# events}}, {before} in the period before.',
  'daily.summary.works':
    'Works and what they keep up: {n, plural, one {# event} other {# events}}, {before} in the period before.',
  'daily.summary.civilians':
    'Harm to civilians and detention: {n, plural, one {# event} other {# events}}, {before} in the period before.',
  'daily.summary.movement':
    'Freedom of movement restricted: {n, plural, one {# time} other {# times}}, {before} in the period before.',
  'daily.summary.open':
    'Of what counts, {n, plural, one {# event is} other {# events are}} not confirmed by anybody; {contested, plural, one {# is} other {# are}} contested by a party.',
  'daily.summary.late':
    'Of earlier days, {n, plural, one {# event} other {# events}} came to be known in this period; the numbers of those days have changed.',

  'daily.violations': 'Ceasefire violations by area',
  'daily.violations.lead':
    'Each number counts what accounts observed; an event without a number counts as one. The columns from confirmed to differing add up to the violations; contested is among them; what stands behind it is not counted.',
  'daily.area': 'area',
  'daily.area.none': 'no area said',
  'daily.area.all': 'all',
  'daily.area.between': '{list} / {next}',
  'daily.column.counted': 'violations',
  'daily.column.previous': 'before',
  'daily.column.events': 'events',
  'daily.column.contested': 'contested',
  'daily.standing.confirmed': 'confirmed',
  'daily.standing.differing': 'differing',
  'daily.standing.inconclusive': 'inconclusive',
  'daily.standing.no-access': 'no access',
  'daily.standing.unverified': 'not looked into',
  'daily.standing.not-confirmed': 'not confirmed',
  'daily.standing.no-violation': 'held to be none',
  'daily.standing.lead': 'leads',
  'daily.loose':
    'The time of {n, plural, one {# event} other {# events}} is known no closer than to some days: counted where it is said to have begun [{mark}].',
  'daily.uncounted': 'Not counted',
  'daily.days': 'Day by day',
  'daily.column.day': 'day',

  'daily.casualties': 'Killed and injured',
  'daily.column.who': 'who',
  'daily.killed': 'killed',
  'daily.injured': 'injured',
  'daily.column.low': 'fewest',
  'daily.column.best': 'likeliest',
  'daily.column.high': 'most',
  'daily.not-said': 'not said',
  'daily.differs': 'accounts differ',

  'daily.weapons': 'Weapons beyond the lines they went back to',
  'daily.movement': 'Freedom of movement',
  'daily.civilians': 'Harm to civilians, and detention',
  'daily.column.kind': 'how',
  'daily.column.times': 'events',
  'daily.restriction.denial': 'denied',
  'daily.restriction.delay': 'delayed',
  'daily.restriction.conditional': 'on conditions',
  'daily.restriction.jamming': 'signals jammed',
  'daily.restriction.mines': 'mines',
  'daily.restriction.not-said': 'not said how',

  'daily.open': 'Not confirmed',
  'daily.open.lead': 'Events of all kinds in the period, by why nobody has confirmed them.',

  'daily.observed': 'What was observed',
  'daily.column.when': 'when',
  'daily.column.place': 'place',
  'daily.column.what': 'what',
  'daily.column.by': 'says',
  'daily.column.standing': 'how it stands',
  'daily.column.entry': 'entry',
  'daily.by': '{by}: {means}',
  'daily.by.hidden': 'not told',
  'daily.seen': '{count} {what}',
  'daily.seen.about': 'about {count} {what}',
  'daily.seen.with': '{seen}: {category}',
  'daily.seen.weapon': '{seen}; {weapon}',
  'daily.place.bearing': '{km} km {bearing} of {place}',
  'daily.place.degrees': '{lat}, {lon}',
  'daily.place.within': '{place} (within {metres} m)',

  'daily.map': 'Where it was',
  'daily.map.words':
    '{n, plural, one {# event} other {# events}} with a place, of {all}: a full dot is confirmed, a ring is not. {lines}',
  'daily.map.lines': 'Lines: {lines}.',
  'daily.map.line': '{title} ({day})',
  'daily.map.confirmed': 'confirmed',
  'daily.map.other': 'counted, not confirmed',
  'daily.map.north': 'North is up.',

  'daily.entries': 'Entries behind the numbers',
  'daily.entries.lead':
    'A number in square brackets leads to the entries of the record that make the number before it.',

  'daily.method':
    'An event is an incident of the record, or several that somebody joined, and is counted once, on the day on which it began: as whoever verified it says, else the earliest that an account says. Accounts stand side by side: where their numbers differ, the fewest and the most are told. What was replaced is not counted, nor what the body held to be no violation, nor what was looked for and not found. A lead is counted once somebody has confirmed it. Of each author the last word counts; where two who looked found the opposite, the event is differing. A day goes from one cut-off to the next on the clocks of the zone.',

  'daily.category.freedom-of-movement': 'freedom of movement',
  'daily.category.interference-with-monitors': 'interference with monitors',
  'daily.category.harm-to-civilians': 'harm to civilians',
  'daily.category.detention': 'detention',
  'daily.category.weapons-beyond-line': 'weapons beyond a line',
  'daily.category.damage-to-works': 'damage to works',
  'daily.category.other': 'other',

  'daily.counted.explosion': '{n, plural, one {explosion} other {explosions}}',
  'daily.counted.projectile': '{n, plural, one {projectile} other {projectiles}}',
  'daily.counted.burst': '{n, plural, one {burst} other {bursts}}',
  'daily.counted.shot': '{n, plural, one {shot} other {shots}}',
  'daily.counted.muzzle-flash': '{n, plural, one {muzzle flash} other {muzzle flashes}}',
  'daily.counted.flare': '{n, plural, one {flare} other {flares}}',
  'daily.counted.flight': '{n, plural, one {flight} other {flights}}',
  'daily.counted.vehicle': '{n, plural, one {vehicle} other {vehicles}}',
  'daily.counted.person': '{n, plural, one {person} other {people}}',
  'daily.counted.weapon': '{n, plural, one {weapon} other {weapons}}',
  'daily.counted.violation': '{n, plural, one {violation} other {violations}}',

  'daily.means.saw': 'seen',
  'daily.means.heard': 'heard',
  'daily.means.camera': 'camera',
  'daily.means.uav-short-range': 'short-range UAV',
  'daily.means.uav-mid-range': 'mid-range UAV',
  'daily.means.uav-long-range': 'long-range UAV',
  'daily.means.satellite': 'satellite',
  'daily.means.acoustic-sensor': 'acoustic sensor',
  'daily.means.radar': 'radar',
  'daily.means.second-hand': 'second hand',
  'daily.means.party-report': "a party's report",
  'daily.means.media': 'media',
  'daily.means.sensor-data': 'sensor data'
} as const
