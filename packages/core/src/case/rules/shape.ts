import type { Page } from '../../diagnostic/diagnostic.ts'
import { suggestion } from './words.ts'

/** Problems of form: keys that do not exist, keys that are missing, values of the wrong kind. */

export const unknownKey: Page = {
  code: 'SC001', severity: 'error', title: 'a key the language does not have',
  about: 'An unknown key is nearly always a slip of the pen, and what it says would be lost without a word. Remarks go under `note:`, which every map may carry.',
  message: (d) => `there is no key \`${d['key']}\` here`,
  help: (d) => suggestion(d, 'keys')
}
export const missingKey: Page = {
  code: 'SC002', severity: 'error', title: 'a key that is required',
  about: 'Some keys carry what no analysis can do without: who the parties are, where a claim comes from, what an outcome is worth.',
  message: (d) => `\`${d['key']}\` is missing in ${d['of']}`,
  help: (d) => `add \`${d['key']}:\``
}
export const wrongType: Page = {
  code: 'SC003', severity: 'error', title: 'a value of the wrong kind',
  about: 'Every key takes one kind of value: a text, a number or range, a list, a map, a date.',
  message: (d) => `expected ${d['wanted']}, found ${d['found']}`
}
export const notAMember: Page = {
  code: 'SC004', severity: 'error', title: 'a word outside a closed list',
  about: 'Some values come from a short list, so that every case means the same by them.',
  message: (d) => `\`${d['word']}\` is not one of the words allowed here`,
  help: (d) => [suggestion({ near: d['near'] ?? '' }), `allowed: ${(d['members'] as readonly string[]).map((m) => `\`${m}\``).join(', ')}`].filter((part) => part !== undefined).join('; ')
}
export const exactlyOne: Page = {
  code: 'SC005', severity: 'error', title: 'one of several keys, and only one',
  about: 'These keys exclude each other: a redline is `never`, `must` or `conduct`; an issue has `options` or is `divisible`; a rule is `never` or `must`.',
  message: (d) => `exactly one of ${(d['keys'] as readonly string[]).map((key) => `\`${key}\``).join(', ')} belongs in ${d['of']}; found ${d['found']}`,
  help: () => 'keep one of them; split what needs two'
}
export const commaInText: Page = {
  code: 'SC006', severity: 'error', title: 'a comma in a text without quotes',
  about: 'Between braces a comma starts a new key. A text that holds one needs quotes, or what follows is read as a key without value.',
  message: (d) => `\`${d['key']}\` looks like the rest of a text`,
  help: () => 'comma in a text? quote it'
}
export const badId: Page = {
  code: 'SC007', severity: 'error', title: 'an id of the wrong form',
  about: 'Ids are small letters and digits with hyphens (kebab-case), so that they read the same in every place and language. The words `not any all if then iff scenario event` belong to conditions.',
  message: (d) => (d['reserved'] ? `\`${d['id']}\` is a word of the language and cannot be an id` : `\`${d['id']}\` is not an id: small letters, digits and hyphens`),
  help: (d) => (d['reserved'] ? 'choose another word' : `write \`${slug(String(d['id']))}\``)
}
export const tooFew: Page = {
  code: 'SC008', severity: 'error', title: 'fewer entries than make sense',
  about: 'An issue needs two options, a case at least one party and one source, a list of bodies at least one.',
  message: (d) => `${d['of']} needs ${d['least']} or more; found ${d['found']}`
}
export const twiceInList: Page = {
  code: 'SC009', severity: 'error', title: 'an id that stands twice in a list',
  about: 'Ids in a list name its entries, for instance a redline in `russia.no-nato`, so each may stand once.',
  message: (d) => `the id \`${d['id']}\` stands twice`,
  help: () => 'rename one of the two'
}
export const incomplete: Page = {
  code: 'SC010', severity: 'error', title: 'too little for a case',
  about: 'A case has either a `graph`, or all three of `issues`, `stances` and `proposals`.',
  message: (d) => `the case has neither a \`graph\` nor all of \`issues\`, \`stances\` and \`proposals\`; missing: ${(d['missing'] as readonly string[]).map((key) => `\`${key}\``).join(', ')}`
}

const slug = (id: string): string => id.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'a-name'
