import type { Best } from '../../bargaining/index.ts'
import type { Bargain } from '../../deals/bargain.ts'
import { listed } from '../words.ts'
import { partyAt } from './words.ts'

/** Below this, a number is rounding. */
const NOTHING = 1e-9

/**
 * Why no package can be better, with numbers that anybody can work out again; empty where there is
 * no such proof.
 */
export function proofText(about: Bargain, { certificate, value, standard }: Best): string {
  const { lambda, rootBound } = certificate
  if (!lambda || rootBound === undefined) return ''
  const found = `found ${figure(value)}${closing(certificate)}`
  const weights = listed(
    Array.from(lambda, (weight, party) => `${partyAt(about, party)} ${figure(weight)}`)
  )
  switch (standard) {
    case 'nash': {
      const n = lambda.length
      const sum =
        n * (rootBound * lambda.reduce((product, weight) => product * weight, 1)) ** (1 / n)
      return `gains in points weighed by ${weights} sum to ${figure(sum)} at most; so their product is at most (${figure(sum)} / ${n}) to the power ${n}, divided by the product of the weights: ${figure(rootBound)}; ${found}.`
    }
    case 'maxMin':
      return `shares of what each could gain at best, weighed by ${weights}, sum to ${figure(rootBound)} at most, and so does the least share; ${found}.`
    case 'egalitarian':
      return `gains in points weighed by ${weights} sum to ${figure(rootBound)} at most, and so does the least gain; ${found}.`
    default:
      return lambda.every((weight) => weight < NOTHING)
        ? `gains in points sum to ${figure(rootBound)} at most; ${found}.`
        : `gains in points, weighed by 1 and besides by ${weights}, sum to ${figure(rootBound)} at most; ${found}.`
  }
}

function closing({ by, gap, nodes = 0, complete }: Best['certificate']): string {
  if (by === 'frontier')
    return ', and the list of all efficient packages shows that nothing is better'
  const left = gap < NOTHING ? 'nothing' : `${(100 * gap).toPrecision(2)} per cent`
  return complete
    ? `, and looking into ${nodes} parts of the space left ${left} between it and the best`
    : `; the search stopped after ${nodes} parts of the space, and the best may be ${left} better`
}

const figure = (number: number): string =>
  Math.abs(number) < NOTHING ? '0' : String(Number(number.toPrecision(6)))
