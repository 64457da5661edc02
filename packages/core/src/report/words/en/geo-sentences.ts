/** What lines and zones measure on the ground. */
export const geoSentences = {
  'opening.zones':
    'Every line below is a claim by its source. Areas and distances are measured on the ground, on WGS84.',
  'zones.title': 'Zone of {what} ({id})',
  'zones.width':
    'The zone is {width} wide: each party stays {km}, half of that, behind the line it counts from.',
  'zones.distance': 'Each party stays {km} behind the line it counts from.',
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
  'zones.method':
    'What lies within the distance of any place of a line, its ends rounded, on the side of the party. The side is told by a place that the case names. Borders are within 0.2 % of the distance.'
} as const
