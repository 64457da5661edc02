import type { Page } from '../../diagnostic/diagnostic.ts'

/** Problems of numbers. */

export const rangeOrder: Page = {
  code: 'VA001',
  severity: 'error',
  title: 'a range out of order',
  about:
    'A range is `[low, high]` or `[low, likely, high]`. In a condition, `at-least` comes no later than `at-most` in the order of the options.',
  message: (d) => `the range ${d['range']} is not in order`,
  help: (d) => `write ${d['sorted']} if that is what is meant`,
  examples: {
    failing: {
      stances: `
        upland: {redlines: [{id: our-share, never: {water: full}, firmness: [0.9, 0.6], source: talks}]}`
    },
    passing: {
      stances: `
        upland: {redlines: [{id: our-share, never: {water: full}, firmness: [0.6, 0.9], source: talks}]}`
    }
  }
}
export const outOfBounds: Page = {
  code: 'VA002',
  severity: 'error',
  title: 'a number outside its bounds',
  about:
    'Values run from 0 (the worst option) to 100 (the best), shares and firmness from 0 to 1 or 0% to 100%. Amounts of a divisible issue lie between its ends.',
  message: (d) => `${d['value']} is outside its bounds`,
  help: (d) => `it must be ${d['bounds']}`,
  examples: {
    failing: {
      stances: `
        upland: {redlines: [{id: our-share, never: {water: full}, firmness: 90, source: talks}]}`
    },
    passing: {
      stances: `
        upland: {redlines: [{id: our-share, never: {water: full}, firmness: 90%, source: talks}]}`
    }
  }
}
export const negative: Page = {
  code: 'VA003',
  severity: 'error',
  title: 'a weight below zero',
  about:
    'Weights and ledger entries say how much something matters; the direction is said by the values or by `toward`.',
  message: (d) => `${d['value']} is below zero`,
  help: () => 'give its size, and turn the values or `toward` around',
  examples: {
    failing: {
      stances: `
        upland:
          interests: {water: {weight: -1, values: {third: 0, half: 30, full: 100}, source: talks}}
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
export const zeroWeights: Page = {
  code: 'VA004',
  severity: 'error',
  title: 'weights that may all be zero',
  about:
    "What a package is worth is the weighted mean of its terms, so the low ends of a party's weights must add up to more than zero.",
  message: (d) => `all weights of \`${d['party']}\` may be zero at once`,
  help: () => 'raise the low end of one weight',
  examples: {
    failing: {
      stances: `
        upland:
          interests: {water: {weight: [0, 5], values: {third: 100, half: 70, full: 0}, source: talks}}
          no-deal: {base: 30, source: talks}`
    },
    passing: {
      stances: `
        upland:
          interests: {water: {weight: [1, 5], values: {third: 100, half: 70, full: 0}, source: talks}}
          no-deal: {base: 30, source: talks}`
    }
  }
}
export const pollOver100: Page = {
  code: 'VA005',
  severity: 'error',
  title: 'a poll that adds up to more than 100',
  about:
    'Answers are in percent and exclude each other. Published figures may miss 100 by rounding; beyond 102 something was counted twice.',
  message: (d) => `the answers of \`${d['poll']}\` add up to ${d['sum']}`,
  help: () => 'check the figures, and leave the undecided out: they are what is missing to 100',
  examples: {
    failing: {
      polls: `
        spring: {population: upland, field: 2024-04, answers: {for: 54, against: 61}, source: talks}`
    },
    passing: {
      polls: `
        spring: {population: upland, field: 2024-04, answers: {for: 54, against: 31}, source: talks}`
    }
  }
}
export const noOtherwise: Page = {
  code: 'VA006',
  severity: 'error',
  title: 'a judgement that says nothing in some scenario',
  about:
    'A judgement that differs by scenario ends with a range that holds otherwise: `[{if: {scenario: id}, is: [0.4, 0.6]}, [0.7, 0.9]]`.',
  message: () => 'this judgement does not say what holds otherwise',
  help: () => 'end the list with a number or range',
  examples: {
    failing: {
      scenarios: `
        drought: {title: A dry year, p: 0.2, source: talks}`,
      stances: `
        upland:
          redlines: [{id: our-share, never: {water: full}, firmness: [{if: {scenario: drought}, is: 0.9}], source: talks}]`
    },
    passing: {
      scenarios: `
        drought: {title: A dry year, p: 0.2, source: talks}`,
      stances: `
        upland:
          redlines: [{id: our-share, never: {water: full}, firmness: [{if: {scenario: drought}, is: 0.9}, 0.5], source: talks}]`
    }
  }
}
export const chancesOff: Page = {
  code: 'VA007',
  severity: 'error',
  title: 'chances that cannot add up to one',
  about:
    'The outcomes of a no-deal, and the types of a party, exclude each other and are all there is: their chances must be able to add up to 1.',
  message: (d) =>
    `the chances of ${d['of']} add up to ${d['low'] === d['high'] ? d['low'] : `something between ${d['low']} and ${d['high']}`} and not to 1`,
  help: () => 'adjust the chances, or add the outcome that is missing',
  examples: {
    failing: {
      stances: `
        upland:
          interests: {water: {weight: 1, values: {third: 100, half: 70, full: 0}, source: talks}}
          no-deal: {base: {outcomes: [{p: 0.5, terms: {water: third}}, {p: 0.2, terms: {water: full}}]}, source: talks}`
    },
    passing: {
      stances: `
        upland:
          interests: {water: {weight: 1, values: {third: 100, half: 70, full: 0}, source: talks}}
          no-deal: {base: {outcomes: [{p: 0.8, terms: {water: third}}, {p: 0.2, terms: {water: full}}]}, source: talks}`
    }
  }
}
export const badDivision: Page = {
  code: 'VA008',
  severity: 'error',
  title: 'a divisible issue without usable steps',
  about: 'A divisible issue runs from a lower to a higher amount, in at most 1000 steps.',
  message: (d) => `\`${d['issue']}\` cannot be divided from ${d['from']} to ${d['to']}`,
  help: () => 'make `from` less than `to`, and `step` positive and not too small',
  examples: {
    failing: {
      issues: `
        water: {title: Water let through, divisible: {unit: million m3, from: 40, to: 0, step: 10}}`,
      stances: `
        upland: {redlines: [{id: our-share, never: {water: 40}, firmness: 0.9, source: talks}]}`,
      proposals: `
        halves: {title: Half each, terms: {water: 20}}`
    },
    passing: {
      issues: `
        water: {title: Water let through, divisible: {unit: million m3, from: 0, to: 40, step: 10}}`,
      stances: `
        upland: {redlines: [{id: our-share, never: {water: 40}, firmness: 0.9, source: talks}]}`,
      proposals: `
        halves: {title: Half each, terms: {water: 20}}`
    }
  }
}

export const tooManyScenarios: Page = {
  code: 'VA009',
  severity: 'error',
  title: 'more scenarios than can be told apart',
  about:
    'Every combination of scenarios is looked at where something hangs on them: ten scenarios make 1,024. More than ten would cost time and tell nobody anything.',
  message: (d) => `${d['count']} scenarios are more than the ${d['most']} that can be told apart`,
  help: () => 'keep those that change a judgement, and put the others into ranges',
  examples: {
    failing: {
      scenarios: `{${Array.from({ length: 11 }, (_, i) => `s${i}: {title: Fact ${i}, p: 0.5, source: talks}`).join(', ')}}`
    },
    passing: {
      scenarios: '{s0: {title: Fact 0, p: 0.5, source: talks}}'
    }
  }
}

export const shareAsPercent: Page = {
  code: 'VA011',
  severity: 'warning',
  title: 'an answer of a poll that looks like a share of one',
  about:
    'Answers of a poll are given in per cent, as they are published. `0.45` is read as less than one in a hundred; where the answers would add up to about 100 if it were 45, that was most likely meant.',
  message: (d) =>
    `\`${d['poll']}\` gives ${(d['answers'] as readonly string[]).join(', ')} in per cent; as shares of one they would complete the hundred`,
  help: () => 'write 45 for 45 per cent; if it is as small as it says, nothing is to be done',
  examples: {
    failing: {
      polls: `
        spring: {population: upland, field: 2024-04, answers: {for: 0.54, against: 31}, source: talks}`
    },
    passing: {
      polls: `
        spring: {population: upland, field: 2024-04, answers: {for: 54, against: 31, other: 0.5}, source: talks}`
    }
  }
}

/** The largest and the smallest size, besides 0, of a number in a case. */
export const NUMBER_SIZES = { largest: 1e12, smallest: 1e-9 } as const

export const outOfReach: Page = {
  code: 'VA010',
  severity: 'error',
  title: 'a number too large or too small to reckon with',
  about:
    'Every number of a case is 0, or lies between 0.000000001 and 1,000,000,000,000, or their negatives. Beyond that sums and products lose their digits, and a verdict would rest on what is left. `.inf` and `.nan`, and a number so long that it counts as infinite (`1e400`), are none that can be reckoned with.',
  message: (d) =>
    d['size'] === 'large'
      ? `${d['value']} is beyond what a number of a case may be`
      : d['size'] === 'small'
        ? `${d['value']} is nearer to 0 than any number of a case may be`
        : `\`${d['value']}\` is no number that can be reckoned with`,
  help: (d) =>
    d['size'] === 'small'
      ? 'write 0, or choose a smaller unit'
      : d['size'] === 'large'
        ? 'give a number up to 1,000,000,000,000, in a larger unit if need be; of weights only the proportion counts'
        : 'give a number; what nobody knows is a wide range, `[low, high]`',
  examples: {
    failing: {
      stances: `
        upland:
          interests: {water: {weight: 1e308, values: {third: 100, half: 70, full: 0}, source: talks}}
          no-deal: {base: 30, source: talks}`
    },
    passing: {
      stances: `
        upland:
          interests: {water: {weight: 1e6, values: {third: 100, half: 70, full: 0}, source: talks}}
          no-deal: {base: 30, source: talks}`
    }
  }
}
