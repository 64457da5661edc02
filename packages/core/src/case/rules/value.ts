import type { Page } from '../../diagnostic/diagnostic.ts'

/** Problems of numbers. */

export const rangeOrder: Page = {
  code: 'VA001', severity: 'error', title: 'a range out of order',
  about: 'A range is `[low, high]` or `[low, likely, high]`.',
  message: (d) => `the range ${d['range']} is not in order`,
  help: (d) => `write [${d['sorted']}] if that is what is meant`
}
export const outOfBounds: Page = {
  code: 'VA002', severity: 'error', title: 'a number outside its bounds',
  about: 'Values run from 0 (the worst option) to 100 (the best), shares and firmness from 0 to 1 or 0% to 100%.',
  message: (d) => `${d['value']} is outside its bounds`,
  help: (d) => `it must be ${d['bounds']}`
}
export const negative: Page = {
  code: 'VA003', severity: 'error', title: 'a weight below zero',
  about: 'Weights and ledger entries say how much something matters; the direction is said by the values or by `toward`.',
  message: (d) => `${d['value']} is below zero`,
  help: () => 'give its size, and turn the values or `toward` around'
}
export const zeroWeights: Page = {
  code: 'VA004', severity: 'error', title: 'weights that may all be zero',
  about: 'What a package is worth is the weighted mean of its terms, so the low ends of a party\'s weights must add up to more than zero.',
  message: (d) => `all weights of \`${d['party']}\` may be zero at once`,
  help: () => 'raise the low end of one weight'
}
export const pollOver100: Page = {
  code: 'VA005', severity: 'error', title: 'a poll that adds up to more than 100',
  about: 'Answers are in percent and exclude each other. Published figures may miss 100 by rounding; beyond 102 something was counted twice.',
  message: (d) => `the answers of \`${d['poll']}\` add up to ${d['sum']}`,
  help: () => 'check the figures, and leave the undecided out: they are what is missing to 100'
}
export const noOtherwise: Page = {
  code: 'VA006', severity: 'error', title: 'a judgement that says nothing in some scenario',
  about: 'A judgement that differs by scenario ends with a range that holds otherwise: `[{if: {scenario: id}, is: [0.4, 0.6]}, [0.7, 0.9]]`.',
  message: () => 'this judgement does not say what holds otherwise',
  help: () => 'end the list with a number or range'
}
export const chancesOff: Page = {
  code: 'VA007', severity: 'error', title: 'chances that cannot add up to one',
  about: 'The outcomes of fighting on, and the types of a party, exclude each other and are all there is: their chances must be able to add up to 1.',
  message: (d) => `the chances of ${d['of']} lie between ${d['low']} and ${d['high']} in sum and cannot add up to 1`,
  help: () => 'adjust the chances'
}
export const badDivision: Page = {
  code: 'VA008', severity: 'error', title: 'a divisible issue without usable steps',
  about: 'A divisible issue runs from a lower to a higher amount, in at most 1000 steps.',
  message: (d) => `\`${d['issue']}\` cannot be divided from ${d['from']} to ${d['to']}`,
  help: () => 'make `from` less than `to`, and `step` positive and not too small'
}
