/** What lines and zones measure on the ground. */
export const geoSentences = {
  'opening.zones':
    'Every line below is a claim by its source. Areas and distances are measured on the ground, on WGS84.',
  'zones.title': 'Zone of {what} ({id})',
  'zones.width':
    'The zone is {width} wide: each party stays {km}, half of that, behind the line it counts from.',
  'zones.distance': 'Each party stays {km} behind the line it counts from.',
  'zones.banded': "Each party's band runs from {from} to {km} behind the line it counts from.",
  'zones.area.bands': 'The bands cover {area} in all.',
  'zones.band.limited': 'band',
  'zones.ceiling': 'may keep there',
  'zones.ceiling.none': 'not said',
  'zones.apart.back':
    'From the other side, the line of {other} is {least} to {most} from that of {one}, half of it less than {median}.',
  'zones.uneven':
    'One of the two is a line and the other the outline of an area: what lies between them cannot be told.',
  'zones.between.limited': '{area} lie behind both lines, on the side of neither.',
  'zones.both.limited':
    '{area} lie on the side of {one} of its line and on the side of {other} of its own.',
  'zones.overlap.limited': '{area} lie in the bands of both.',
  'zones.area': 'The zone covers {area} in all.',
  'zones.party': 'party',
  'zones.line': 'counts from',
  'zones.length': 'length',
  'zones.band': 'keeps free',
  'zones.apart':
    'The line of {one} is {least} to {most} from that of {other}, half of it less than {median}; nearest at {near}, farthest at {far} (latitude, longitude).',
  'zones.between':
    '{area} lie behind both lines and are free of both, {part} of it beyond the distance from either line.',
  'zones.both':
    '{area} lie on the side of {one} of its line and on the side of {other} of its own; in {part} of it neither is held back.',
  'zones.overlap': '{area} must be kept free by both.',
  'zones.settlements': 'Settlements of the list in it ({n}): {names}.',
  'zones.settlements.none': 'None of the settlements listed lies in it.',
  'zones.change': '{issue}: from {from} to {to}',
  'zones.change.land': '{area} would pass from the side of {from} to that of {to}.',
  'zones.change.none':
    'What changes hands cannot be told: the two lines enclose nothing, or no two parties lie on opposite sides of both.',
  'zones.change.uneven':
    'What changes hands cannot be told: one of the two is a line and the other the outline of an area.',
  'zones.change.wound':
    'What changes hands cannot be told: one of the two lines winds around its own end.',
  'positions.title': 'What was seen, at {at}',
  'positions.state.due': '{what}: due since {until}.',
  'positions.state.under-way': '{what}: under way since {from}, to be done by {until}.',
  'positions.state.not-begun': '{what}: begins at {from}; nothing is counted.',
  'positions.state.undated':
    '{what}: counts from an event without a moment; nothing is counted until one is supposed.',
  'positions.none-in-force': 'No withdrawal that is drawn is under way or due then.',
  'positions.withdrawal': 'what goes back',
  'positions.party': 'party',
  'positions.within': 'seen within',
  'positions.perhaps': 'may count too',
  'positions.ceiling': 'may be there',
  'positions.verdict': 'compared',
  'positions.across': 'across its line',
  'positions.verdict.under': 'not more',
  'positions.verdict.over': 'more',
  'positions.verdict.still': 'more, still under way',
  'positions.verdict.perhaps-over': 'perhaps more',
  'positions.verdict.not-said': 'not said',
  'positions.seen': 'row: what was seen',
  'positions.seen.bare': '{row}: {what} of {party}',
  'positions.seen.row': '{row}: {what} of {party} ({by})',
  'positions.lies': 'lies',
  'positions.out': 'way out',
  'positions.due': 'to be out',
  'positions.due.since': 'since {at}',
  'positions.due.by': 'by {at}',
  'positions.due.most': '{n} may be there',
  'positions.nearer': 'nearer than the band begins',
  'positions.spare': 'outside by {km}',
  'positions.outside': 'outside',
  'positions.if': '{what}, if it is of that kind',
  'positions.lies.behind': '{km} behind its line',
  'positions.lies.across': '{km} across its line',
  'positions.way': '{km} on course {course} to {at}',
  'positions.no-way': 'no place on its side is far enough',
  'positions.nothing-within':
    'Nothing that was seen lies in a band of its party or across its line.',
  'positions.unbound': 'Rows that nothing in force and drawn speaks of ({n}): {rows}.',
  'positions.later': 'Rows seen after that moment, left out ({n}): {rows}.',
  'positions.method':
    'A row lies in a band if the geodesic from it to the line is that long, on the side of its party; the way out leads to the nearest place of the far edge on that side. Rows are taken as they stand: what stands in two of them counts twice. A row may count where its calibre is not given, or where only the definition parts two withdrawals of one class; the column withdrawal settles that.',
  'zones.method':
    'What lies within the distance of any place of a line, its ends rounded, on the side of the party. The side is told by a place that the case names. Borders are within 0.5 % of the distance.'
} as const
