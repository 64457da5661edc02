import type { Page } from '../../diagnostic/diagnostic.ts'
import { quoted, suggestion } from './suggestion.ts'

/** Problems of form: keys that do not exist, keys that are missing, values of the wrong kind. */

export const unknownKey: Page = {
  code: 'SC001',
  severity: 'error',
  title: 'a key the language does not have',
  about:
    'An unknown key is nearly always a slip of the pen, and what it says would be lost without a word. Remarks go under `note:`, which every map may carry.',
  message: (d) => `there is no key \`${d['key']}\` here`,
  help: (d) => suggestion(d, 'keys'),
  examples: {
    failing: {
      proposals: `
        halves: {titel: Half each, terms: {water: half}}`
    },
    passing: {
      proposals: `
        halves: {title: Half each, terms: {water: half}, note: a remark}`
    }
  }
}
export const missingKey: Page = {
  code: 'SC002',
  severity: 'error',
  title: 'a key that is required',
  about:
    'Some keys carry what no analysis can do without: who the parties are, where a claim comes from, what an outcome is worth.',
  message: (d) => `\`${d['key']}\` is missing in ${d['of']}`,
  help: (d) => `add \`${d['key']}:\``,
  examples: {
    failing: {
      proposals: `
        halves: {terms: {water: half}}`
    },
    passing: {
      proposals: `
        halves: {title: Half each, terms: {water: half}}`
    }
  }
}
export const wrongType: Page = {
  code: 'SC003',
  severity: 'error',
  title: 'a value of the wrong kind',
  about: 'Every key takes one kind of value: a text, a number or range, a list, a map, a date.',
  message: (d) => `expected ${d['wanted']}, found ${d['found']}`,
  help: (d) =>
    d['found'] === 'nothing' ? 'write the value after the colon' : `write ${d['wanted']}`,
  examples: { failing: { 'as-of': 'last summer' }, passing: { 'as-of': '2024-07' } }
}
export const notAMember: Page = {
  code: 'SC004',
  severity: 'error',
  title: 'a word outside a closed list',
  about: 'Some values come from a short list, so that every case means the same by them.',
  message: (d) => `\`${d['word']}\` is not one of the words allowed here`,
  help: (d) =>
    [suggestion({ near: d['near'] ?? '' }), `allowed: ${quoted(d['members'])}`]
      .filter((part) => part !== undefined)
      .join(' '),
  examples: {
    failing: {
      parties: `
        upland: {name: Upland, kind: kingdom, role: belligerent}
        lowland: {name: Lowland, kind: state, role: belligerent}`
    },
    passing: {
      parties: `
        upland: {name: Upland, kind: state, role: belligerent}
        lowland: {name: Lowland, kind: state, role: belligerent}`
    }
  }
}
export const exactlyOne: Page = {
  code: 'SC005',
  severity: 'error',
  title: 'one of several keys, and only one',
  about:
    'These keys exclude each other: a redline is `never`, `must` or `conduct`; an issue has `options` or is `divisible`; a rule is `never` or `must`.',
  message: (d) => `exactly one of ${quoted(d['keys'])} belongs in ${d['of']}; found ${d['found']}`,
  help: () => 'keep one of them; what needs two is two entries',
  examples: {
    failing: {
      stances: `
        upland:
          redlines:
            - {id: our-share, never: {water: full}, must: {water: third}, firmness: 0.9, source: talks}`
    },
    passing: {
      stances: `
        upland:
          redlines:
            - {id: our-share, never: {water: full}, firmness: 0.9, source: talks}
            - {id: the-old-rule, must: {water: third}, firmness: 0.3, source: talks}`
    }
  }
}
export const commaInText: Page = {
  code: 'SC006',
  severity: 'error',
  title: 'a comma in a text without quotes',
  about:
    'Between braces a comma starts a new key. A text that holds one needs quotes, or what follows is read as a key without value.',
  message: (d) => `\`${d['key']}\` looks like the rest of a text`,
  help: () => 'comma in a text? quote it',
  examples: {
    failing: {
      proposals: `
        halves: {title: Half each, for now, terms: {water: half}}`
    },
    passing: {
      proposals: `
        halves: {title: "Half each, for now", terms: {water: half}}`
    }
  }
}
export const badId: Page = {
  code: 'SC007',
  severity: 'error',
  title: 'an id of the wrong form',
  about:
    'Ids are small letters and digits with hyphens, so that they read the same in every place and language. The words `not any all if then iff scenario event note` belong to the language.',
  message: (d) =>
    d['reserved']
      ? `\`${d['id']}\` is a word of the language and cannot be an id`
      : `\`${d['id']}\` is not an id: small letters, digits and hyphens`,
  help: (d) =>
    d['reserved']
      ? 'choose another word'
      : `write \`${slug(String(d['id']))}\`, and the full name under \`title:\` or \`name:\``,
  examples: {
    failing: {
      proposals: `
        Half_Each: {title: Half each, terms: {water: half}}`
    },
    passing: {
      proposals: `
        half-each: {title: Half each, terms: {water: half}}`
    }
  }
}
export const tooFew: Page = {
  code: 'SC008',
  severity: 'error',
  title: 'fewer entries than make sense',
  about:
    'An issue needs two options, for with one there is nothing to agree; a case needs a party and a source.',
  message: (d) => `${d['of']} needs ${d['least']} or more; found ${d['found']}`,
  help: (d) => `write ${d['least']} or more`,
  examples: {
    failing: {
      issues: `
        water: {title: Water let through in summer, options: {half: One half}}`,
      stances: `
        upland: {redlines: [{id: our-share, must: {water: half}, firmness: 0.9, source: talks}]}`
    },
    passing: {
      issues: `
        water: {title: Water let through in summer, options: {half: One half, full: All of it}}`,
      stances: `
        upland: {redlines: [{id: our-share, must: {water: half}, firmness: 0.9, source: talks}]}`
    }
  }
}
export const twiceInList: Page = {
  code: 'SC009',
  severity: 'error',
  title: 'an id that stands twice in a list',
  about:
    'Ids in a list name its entries, for instance a redline in `upland.our-share`, so each may stand once.',
  message: (d) => `the id \`${d['id']}\` stands twice`,
  help: () => 'give one of the two another id',
  examples: {
    failing: {
      stances: `
        upland:
          redlines:
            - {id: our-share, never: {water: full}, firmness: 0.9, source: talks}
            - {id: our-share, must: {water: third}, firmness: 0.3, source: talks}`
    },
    passing: {
      stances: `
        upland:
          redlines:
            - {id: our-share, never: {water: full}, firmness: 0.9, source: talks}
            - {id: the-old-rule, must: {water: third}, firmness: 0.3, source: talks}`
    }
  }
}
export const incomplete: Page = {
  code: 'SC010',
  severity: 'error',
  title: 'too little for a case',
  about: 'A case has either a `graph`, or all three of `issues`, `stances` and `proposals`.',
  message: (d) =>
    `the case has neither a \`graph\` nor all of \`issues\`, \`stances\` and \`proposals\`; missing: ${quoted(d['missing'])}`,
  help: (d) => `add ${quoted(d['missing'])}, or a \`graph\``,
  examples: {
    failing: { proposals: '' },
    passing: {
      proposals: `
        halves: {title: Half each, terms: {water: half}}`
    }
  }
}
export const curlyQuote: Page = {
  code: 'SC011',
  severity: 'error',
  title: 'a typographic quotation mark where a straight one is meant',
  about:
    'Word processors turn the quotation marks one types into curly ones. To YAML these are letters like any other: a text between them is not quoted, and a name between them is another name. Inside a text they may stand.',
  message: (d) => `\`${d['found']}\` does not begin a quoted text`,
  help: () => 'write straight quotation marks, `"..."`, around it, or none around a name',
  examples: {
    failing: {
      proposals: `
        halves: {title: “Half each, for now”, by: talks, terms: {water: half}}`
    },
    passing: {
      proposals: `
        halves: {title: "“Half each”, for now", by: talks, terms: {water: half}}`
    }
  }
}
export const decimalComma: Page = {
  code: 'SC012',
  severity: 'error',
  title: 'a decimal comma',
  about:
    'Decimals are written with a point. A comma ends an entry, so that `[0,45, 0,60]` would be a list of four whole numbers.',
  message: (d) => `\`${d['found']}\` is not read as one number`,
  help: (d) => `write decimals with a point: ${String(d['found']).replace(',', '.')}`,
  examples: {
    failing: {
      stances: `
        upland: {redlines: [{id: our-share, never: {water: full}, firmness: 0,45, source: talks}]}`
    },
    passing: {
      stances: `
        upland: {redlines: [{id: our-share, never: {water: full}, firmness: 0.45, source: talks}]}`
    }
  }
}

const slug = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'a-name'
