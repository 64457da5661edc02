// The reference page of access, made from the table by which a team's server decides.
import { RESOURCES, type Resource, RIGHTS, STANDINGS, type Standing } from '@truce/server/access'

/** How a person comes to stand so. */
const MEANS: Readonly<Record<Standing, string>> = {
  administrator: 'administers accounts and organisations',
  'own lead': 'leads the organisation that it belongs to',
  'own analyst': 'is an analyst of that organisation',
  'own reader': 'is a reader of it',
  'own monitor': 'is a monitor of it',
  'shared write':
    'it was shared to be written, with an organisation in which they are a lead or an analyst, or with a track in which they are for one',
  'shared read':
    'it was shared, with an organisation in which they are more than a monitor, or with a track in which they are',
  'part lead': 'leads an organisation that stands for a party of the record',
  'part analyst': 'is an analyst of such an organisation',
  'part reader': 'is a reader of such an organisation',
  'part monitor': 'is a monitor of such an organisation',
  'keeps lead': 'leads an organisation that keeps the record',
  'keeps analyst': 'is an analyst of such an organisation',
  'track lead': 'leads the organisation that leads the track',
  'track member': 'is in the track for an organisation of which they are a member'
}

/** What each resource’s verbs come to. */
const ABOUT: Readonly<Record<Resource, string>> = {
  server:
    '`create`: makes organisations, each with its first lead. `audit`: reads what administrators did.',
  organisation:
    '`list`: its name; that of one that mediates is known to all, as are those with which one keeps a record and those whose cases one may read, and leads of one that mediates know all. `read`: its members. `create`: makes cases that belong to it. `audit`: reads who did what with its papers. `manage`: its members, and the tracks of one that mediates.',
  track:
    '`list`: that there is one; administrators are not told its name. `read`: who is in it. `share`: shares a case with it. `manage`: who is in it; offered are those whom one knows by name already, and those who made themselves known to the organisation that leads it.',
  paper:
    'Sealed papers of a track, which the server cannot open. `list`: who sealed them when, how large, to whose keys. `read`: those that are sealed to the asker. `write`: seals one. `share`: seals one anew for others in the track.',
  case: '`read`: also its versions, their comparison, its events and who is in it. `write`: saves. `create`: begins records of it. `remove`: sets it aside and brings it back. `share`: with whom, and sees with whom it is. `audit`: reads who did what with it, among what concerns the organisation.',
  record:
    '`read`: its entries, a copy, the names of the parties; confidential bodies for the party one stands for alone. `text`: the text of the case that it was begun under, and the daily report, which speaks from it; a monitor reads neither. `file`: hands in entries of that party. `keep`: signs its head, moves its clock, writes as its keeper. `share`: says which organisation stands for which party. `audit`: reads who read its bodies.'
}

/** Who may do what, for people. */
export function accessDocument(): string {
  return `${[
    '# Who may see and do what',
    'On a team’s server everything is need-to-know. Each request is decided by how the person who asks stands to what is asked for; this is the table that the server decides by. What a person may not read is answered exactly as what does not exist.',
    ...RESOURCES.flatMap((resource) => [`## ${resource}`, ABOUT[resource], tableOf(resource)]),
    '## How a person stands to something',
    STANDINGS.map((standing) => `- **${standing}**: ${MEANS[standing]}.`).join('\n'),
    'One may stand to one thing in several ways and then may what any of them lets do. Each right is looked up anew for each request, and for each event of a stream that is open; it ends at once.'
  ].join('\n\n')}\n`
}

function tableOf(resource: Resource): string {
  const verbs = Object.entries(RIGHTS[resource])
  const rows = STANDINGS.filter((standing) => verbs.some(([, who]) => who?.includes(standing)))
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(['', ...verbs.map(([verb]) => verb)]),
    line(['---', ...verbs.map(() => '---')]),
    ...rows.map((standing) =>
      line([standing, ...verbs.map(([, who]) => (who?.includes(standing) ? 'yes' : ''))])
    )
  ].join('\n')
}
