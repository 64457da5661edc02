import type { Page } from '../../diagnostic/diagnostic.ts'
import { quoted } from './suggestion.ts'

/** Problems that show only when the case is seen as a whole. */

export const unsourced: Page = {
  code: 'EV001',
  severity: 'warning',
  title: 'a judgement without a source',
  about:
    "Every judgement says who makes it. One that nobody answers for cannot be argued with; if it is the authors' own, cite a source of kind `assumption` and give the reason under `because`.",
  message: (d) => `nobody answers for the judgement in ${d['of']}`,
  help: () => 'add `source:` (a source of kind `assumption` if it is your own) and `because:`',
  examples: {
    failing: {
      parties: `
        upland: {name: Upland, kind: state, role: belligerent, capability: [40, 60]}
        lowland: {name: Lowland, kind: state, role: belligerent}`
    },
    passing: {
      parties: `
        upland: {name: Upland, kind: state, role: belligerent, capability: [40, 60], source: talks}
        lowland: {name: Lowland, kind: state, role: belligerent}`
    }
  }
}
export const uncited: Page = {
  code: 'EV002',
  severity: 'warning',
  title: 'a source nobody cites',
  about: 'A source that supports nothing in the case makes it look better founded than it is.',
  message: (d) => `nothing in the case cites \`${d['id']}\``,
  help: () => 'cite it where it belongs, or remove it',
  examples: {
    failing: {
      sources: `
        talks: {title: Minutes of the river talks, kind: statement}
        old-treaty: {title: Treaty on the river, kind: treaty}`
    },
    passing: {
      sources: `
        talks: {title: Minutes of the river talks, kind: statement}
        old-treaty: {title: Treaty on the river, kind: treaty}`,
      proposals: `
        halves: {title: Half each, by: old-treaty, terms: {water: half}}`
    }
  }
}
export const unusedIssue: Page = {
  code: 'IS001',
  severity: 'warning',
  title: 'an issue nobody values',
  about:
    'No party gives the issue a weight, and no redline, rule or row of support speaks of it: whatever is agreed on it changes no verdict.',
  message: (d) => `nobody values \`${d['issue']}\`, and no redline or rule speaks of it`,
  help: () => "add it to a party's interests, or remove it",
  examples: {
    failing: {
      issues: `
        water: {title: Water let through, options: {half: One half, full: All of it}}
        dam: {title: The new dam, options: {built: It is built, waits: It waits for a study}}`,
      stances: `
        upland: {redlines: [{id: our-share, never: {water: full}, firmness: 0.9, source: talks}]}`
    },
    passing: {
      issues: `
        water: {title: Water let through, options: {half: One half, full: All of it}}
        dam: {title: The new dam, options: {built: It is built, waits: It waits for a study}}`,
      stances: `
        upland: {redlines: [{id: our-share, never: {water: full, dam: waits}, firmness: 0.9, source: talks}]}`
    }
  }
}
export const optionUnvalued: Page = {
  code: 'IS002',
  severity: 'error',
  title: 'an option without a value',
  about:
    'A party that has an interest in an issue must say what each of its options is worth to it; a gap would have to be guessed.',
  message: (d) =>
    `\`${d['party']}\` gives no value to ${quoted(d['options'])} of \`${d['issue']}\``,
  help: (d) =>
    `add ${(d['options'] as readonly string[]).map((option) => `\`${option}: ..\``).join(', ')} to the values`,
  examples: {
    failing: {
      stances: `
        upland:
          interests: {water: {weight: 1, values: {third: 100, full: 0}, source: talks}}
          no-deal: {base: 30, source: talks}`
    },
    passing: {
      stances: `
        upland:
          interests: {water: {weight: 1, values: {third: 100, half: 70, full: 0}, source: talks}}
          no-deal: {base: 30, source: talks}`
    }
  }
}
export const issueLeftOut: Page = {
  code: 'IS003',
  severity: 'note',
  title: 'an issue a party says nothing about',
  about:
    'A party may leave an issue out of its interests; then what is agreed on it neither adds to nor takes from what a package is worth to that party.',
  message: (d) => `\`${d['party']}\` says nothing about ${quoted(d['issues'])}`,
  help: () =>
    'add the issue to its interests if it matters to the party; otherwise nothing is to be done',
  examples: {
    failing: {
      issues: `
        water: {title: Water let through, options: {half: One half, full: All of it}}
        dam: {title: The new dam, options: {built: It is built, waits: It waits for a study}}`,
      stances: `
        upland:
          interests: {water: {weight: 1, values: {half: 70, full: 0}, source: talks}}
          no-deal: {base: 30, source: talks}
        lowland:
          redlines: [{id: no-dam, never: {dam: built}, firmness: 0.9, source: talks}]`
    },
    passing: {
      issues: `
        water: {title: Water let through, options: {half: One half, full: All of it}}
        dam: {title: The new dam, options: {built: It is built, waits: It waits for a study}}`,
      stances: `
        upland:
          interests:
            water: {weight: 2, values: {half: 70, full: 0}, source: talks}
            dam: {weight: 1, values: {built: 100, waits: 50}, source: talks}
          no-deal: {base: 30, source: talks}
        lowland:
          redlines: [{id: no-dam, never: {dam: built}, firmness: 0.9, source: talks}]`
    }
  }
}
export const noNoDeal: Page = {
  code: 'ND001',
  severity: 'error',
  title: 'a required party without its no-deal',
  about:
    'Whether a party gains from a package depends on what it expects without one. A party whose acceptance is required and which has interests must say so under `no-deal`.',
  message: (d) => `\`${d['party']}\` must accept but does not say what it expects without a deal`,
  help: () => 'add `no-deal: {base: .., source: ..}` to its stance; a wide range is an answer too',
  examples: {
    failing: {
      stances: `
        upland:
          interests: {water: {weight: 1, values: {third: 100, half: 70, full: 0}, source: talks}}`
    },
    passing: {
      stances: `
        upland:
          interests: {water: {weight: 1, values: {third: 100, half: 70, full: 0}, source: talks}}
          no-deal: {base: [10, 50], source: talks}`
    }
  }
}
export const ledgerOnSeveral: Page = {
  code: 'ND004',
  severity: 'error',
  title: 'an entry of the ledger that hangs on several issues',
  about:
    'Under `when` an entry of the ledger counts only against packages that settle one issue in some way. It is then worth points on that issue, like any other option; what hangs on several issues at once would belong to none of them.',
  message: (d) =>
    (d['issues'] as readonly string[]).length === 0
      ? 'this entry hangs on no issue'
      : `this entry hangs on several issues: ${quoted(d['issues'])}`,
  help: () =>
    'write one entry for each issue, with its part of the points; what counts only where several come together is an option of an issue of its own, tied to the others by `rules`',
  examples: {
    failing: {
      issues: `
        water: {title: Water, options: {third: A third, half: Half, full: All}}
        dam: {title: The dam, options: {built: Built, none: None}}`,
      stances: `
        upland:
          interests:
            water: {weight: 1, values: {third: 100, half: 70, full: 0}, source: talks}
            dam: {weight: 1, values: {built: 100, none: 0}, source: talks}
          no-deal: {base: 30, ledger: [{id: fear, toward: stop, worth: 5, when: {water: third, dam: none}}], source: talks}`
    },
    passing: {
      issues: `
        water: {title: Water, options: {third: A third, half: Half, full: All}}
        dam: {title: The dam, options: {built: Built, none: None}}`,
      stances: `
        upland:
          interests:
            water: {weight: 1, values: {third: 100, half: 70, full: 0}, source: talks}
            dam: {weight: 1, values: {built: 100, none: 0}, source: talks}
          no-deal: {base: 30, ledger: [{id: fear, toward: stop, worth: 5, when: {water: [third, half]}}, {id: dry, toward: stop, worth: 2, when: {dam: none}}], source: talks}`
    }
  }
}
export const noDealGap: Page = {
  code: 'ND002',
  severity: 'error',
  title: 'a no-deal that leaves an issue out',
  about:
    'A no-deal given as terms is priced like a package, so it must name every issue the party has an interest in, unless the issue says what silence means (`if-silent`).',
  message: (d) =>
    `the no-deal of \`${d['party']}\` does not say what becomes of ${quoted(d['issues'])}`,
  help: () =>
    'name the option that would come about without a deal, or give the issue an `if-silent`',
  examples: {
    failing: {
      stances: `
        upland:
          interests: {water: {weight: 1, values: {third: 100, half: 70, full: 0}, source: talks}}
          no-deal: {base: {terms: {}}, source: talks}`
    },
    passing: {
      stances: `
        upland:
          interests: {water: {weight: 1, values: {third: 100, half: 70, full: 0}, source: talks}}
          no-deal: {base: {terms: {water: third}}, source: talks}`
    }
  }
}
