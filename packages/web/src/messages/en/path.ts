import type { Catalogue } from '../catalogue.ts'

/** Texts of the room Path. */
const path: Catalogue = {
  title: 'Path',
  working: 'Working out in which order nobody would gain by breaking a step…',
  failed: 'The path of this case could not be worked out: {reason}',
  proposal: 'Carrying out',

  'empty.title': 'This case has no path yet',
  'empty.text':
    'A path asks in which order a proposal is carried out so that nobody gains by breaking a step. For that the case must say what the steps are and how long they take.',
  'empty.deliverables':
    'deliverables: who hands over what, and which term of a proposal it brings about',
  'empty.plan': 'plan: how long a period is, and how much each party counts the next one',
  'empty.write.plan': 'Write the plan',
  'empty.write.deliverables': 'Write the deliverables',
  'empty.fits': 'No deliverable of the case brings about a term of any of its proposals.',

  'picture.title': 'Step by step',
  'picture.key':
    'A bar in a party’s hue is what it hands over. A frame around several: they hand over in one step. A diamond is a gate that must open before the step is done.',
  'picture.label':
    '{n, plural, one {One step} other {# steps}} in their order. The same steps stand in the table below.',
  'picture.svg': 'Save as SVG',
  'picture.png': 'Save as PNG',

  'keep.title': 'Take it along',

  'slack.title': 'Who gains by keeping to it',
  'slack.note':
    'For each party: what keeping to the step is worth to it beyond breaking it, in points, and below where 90 of 100 draws lie. Below 0, breaking it pays.',
  'slack.step': 'Step',
  'slack.what': 'What is handed over',
  'slack.day': 'Done by',
  'slack.gate': 'Gate',
  'slack.anybody': 'Broken in',
  'slack.end': 'End',
  'slack.breaks': 'breaking pays',
  'slack.range': '{low} to {high}',
  'slack.scroll': 'Slack of each party; scroll sideways for all columns',

  'mends.note': 'Each of these alone, all else the same.',
  'otherwise.title': 'What breaks it: read otherwise',
  'otherwise.what': 'If',
  'otherwise.least': 'Least, in points',
  'otherwise.holds': 'Enforces itself',
  'habits.title': 'What practice would say',
  'method.title': 'How this was computed'
}

export default path
