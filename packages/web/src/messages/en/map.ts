import type { Catalogue } from '../catalogue.ts'

/** Texts of the room Map. */
const map: Catalogue = {
  title: 'Map',
  'empty.title': 'This case has no lines yet',
  'empty.text':
    'A map shows lines: where the troops stood on a day, what somebody claims, from where something is withdrawn. Each is the claim of somebody, from a source, of a day.',
  'empty.write': 'Write a line',
  'change.sides': 'Write the places as coordinates',
  'change.sidesOf': 'Write the places as coordinates: {line}',
  'change.add': 'Add a line',
  'places.title': 'Settlements and the zones',
  'places.note':
    'From a list of your own: a table (.csv) with name, lon and lat, GeoJSON points, or KML points; columns and data that begin with “name” are further spellings. The list is not part of the case; this browser keeps it.',
  'places.take': 'Take a list of settlements from a file',
  'places.leave': 'Leave the list',
  'places.found':
    '{n, plural, one {# settlement} other {# settlements}} in the list, {found} of them in a zone.',
  'places.scroll': 'Settlements and zones; scroll sideways for all columns',
  'places.place': 'Settlement',
  'places.band': 'in the band of {party}',
  'places.outside': 'outside',
  'places.rest': 'Show {n, plural, one {the one other} other {the # others}}, outside every zone',
  'places.is.inside': '{name}: in the zone shown',
  'places.is.outside': '{name}: outside the zone shown',
  'places.said':
    'Settlements: a list of whoever made this picture; filled dots lie in the zone shown.',
  'list.notKept':
    'This browser has no room to keep the list: after a reload it has to be taken again.',

  'key.inside': 'settlement in the zone shown',
  'key.outside': 'settlement outside it',
  'key.out': 'seen where it has to be out by now',
  'key.open': 'seen in a band, not or not surely due',
  'key.clear': 'seen where it may be',
  'key.unjudged': 'seen, not judged',
  'key.side': 'place on the side of a party',

  'seen.title': 'What was seen where',
  'seen.note':
    'Weapons that somebody saw, judged by the zones: a table (.csv) with party, class, lon and lat, and if known count, calibre-mm, withdrawal, when and source; GeoJSON points with these properties, or KML points with these data. The list is not part of the case; this browser keeps it.',
  'seen.take': 'Take positions from a file',
  'seen.keep': 'Save the list (CSV)',
  'seen.leave': 'Empty the list',
  'seen.byHand': 'Write a position by hand',
  'seen.add': 'Add the position',
  'seen.party': 'Party',
  'seen.weapon': 'Kind of weapon',
  'seen.count': 'How many',
  'seen.count.wrong': 'A whole number, 1 or more.',
  'seen.calibre': 'Calibre, in mm',
  'seen.when': 'When',
  'seen.source': 'Who says so',
  'seen.withdrawal': 'Falls under',
  'seen.withdrawal.any': 'whatever its kind and calibre say',
  'seen.point': 'Point at it on the map',
  'seen.point.what': 'where it was seen',
  'seen.at': 'Judged at',
  'seen.eif': 'Suppose it enters into force at',
  'seen.signature': 'Suppose it is signed at',
  'seen.noMoment':
    'Say at which moment they are judged: before a withdrawal begins, nothing is counted.',
  'seen.noZone':
    'There is no zone to judge by yet: a withdrawal needs its distance, the line each party counts from, and that line its course and sides.',
  'seen.working': 'Working out how far each is from its line…',
  'seen.failed': 'The positions could not be judged: {reason}',
  'seen.same':
    '{n, plural, one {One row was there already and is} other {# rows were there already and are}} not counted twice.',
  'seen.scroll': 'Positions; scroll sideways for all columns',
  'seen.row': 'Number',
  'seen.what': 'What',
  'seen.where': 'Where',
  'seen.state': 'At that moment',
  'seen.drop': 'Change',
  'seen.dropIt': 'Leave out',
  'seen.dropLabel': 'Leave out position {row}',
  'seen.much': '{n} × {of}',
  'seen.much.mm': '{n} × {of}, {mm} mm',
  'seen.marked': '{row}: {what}, {party}: {state}',
  'seen.state.out': 'has to be out by now',
  'seen.state.open': 'in a band; not, or not surely, due',
  'seen.state.clear': 'where it may be',
  'seen.state.unjudged': 'not judged',

  'sides.title': 'Whose side is where: {line}',
  'sides.note':
    'A line alone does not say who stands on which side of it. One place on the side of each party is enough.',
  'sides.undrawn':
    'The line has no course yet: draw it or take it from a file, then say its sides.',
  'sides.at': 'the side of {place}',
  'sides.unsaid': 'not said yet',
  'sides.click': 'Point at its side on the map',
  'sides.clickLabel': 'Point at its side on the map: {party}, {line}',
  'sides.drop': 'Leave out',
  'sides.dropLabel': 'Leave out the side of {party}: {line}',
  'sides.what': 'a place on the side of {party} of the line “{line}”',
  'sides.did': 'side of {party} of “{line}”',
  'sides.here': 'Side of {party}',
  'sides.same': '{parties} stand on the same side of this line.',
  'sides.wound': 'This line winds around its own end: nobody can tell its sides.',

  'point.how':
    'Click on the map: {what}. By key: the arrows move a cross (with Shift in small steps), Enter takes its place, Escape leaves it.',
  'point.cross': 'The cross is at {place}.',
  'point.leave': 'Leave it',

  'unsound.title': 'The case has errors',
  'unsound.text': 'Its map can be drawn once they are mended.',
  'unsound.go': 'See the errors',

  lead: '{n, plural, =0 {No line of this case can be drawn yet: none has a file with its course} one {One line of this case is drawn} other {# lines of this case are drawn}}. Each is a claim of its source, of its day; the map itself knows land and water and no border.',
  'lead.some':
    '{drawn} of the {n} lines of this case are drawn; the others have no file with their course yet. Each is a claim of its source, of its day; the map itself knows land and water and no border.',

  'picture.label':
    'Map with {n, plural, =0 {no line} one {one line} other {# lines}}. The same facts stand in the tables below.',
  'picture.keys':
    'Map. Arrow keys move it, plus and minus bring it closer or farther, 0 shows the whole.',
  'picture.keys.place':
    'Map. Arrow keys move a cross, with Shift in small steps; Enter takes the place below it. Plus and minus bring the map closer or farther, 0 shows the whole.',
  'picture.closer': 'Closer',
  'picture.farther': 'Farther',
  'picture.whole': 'Whole',
  'picture.hint': 'Drag to move; with Ctrl the wheel zooms.',
  'picture.svg': 'Save as SVG',
  'picture.png': 'Save as PNG',
  'picture.title': 'Map: {title}',
  'picture.failed': 'The picture could not be made: {reason}',
  'land.source':
    'Land and water: Natural Earth, 1:50 million, public domain; without states and borders. Areas are true to size.',
  'land.failed':
    'Land and water could not be fetched from the server of this page. The lines are drawn all the same.',
  scale: '{km} km',
  km: '{km} km',

  day: 'As known on',
  'day.before': 'The day before that is known',
  'day.after': 'The next day that is known',

  'claim.nobody': 'no party',
  'source.none': 'no source named',
  'line.note': '{kind}, {day}',
  'line.claim': '{kind}, {day}, claimed by {party}',
  'line.said': '{title}: {note}. Source: {source}',

  'lines.title': 'Lines',
  'lines.note':
    'A line is where its source says it was on that day. None of them is a border that this tool holds to be right.',
  'lines.scroll': 'Lines of the case; scroll sideways for all columns',
  'lines.what': 'Line',
  'lines.kind': 'Kind',
  'lines.day': 'As of',
  'lines.whose': 'Claimed by',
  'lines.source': 'Source',
  'lines.length': 'Course',
  'lines.days': '{n} days, {first} to {last}',
  'lines.undrawn': 'not given',

  squareKm: '{area} km²',
  'weapon.least': '{of} of {least} mm and more',
  'weapon.below': '{of} below {below} mm',
  'weapon.within': '{of} from {least} to below {below} mm',

  'zones.pick': 'Zone shown',
  'zones.none': 'None',
  'zones.every': 'All of them',
  'zones.working': 'Working out what lies how far from which line…',
  'zones.title': 'Zones of withdrawal',
  'zones.note':
    'Each party keeps its band behind its own line free of what is named, or as few there as is said. Where two count from different lines, the land between them is free of both. Geodesic on WGS84; a border of a band is true within 0.5% of its distance. Water counts as land does.',
  'zones.scroll': 'Zones of withdrawal; scroll sideways for all columns',
  'zones.clause': 'What goes back',
  'zones.party': 'Party',
  'zones.line': 'Counted from',
  'zones.far': 'Keeps away by',
  'zones.most': '{from} to {km} km, with {most} at most',
  'zones.area': 'Area',
  'zones.between': 'between the lines of {parties}',
  'zones.both': 'free of both',
  'zones.hatched': 'Hatched: {title}',
  'zones.all': 'the whole zone',
  'zones.named': '{what}: {parties}, {km} km',
  'zones.chosen': 'The zone was made by:',
  'zones.troubles': 'What cannot be drawn',

  'hands.title': 'What changes hands',
  'hands.note':
    'Between two options of an issue that are lines: how much land each party would give and get.',
  'hands.from': 'From',
  'hands.to': 'To',
  'hands.undrawn':
    'One of the two lines is not drawn, or cannot be read: give it a file with its course.',
  'hands.none':
    'These two lines cannot be laid over each other: both have to be lines, or both areas.',
  'hands.nothing':
    'Nothing changes hands, or the lines do not say on which side the parties stand (key “sides” of a line).',
  'hands.gives': 'Gives up',
  'hands.gets': 'Gets',
  'hands.area': 'Area',
  'hands.joined':
    'Where the lines do not end in the same place, or have gaps, their ends are joined by straight edges; the areas reach to these.',

  'change.title': 'Change a line',
  'change.line': 'Line',
  'change.move': 'Move its vertices',
  'change.move.how':
    'Drag a vertex, or reach it with Tab and move it with the arrow keys; a double click or Insert adds one before it, Delete takes it away. Each is one step, kept in the file of the line.',
  'change.draw': 'Draw it anew',
  'change.draw.how':
    'Each click on the map is the next vertex; by key, arrows move a cross and Enter takes its place. Nothing is changed until you keep the line.',
  'change.file': 'Take it from a file (GeoJSON, KML, CSV)',
  'change.keep': 'Keep the line',
  'change.leave': 'Leave it as it was',
  'change.done': 'Done',
  'change.did': 'course of “{line}”',
  'change.vertex': 'Vertex {n}: {where}',

  'measure.title': 'Measure',
  'measure.on': 'Measure',
  'measure.note':
    'The shortest way on the ground (geodesic, WGS84). With “Measure” on, each click on the map is a place; places can be written too, latitude first.',
  'measure.place': 'Latitude and longitude',
  'measure.wrong':
    'Write latitude and longitude in degrees, such as 47.95 37.80 or 47.95 N, 37.80 E.',
  'measure.add': 'Add the place',
  'measure.last': 'Take the last away',
  'measure.none': 'Begin anew',
  'measure.number': 'Place',
  'measure.where': 'Where',
  'measure.leg': 'From the one before',
  'measure.sum': 'From the first',
  'measure.whole': 'Whole way: {km}',
  'method.title': 'How this was drawn'
}

export default map
