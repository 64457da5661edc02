import type { Page } from '../../diagnostic/diagnostic.ts'

/** Problems of the text itself, before it means anything. */

export const syntax: Page = {
  code: 'YA001',
  severity: 'error',
  title: 'text that is not YAML',
  about:
    'A case is written in YAML: keys and values, two spaces for each level, lists with dashes or in brackets. Where the text breaks these rules, nothing after it can be trusted. One problem is shown for each block that starts at the margin; later ones in the same block usually follow from the first.',
  message: (d) => `this is not YAML: ${d['reason']}`,
  help: () => 'look at this line and the one above it for a missing quote, bracket, colon or space',
  examples: {
    failing: { title: '"Two states and the river they share' },
    passing: { title: '"Two states and the river they share"' }
  }
}
export const duplicateKey: Page = {
  code: 'YA002',
  severity: 'error',
  title: 'a key that stands twice',
  about:
    'Each key may stand once. If two places could say it, a reader could not know which one counts. The parts of a top-level key may be spread over files, and so may the parts of `stances.<party>` and of `graph`; no part may stand in two of them.',
  message: (d) => `\`${d['key']}\` stands twice`,
  help: () => 'keep one of the two, or give one of them another name',
  examples: {
    failing: {
      proposals: `
        halves: {title: Half each, terms: {water: half}}
        halves: {title: Everything downstream, terms: {water: full}}`
    },
    passing: {
      proposals: `
        halves: {title: Half each, terms: {water: half}}
        downstream: {title: Everything downstream, terms: {water: full}}`
    }
  }
}
export const notText: Page = {
  code: 'YA003',
  severity: 'error',
  title: 'bytes that are not text',
  about:
    'Case files are UTF-8 text. A NUL byte or an invalid sequence means that the file was saved in another encoding, or is not a text at all.',
  message: () => 'the file holds bytes that are not UTF-8 text',
  help: () => 'save the file again as UTF-8, and type this character anew',
  examples: {
    failing: { title: 'Two states\0and a river' },
    passing: { title: 'Two states and a river' }
  }
}
export const tooLarge: Page = {
  code: 'YA004',
  severity: 'error',
  title: 'a file over the size limit',
  about:
    'A file of a case may hold 2 MB of text, which is far more than anyone would read. Data, maps and scans belong in files of their own.',
  message: (d) => `the file is larger than ${d['limit']}`,
  help: () => 'split it: the keys at the margin may be spread over several files',
  examples: {
    failing: `# ${'a very long remark '.repeat(110_000)}`,
    passing: { title: 'Two states and a river # a short remark' }
  }
}
export const tooDeep: Page = {
  code: 'YA005',
  severity: 'error',
  title: 'text nested too deeply',
  about:
    'No case needs more than a dozen levels. A text that nests much deeper is nearly always one with a bracket left open, or with an alias inside what it repeats.',
  message: (d) => `nested deeper than ${d['limit']} levels`,
  help: () =>
    'close the brackets that are still open here, and take out aliases that repeat themselves',
  examples: {
    failing: { title: '['.repeat(61) },
    passing: { title: '"[Two states] and [a river]"' }
  }
}
export const tooManyNodes: Page = {
  code: 'YA006',
  severity: 'error',
  title: 'more values than a case may hold',
  about:
    'The values of a file are counted with every alias written out, so that a short text cannot unfold into an endless one.',
  message: (d) => `the file unfolds to more than ${d['limit']} values`,
  help: () => 'split the file; take out aliases that repeat other aliases',
  examples: {
    failing: [
      'a: &a [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]',
      ...['ab', 'bc', 'cd', 'de', 'ef'].map(
        ([from, to]) => `${to}: &${to} [${Array(10).fill(`*${from}`).join(', ')}]`
      )
    ].join('\n'),
    passing: {
      proposals: 'halves: &halves {title: Half each, terms: {water: half}}\nagain: *halves'
    }
  }
}
export const forbiddenKey: Page = {
  code: 'YA007',
  severity: 'error',
  title: 'a key that is not allowed',
  about:
    '`__proto__`, `constructor` and `prototype` have a meaning inside the program and are refused as keys.',
  message: (d) => `\`${d['key']}\` cannot be a key`,
  help: () => 'choose another word',
  examples: {
    failing: {
      proposals:
        'halves: {title: Half each, terms: {water: half}}\nconstructor: {title: By the dam, terms: {water: full}}'
    },
    passing: {
      proposals:
        'halves: {title: Half each, terms: {water: half}}\nbuilder: {title: By the dam, terms: {water: full}}'
    }
  }
}
export const oddKey: Page = {
  code: 'YA008',
  severity: 'error',
  title: 'a key that is not a word',
  about:
    'Keys are plain words. Merge keys (`<<`), lists or maps as keys are YAML features the case language leaves out, because a reader could not see at a glance what they say.',
  message: () => 'this cannot be a key',
  help: () => 'write the key as a plain word, and what `<<` would bring in as keys of its own',
  examples: {
    failing: {
      proposals: `
        halves: &halves {title: Half each, by: talks, terms: {water: half}}
        downstream: {<<: *halves, title: Everything downstream, terms: {water: full}}`
    },
    passing: {
      proposals: `
        halves: {title: Half each, by: talks, terms: {water: half}}
        downstream: {title: Everything downstream, by: talks, terms: {water: full}}`
    }
  }
}
export const foreignTag: Page = {
  code: 'YA009',
  severity: 'error',
  title: 'a tag of another language',
  about:
    'A word that starts with `!` is a tag: it asks the program to build something other than text and numbers. The case language has none.',
  message: (d) => `the tag \`${d['tag']}\` is not part of the case language`,
  help: () => 'remove the tag; if it is part of a text, put the text in quotes',
  examples: {
    failing: { title: '!poem Two states and a river' },
    passing: { title: '"!poem Two states and a river"' }
  }
}
export const unknownAlias: Page = {
  code: 'YA010',
  severity: 'error',
  title: 'an alias without its anchor',
  about: 'An alias `*name` repeats what was marked `&name` above it in the same file.',
  message: (d) => `nothing above is marked \`&${d['name']}\``,
  help: () =>
    'mark the first place with `&`, or write the value out; a text that starts with `*` needs quotes',
  examples: {
    failing: {
      proposals: `
        halves: {title: Half each, because: neither has to move first, terms: {water: half}}
        downstream: {title: Everything downstream, because: *reason, terms: {water: full}}`
    },
    passing: {
      proposals: `
        halves: {title: Half each, because: &reason neither has to move first, terms: {water: half}}
        downstream: {title: Everything downstream, because: *reason, terms: {water: full}}`
    }
  }
}
export const notAMap: Page = {
  code: 'YA011',
  severity: 'error',
  title: 'a file that is not a map of keys',
  about: 'A case file starts with keys at the margin, such as `title:` or `parties:`.',
  message: (d) => `a case file is a map of keys; this is ${d['what']}`,
  help: () => 'start with a key such as `truce: 1`, or take the file out of the folder',
  examples: {
    failing: '- truce: 1\n- title: Two states and a river',
    passing: { truce: '1', title: 'Two states and a river' }
  }
}
export const severalDocuments: Page = {
  code: 'YA012',
  severity: 'error',
  title: 'several documents in one file',
  about:
    'A line `---` starts a new YAML document. Only the first would be read, so a second one is refused rather than lost.',
  message: () => 'a second document begins here and would not be read',
  help: () => 'remove the line `---`, or move what follows to a file of its own',
  examples: {
    failing: 'truce: 1\n---\ntitle: Two states and a river',
    passing: { truce: '1', title: 'Two states and a river' }
  }
}
export const tooManyFindings: Page = {
  code: 'YA013',
  severity: 'note',
  title: 'more problems than are listed',
  about:
    'The reading stops at a thousand errors: so many have one cause or a few, and the list would hide it.',
  message: (d) => `the reading stopped here, after ${d['limit']} errors`,
  help: () => 'mend the first ones and read again'
}
export const directive: Page = {
  code: 'YA014',
  severity: 'error',
  title: 'a directive',
  about:
    'A line above the case that starts with `%` would change how the rest is read. A case is read as YAML 1.2 whatever stands there, so such a line is refused rather than passed over.',
  message: () => 'a line that starts with `%` is a directive, and the case language has none',
  help: () => 'remove the line, and the line `---` below it; in a remark, put `#` before it',
  examples: {
    failing: '%YAML 1.1\n---\ntruce: 1',
    passing: { title: 'Two states and a river # in YAML 1.2' }
  }
}
export const tooManyMarks: Page = {
  code: 'YA015',
  severity: 'error',
  title: 'far more of a rare mark than a case needs',
  about:
    'Tags, anchors, aliases, question marks before keys and dividers between documents have a use now and then. A text with hundreds or thousands of them was made by a program, or to keep this one busy; it is refused before it is parsed. In quotes, in block texts and in remarks these characters may stand as often as one likes.',
  message: (d) => `the file has more than ${d['limit']} ${d['what']}`,
  help: () =>
    'write keys and values plainly; if these characters belong to a text, put it in quotes',
  examples: {
    failing: `a: [${'&x 1, '.repeat(2001)}]`,
    passing: { title: `"${'& ! * '.repeat(2001)}"` }
  }
}
export const tooManyPieces: Page = {
  code: 'YA016',
  severity: 'error',
  title: 'more words and marks than a case may hold',
  about:
    'Reading a case takes time and memory by the number of its words, marks, gaps and line ends, counted over all its files; a quoted text, a block text and a remark count as one for each line, however long it is. The limit is ten times what the largest case that comes with Truce has.',
  message: (d) =>
    `from here on the case has more than ${d['limit']} words, marks and line ends; most of them are ${d['what']}`,
  help: () =>
    'take out what repeats and what no verdict rests on; keep data in files of their own beside the case',
  examples: {
    failing: { title: `[${'a, '.repeat(50_000)}]` },
    passing: { title: `Two states and a river # ${'- '.repeat(100)}` }
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'an alias cannot carry a tag or an anchor',
  BAD_ALIAS: 'a name is missing after `*` or `&`; a text that starts so needs quotes',
  BAD_DIRECTIVE: 'a line that starts with `%` does not belong in a case',
  BAD_DQ_ESCAPE:
    'a backslash in double quotes starts a code that does not exist; use single quotes, or write it twice',
  RESOURCE_EXHAUSTION: 'it nests too deeply',
  BAD_INDENT: 'the indentation does not fit the lines around it',
  BAD_SCALAR_START: 'a plain text cannot start with this character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a key stands inside another value; a text with a colon needs quotes',
  BLOCK_IN_FLOW:
    'inside brackets, keys and entries are separated by commas and not by lines or dashes',
  IMPOSSIBLE: 'it cannot be read',
  KEY_OVER_1024_CHARS: 'a key is longer than any name; a colon or quote is missing before it',
  MISSING_CHAR: 'a colon, comma, quote or bracket is missing',
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line, with a colon after it',
  TAB_AS_INDENT: 'a tab stands where spaces must',
  TAG_RESOLVE_FAILED: 'a word that starts with `!` is a tag, and the case language has none',
  UNEXPECTED_TOKEN:
    'something stands here that does not belong; a text that starts with a quote must end with it'
}

/** More exact words where the parser says which character it misses. */
const EXACT: readonly (readonly [RegExp, string])[] = [
  [/closing (.)quote/, 'the text that begins here has no closing `$1`'],
  [
    /end with a ([\]}])/,
    'the bracket is not closed: a `$1` is missing, or the lines inside are not indented'
  ],
  [/between flow/, 'a comma or colon is missing between two entries'],
  [/followed by map values/, 'a colon is missing after the key'],
  [/flow-(?:map|seq)-end/, 'this bracket closes nothing']
]

/** The parser's reason in plain words. */
export function plainReason({
  code,
  message
}: {
  readonly code: string
  readonly message: string
}): string {
  for (const [pattern, words] of EXACT) {
    const match = pattern.exec(message)
    if (match) return words.replace('$1', match[1] ?? '')
  }
  return REASONS[code] ?? 'it cannot be read'
}
