import type { Page } from '../../diagnostic/diagnostic.ts'
import { suggestion } from './suggestion.ts'

/** Problems of names that stand for nothing. */

export const unknownName: Page = {
  code: 'RF001',
  severity: 'error',
  title: 'a name that stands for nothing',
  about:
    'Parties, sources, polls, lines, gates and so on are named once and referred to by that id everywhere else.',
  message: (d) => `no ${d['kind']} is called \`${d['name']}\``,
  help: (d) => suggestion(d) ?? `name it under the key for its kind, or remove it here`,
  examples: {
    failing: {
      proposals: `
        halves: {title: Half each, by: talk, terms: {water: half}}`
    },
    passing: {
      proposals: `
        halves: {title: Half each, by: talks, terms: {water: half}}`
    }
  }
}
export const unknownIssue: Page = {
  code: 'RF002',
  severity: 'error',
  title: 'a condition or term over an issue that does not exist',
  about: 'Conditions and terms speak of issues by their ids.',
  message: (d) => `no issue is called \`${d['name']}\``,
  help: (d) => suggestion(d, 'issues') ?? 'name it under `issues:`',
  examples: {
    failing: {
      proposals: `
        halves: {title: Half each, terms: {watr: half}}`
    },
    passing: {
      proposals: `
        halves: {title: Half each, terms: {water: half}}`
    }
  }
}
export const unknownOption: Page = {
  code: 'RF003',
  severity: 'error',
  title: 'an option the issue does not have',
  about: 'Each issue lists its options; terms, values and conditions may name those and no others.',
  message: (d) => `\`${d['issue']}\` has no option \`${d['name']}\``,
  help: (d) => suggestion(d, 'options') ?? 'name it among the options of the issue',
  examples: {
    failing: {
      proposals: `
        halves: {title: Half each, terms: {water: halve}}`
    },
    passing: {
      proposals: `
        halves: {title: Half each, terms: {water: half}}`
    }
  }
}
export const unknownMove: Page = {
  code: 'RF004',
  severity: 'error',
  title: 'a move that nobody owns',
  about: 'In the graph, conditions speak of what a party can do as `party.move`.',
  message: (d) => `no move is called \`${d['name']}\``,
  help: (d) => suggestion(d, 'moves') ?? 'name it under `graph.moves.<party>`',
  examples: {
    failing: {
      graph: `
        moves: {upland: {open: Open the gates}}
        states: {flood: {where: {upland.opened: yes}}}`
    },
    passing: {
      graph: `
        moves: {upland: {open: Open the gates}}
        states: {flood: {where: {upland.open: yes}}}`
    }
  }
}
export const unknownAnswer: Page = {
  code: 'RF005',
  severity: 'error',
  title: 'an answer the poll does not have',
  about: 'Support is read off a poll by the ids of its answers.',
  message: (d) => `the poll \`${d['poll']}\` has no answer \`${d['name']}\``,
  help: (d) => suggestion(d, 'answers') ?? 'name it among the answers of the poll',
  examples: {
    failing: {
      polls: `
        spring: {population: upland, field: 2024-04, answers: {for: 54, against: 31}, source: talks}`,
      stances: `
        upland:
          ratification:
            - {body: voters, threshold: 50%, support: [{when: {water: half}, poll: spring, answers: [in-favour]}]}`
    },
    passing: {
      polls: `
        spring: {population: upland, field: 2024-04, answers: {for: 54, against: 31}, source: talks}`,
      stances: `
        upland:
          ratification:
            - {body: voters, threshold: 50%, support: [{when: {water: half}, poll: spring, answers: [for]}]}`
    }
  }
}
export const unknownEvent: Page = {
  code: 'RF006',
  severity: 'error',
  title: 'a date counted from something that does not exist',
  about:
    'Dates may be counted from `ceasefire`, `signature`, `starts`, `verified.<id>`, `gate.<id>` and the like.',
  message: (d) => `there is no event \`${d['name']}\` to count from`,
  help: (d) => suggestion(d, 'events'),
  examples: {
    failing: {
      proposals: `
        halves:
          title: Half each
          terms: {water: half}
          provisional: {water: {review: {after: harvest, weeks: 4}}}`
    },
    passing: {
      proposals: `
        halves:
          title: Half each
          terms: {water: half}
          provisional: {water: {review: {after: signature, weeks: 4}}}`
    }
  }
}
export const notOrdered: Page = {
  code: 'RF007',
  severity: 'error',
  title: 'at least or at most on an issue without order',
  about:
    '`at-least` and `at-most` follow the order of the options, so they need an issue that is `ordered: true` or divisible.',
  message: (d) => `\`${d['issue']}\` is not ordered, so \`at-least\` and \`at-most\` mean nothing`,
  help: () =>
    'add `ordered: true` to the issue if its options go from one end to the other; otherwise list the options meant',
  examples: {
    failing: {
      issues: `
        water: {title: Water let through, options: {third: A third, half: One half, full: All of it}}`,
      stances: `
        upland: {redlines: [{id: our-share, never: {water: {at-least: half}}, firmness: 0.9, source: talks}]}`
    },
    passing: {
      issues: `
        water: {title: Water let through, ordered: true, options: {third: A third, half: One half, full: All of it}}`,
      stances: `
        upland: {redlines: [{id: our-share, never: {water: {at-least: half}}, firmness: 0.9, source: talks}]}`
    }
  }
}
export const onlyScenarios: Page = {
  code: 'RF008',
  severity: 'error',
  title: 'a judgement that hangs on something other than a scenario',
  about:
    'A judgement may differ by scenario: `[{if: {scenario: id}, is: range}, range]`. What depends on the package belongs in values, redlines or rows of support.',
  message: (d) => `\`${d['key']}\` cannot stand here: a judgement may only depend on scenarios`,
  help: () => 'write `{scenario: <id>}`, and name the scenario under `scenarios:`',
  examples: {
    failing: {
      stances: `
        upland:
          redlines:
            - {id: our-share, never: {water: full}, firmness: [{if: {water: half}, is: 0.9}, 0.5], source: talks}`
    },
    passing: {
      scenarios: `
        drought: {title: A dry year, p: [0.1, 0.2, 0.4], source: talks}`,
      stances: `
        upland:
          redlines:
            - {id: our-share, never: {water: full}, firmness: [{if: {scenario: drought}, is: 0.9}, 0.5], source: talks}`
    }
  }
}
export const noScenarios: Page = {
  code: 'RF011',
  severity: 'error',
  title: 'a scenario where only terms can decide',
  about:
    'Rules, requirements and support rows say what a package means; a scenario is an uncertain fact. Whether somebody must accept, or a poll speaks, cannot hang on one. Redlines and judgements can.',
  message: () => 'a scenario cannot stand here',
  help: () => 'let a redline or a judgement hang on the scenario, or drop it from this condition',
  examples: {
    failing: {
      scenarios: '{dry: {title: The summer is dry, p: 0.5, source: talks}}',
      rules:
        '[{never: {water: full, scenario: dry}, because: nothing would be left, source: talks}]'
    },
    passing: { rules: '[{never: {water: full}, because: nothing would be left, source: talks}]' }
  }
}

export const offGrid: Page = {
  code: 'RF009',
  severity: 'error',
  title: 'an amount between two steps',
  about:
    'A divisible issue is read at the amounts from `from` to `to` by `step`; terms, conditions and the amounts that values are given for may name those and no others.',
  message: (d) => `${d['value']} is not a step of \`${d['issue']}\``,
  help: (d) => `write ${d['below']} or ${d['above']}, or choose another \`step\``,
  examples: {
    failing: {
      issues: `
        water: {title: Water let through, divisible: {unit: million m3, from: 0, to: 40, step: 10}}`,
      stances: `
        upland: {redlines: [{id: our-share, never: {water: {at-least: 30}}, firmness: 0.9, source: talks}]}`,
      proposals: `
        halves: {title: Half each, terms: {water: 15}}`
    },
    passing: {
      issues: `
        water: {title: Water let through, divisible: {unit: million m3, from: 0, to: 40, step: 10}}`,
      stances: `
        upland: {redlines: [{id: our-share, never: {water: {at-least: 30}}, firmness: 0.9, source: talks}]}`,
      proposals: `
        halves: {title: Half each, terms: {water: 20}}`
    }
  }
}
export const unknownState: Page = {
  code: 'RF010',
  severity: 'error',
  title: 'a state the graph does not have',
  about:
    'Named states must match exactly one feasible state, rankings must name every feasible state once, and the status quo must be feasible.',
  message: (d) => `${d['problem']}`,
  help: (d) => (d['help'] === undefined ? 'name a state or node of the graph' : String(d['help'])),
  examples: {
    failing: {
      graph: `
        moves: {upland: {open: Open the gates}}
        states: {flood: {where: {upland.open: yes}}, dry: {where: {upland.open: no}}}
        status-quo: drought`
    },
    passing: {
      graph: `
        moves: {upland: {open: Open the gates}}
        states: {flood: {where: {upland.open: yes}}, dry: {where: {upland.open: no}}}
        status-quo: dry`
    }
  }
}
