import type { Page } from '../../diagnostic/diagnostic.ts'

/** Problems that show only when the case is seen as a whole. */

export const unsourced: Page = {
  code: 'EV001', severity: 'warning', title: 'a judgement without a source',
  about: 'Every judgement says who makes it. One that nobody answers for cannot be argued with; if it is the authors\' own, cite a source of kind `assumption` and give the reason under `because`.',
  message: (d) => `nobody answers for the judgement in ${d['of']}`,
  help: () => 'add `source:` (a source of kind `assumption` if it is your own) and `because:`'
}
export const uncited: Page = {
  code: 'EV002', severity: 'warning', title: 'a source nobody cites',
  about: 'A source that supports nothing in the case makes it look better founded than it is.',
  message: (d) => `nothing in the case cites \`${d['id']}\``,
  help: () => 'cite it where it belongs, or remove it'
}
export const unusedIssue: Page = {
  code: 'IS001', severity: 'warning', title: 'an issue nobody values',
  about: 'No party gives the issue a weight, and no redline or rule speaks of it: whatever is agreed on it changes no verdict.',
  message: (d) => `nobody values \`${d['issue']}\`, and no redline or rule speaks of it`,
  help: () => 'add it to a stance\'s interests, or remove it'
}
export const optionUnvalued: Page = {
  code: 'IS002', severity: 'error', title: 'an option without a value',
  about: 'A party that has an interest in an issue must say what each of its options is worth to it; a gap would have to be guessed.',
  message: (d) => `\`${d['party']}\` gives no value to \`${d['issue']}: ${d['option']}\``,
  help: (d) => `add \`${d['option']}:\` to the values`
}
export const issueLeftOut: Page = {
  code: 'IS003', severity: 'note', title: 'an issue a party says nothing about',
  about: 'A party may leave an issue out of its interests; then what is agreed on it neither adds to nor takes from what a package is worth to that party.',
  message: (d) => `\`${d['party']}\` says nothing about ${(d['issues'] as readonly string[]).map((id) => `\`${id}\``).join(', ')}`
}
export const noNoDeal: Page = {
  code: 'ND001', severity: 'error', title: 'a required party without its no-deal',
  about: 'Whether a party gains from a package depends on what it expects without one. A party whose acceptance is required and which has interests must say so under `no-deal`.',
  message: (d) => `\`${d['party']}\` must accept but says nothing of its no-deal`,
  help: () => 'add `no-deal: {base: .., source: ..}` to its stance'
}
export const noDealGap: Page = {
  code: 'ND002', severity: 'error', title: 'a no-deal that leaves an issue out',
  about: 'A no-deal given as terms is priced like a package, so it must name every issue the party has an interest in, unless the issue says what silence means (`if-silent`).',
  message: (d) => `the no-deal of \`${d['party']}\` does not say what becomes of ${(d['issues'] as readonly string[]).map((id) => `\`${id}\``).join(', ')}`,
  help: () => 'name the option that fighting on would bring'
}
