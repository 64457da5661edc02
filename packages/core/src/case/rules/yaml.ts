import type { Page } from '../../diagnostic/diagnostic.ts'

/** Problems of the text itself, before it means anything. */

export const syntax: Page = {
  code: 'YA001', severity: 'error', title: 'text that is not YAML',
  about: 'A case is written in YAML: keys and values, two spaces for each level, lists with dashes or in brackets. Here the text breaks those rules, so nothing after it can be trusted. One problem is shown for each block; later ones in the same block are usually echoes.',
  message: (d) => `this is not YAML: ${d['reason']}`,
  help: () => 'look at the line and the one above it: a missing quote, bracket, colon or space is the usual cause'
}
export const duplicateKey: Page = {
  code: 'YA002', severity: 'error', title: 'a key that stands twice',
  about: 'Each key may stand once, in one file of the case. If two places could say it, a reader could not know which one counts. Only top-level keys, `stances.<party>` and the parts of `graph` may be spread over files.',
  message: (d) => `\`${d['key']}\` stands twice`,
  help: () => 'keep one of the two'
}
export const notText: Page = {
  code: 'YA003', severity: 'error', title: 'bytes that are not text',
  about: 'Case files are UTF-8 text. A NUL byte or an invalid sequence means that the file was saved in another encoding, or is not text at all.',
  message: () => 'the file holds bytes that are not UTF-8 text',
  help: () => 'save the file as UTF-8'
}
export const tooLarge: Page = {
  code: 'YA004', severity: 'error', title: 'a file over the size limit',
  about: 'A file of a case may hold 2 MB. Larger files are almost always data that belongs elsewhere, or an attack.',
  message: (d) => `the file is larger than ${d['limit']}`,
  help: () => 'split it: top-level keys may be spread over several files'
}
export const tooDeep: Page = {
  code: 'YA005', severity: 'error', title: 'text nested too deeply',
  about: 'No case needs more than a dozen levels. Deep nesting makes a parser recurse until it fails, so it is refused first.',
  message: (d) => `nested deeper than ${d['limit']} levels`,
  help: () => 'check for an unclosed bracket'
}
export const tooManyNodes: Page = {
  code: 'YA006', severity: 'error', title: 'more values than a case may hold',
  about: 'The values of a file are counted with every alias written out, so that a short text cannot unfold into an endless one.',
  message: (d) => `the file unfolds to more than ${d['limit']} values`,
  help: () => 'write repeated parts out, or remove aliases that refer to aliases'
}
export const forbiddenKey: Page = {
  code: 'YA007', severity: 'error', title: 'a key that is not allowed',
  about: '`__proto__`, `constructor` and `prototype` have a meaning inside the program and are refused as keys.',
  message: (d) => `\`${d['key']}\` cannot be a key`,
  help: () => 'choose another id'
}
export const oddKey: Page = {
  code: 'YA008', severity: 'error', title: 'a key that is not a word',
  about: 'Keys are plain words. Merge keys (`<<`), lists or maps as keys are YAML features the case language leaves out, because a reader could not see at a glance what they say.',
  message: () => 'this cannot be a key',
  help: () => 'write the key as a plain word'
}
export const foreignTag: Page = {
  code: 'YA009', severity: 'error', title: 'a tag of another language',
  about: 'Tags such as `!!python/object` ask a reader to build something other than text and numbers. The case language has none.',
  message: (d) => `the tag \`${d['tag']}\` is not part of the case language`,
  help: () => 'remove the tag'
}
export const unknownAlias: Page = {
  code: 'YA010', severity: 'error', title: 'an alias without its anchor',
  about: 'An alias `*name` repeats what was marked `&name` above it in the same file.',
  message: (d) => `nothing above is marked \`&${d['name']}\``,
  help: () => 'mark the first place with `&`, or write the value out'
}
export const notAMap: Page = {
  code: 'YA011', severity: 'error', title: 'a file that is not a map of keys',
  about: 'A case file starts with keys such as `title:` or `parties:`.',
  message: (d) => `a case file is a map of keys; this is ${d['what']}`,
  help: () => 'start with a key such as `truce: 1`'
}
export const severalDocuments: Page = {
  code: 'YA012', severity: 'error', title: 'several documents in one file',
  about: 'A line `---` starts a new YAML document. Only the first would be read, so a second one is refused rather than lost.',
  message: () => 'a second document begins here and would not be read',
  help: () => 'remove the line `---`, or move what follows to a file of its own'
}

const REASONS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'the indentation does not fit the lines around it',
  MISSING_CHAR: 'a colon, quote or bracket is missing',
  TAB_AS_INDENT: 'a tab stands where spaces must',
  BLOCK_AS_IMPLICIT_KEY: 'a key stands inside another value; a text with a colon needs quotes',
  BAD_SCALAR_START: 'a plain text cannot start with this character; quote it',
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line',
  IMPOSSIBLE: 'it cannot be read',
  UNEXPECTED_TOKEN: 'something stands here that does not belong'
}

/** The parser's reason in plain words. */
export function plainReason(code: string, message: string): string {
  return REASONS[code] ?? message.split('\n')[0]?.replace(/\.$/, '').toLowerCase() ?? 'it cannot be read'
}
