import { LEAST_LEANING } from '../../../worth/leaning.ts'

/** What is said beside a draft while it is put together. */
export const deskSentences = {
  'leaning.welcomes': '{party} welcomes it ({points} points)',
  'leaning.minds': '{party} minds it ({points} points)',
  'leaning.redline': '{party}: it crosses the redline “{says}”',
  'leaning.legend': `A party welcomes an option (+) that brings it more than it expects without a deal, and minds one (−) that brings it less: the option’s worth on its issue above no deal, by the weight of the issue, judgements at their centre. Over all issues these points add up to its gain. No mark: less than ${LEAST_LEANING} points, or nothing is known. × marks an option that, with the rest of the draft as it is, crosses a redline of the party.`,

  'readings.short':
    'Where the case is read otherwise, the chance lies between {least} and {greatest}, and the verdict is the same in {share} of {n} readings.',
  'readings.turns': 'How one reads it: {choice} explains {share} of the spread.',

  'hold.no-graph': 'Not known: the case has no graph of who could leave what.',
  'hold.no-state': 'Not known: no state of the case’s graph means this package.',

  'mend.repair': 'Best repair',
  'mend.step': 'The smallest change that helps',
  'mend.then': 'Then {verdict}, {chance}.',
  'mend.none': 'No change of up to three issues helps. In the way: {binding}.',
  'mend.none.nothing': 'No change of up to three issues helps.',
  'mend.none.limit':
    'No change was found so far that helps. The search ended at its limit: sets of changes that it did not come to were not looked at.',
  'mend.needless': 'Nothing to mend.',
  'mend.no-text': 'No text so near helps.',
  'mend.prices': 'What each change buys',
  'mend.so-many': '{n, plural, one {# change} other {# changes}}: {chance}',

  'ceiling.desk': 'How far any text can go',
  'far.row': '{what}: {chance}',
  'far.lead': 'What holds it down would have to change in the world rather than in the text:'
} as const
