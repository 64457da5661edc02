import type { Page } from '../../diagnostic/diagnostic.ts'
import { suggestion } from './words.ts'

/** Problems of names that stand for nothing. */

export const unknownName: Page = {
  code: 'RF001', severity: 'error', title: 'a name that stands for nothing',
  about: 'Parties, sources, polls, lines, gates and so on are named once and referred to by that id everywhere else.',
  message: (d) => `no ${d['kind']} is called \`${d['name']}\``,
  help: (d) => suggestion(d)
}
export const unknownIssue: Page = {
  code: 'RF002', severity: 'error', title: 'a condition or term over an issue that does not exist',
  about: 'Conditions and terms speak of issues by their ids.',
  message: (d) => `no issue is called \`${d['name']}\``,
  help: (d) => suggestion(d, 'issues')
}
export const unknownOption: Page = {
  code: 'RF003', severity: 'error', title: 'an option the issue does not have',
  about: 'Each issue lists its options; terms, values and conditions may name those and no others.',
  message: (d) => `\`${d['issue']}\` has no option \`${d['name']}\``,
  help: (d) => suggestion(d, 'options')
}
export const unknownMove: Page = {
  code: 'RF004', severity: 'error', title: 'a move that nobody owns',
  about: 'In the graph, conditions speak of moves as `party.move`.',
  message: (d) => `no move is called \`${d['name']}\``,
  help: (d) => suggestion(d, 'moves')
}
export const unknownAnswer: Page = {
  code: 'RF005', severity: 'error', title: 'an answer the poll does not have',
  about: 'Support is read off a poll by the ids of its answers.',
  message: (d) => `the poll \`${d['poll']}\` has no answer \`${d['name']}\``,
  help: (d) => suggestion(d, 'answers')
}
export const unknownEvent: Page = {
  code: 'RF006', severity: 'error', title: 'a date counted from something that does not exist',
  about: 'Dates may be counted from `ceasefire`, `signature`, `starts`, `verified.<id>`, `gate.<id>` and the like.',
  message: (d) => `there is no event \`${d['name']}\` to count from`,
  help: (d) => suggestion(d, 'events')
}
export const notOrdered: Page = {
  code: 'RF007', severity: 'error', title: 'at least or at most on an issue without order',
  about: '`at-least` and `at-most` follow the order of the options, so they need an issue that is `ordered: true` or divisible.',
  message: (d) => `\`${d['issue']}\` is not ordered, so \`at-least\` and \`at-most\` mean nothing`,
  help: () => 'add `ordered: true` to the issue, or list the options'
}
export const onlyScenarios: Page = {
  code: 'RF008', severity: 'error', title: 'a judgement that hangs on something other than a scenario',
  about: 'A judgement may differ by scenario: `[{if: {scenario: id}, is: range}, range]`. What depends on the package belongs in values, redlines or support rows.',
  message: (d) => `\`${d['key']}\` cannot stand here: a judgement may only depend on scenarios`,
  help: () => 'write {scenario: <id>}'
}
export const offGrid: Page = {
  code: 'RF009', severity: 'error', title: 'an amount between two steps',
  about: 'A divisible issue is read at the amounts from `from` to `to` by `step`; every amount in the case must be one of them.',
  message: (d) => `${d['value']} is not a step of \`${d['issue']}\``,
  help: (d) => `steps: ${d['grid']}`
}
export const unknownState: Page = {
  code: 'RF010', severity: 'error', title: 'a state the graph does not have',
  about: 'Named states must match exactly one feasible state, rankings must name every feasible state once, and the status quo must be feasible.',
  message: (d) => `${d['problem']}`,
  help: (d) => (d['help'] === undefined ? undefined : String(d['help']))
}
