import type { Best } from '../../bargaining/index.ts'
import type { Bargain } from '../../deals/bargain.ts'
import type { Words } from '../words/index.ts'
import { partyAt } from './deal-names.ts'

/** Below this, a number is rounding. */
const NOTHING = 1e-9

/**
 * Why no package can be better, with numbers that anybody can work out again; empty where there is
 * no such proof.
 */
export function proofText(
  words: Words,
  about: Bargain,
  { certificate, value, standard }: Best
): string {
  const { say, list } = words
  const { lambda, rootBound } = certificate
  if (!lambda || rootBound === undefined) return ''
  const said = {
    found: closing(words, certificate, figure(value)),
    weights: list(
      Array.from(lambda, (weight, party) => `${partyAt(about, party)} ${figure(weight)}`)
    ),
    bound: figure(rootBound)
  }
  switch (standard) {
    case 'nash': {
      const n = lambda.length
      const product = lambda.reduce((all, weight) => all * weight, 1)
      return say('proof.nash', { ...said, n, sum: figure(n * (rootBound * product) ** (1 / n)) })
    }
    case 'maxMin':
    case 'egalitarian':
      return say(`proof.${standard}`, said)
    default:
      return say(
        lambda.every((weight) => weight < NOTHING) ? 'proof.sum' : 'proof.sum.weighed',
        said
      )
  }
}

/** How far a package found by integer programming may be from the best; empty where it is not. */
export function openText({ say }: Words, { certificate, value }: Best): string {
  const { by, gap, bound, complete } = certificate
  if (by !== 'integer programming' || complete) return ''
  if (gap < NOTHING) return say('proof.open.next', { value: figure(value) })
  const left =
    Math.abs(value) >= 1
      ? say('proof.share', { share: (100 * gap).toPrecision(2) })
      : figure(bound - value)
  return say('proof.open', { value: figure(value), left, bound: figure(bound) })
}

function closing(
  { say }: Words,
  { by, gap, nodes = 0, complete }: Best['certificate'],
  value: string
): string {
  if (by === 'frontier') return say('proof.frontier', { value })
  const left =
    gap < NOTHING ? say('proof.nothing') : say('proof.share', { share: (100 * gap).toPrecision(2) })
  return say(complete ? 'proof.complete' : 'proof.stopped', { value, nodes, left })
}

const figure = (number: number): string =>
  Math.abs(number) < NOTHING ? '0' : String(Number(number.toPrecision(6)))
