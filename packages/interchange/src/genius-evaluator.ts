import { Refusal } from './deal-case-refusal.ts'
import { numberIn } from './genius-number.ts'
import type { Element } from './genius-xml.ts'
import { plainText } from './patterns.ts'

/**
 * What a number of an integer or real issue is worth, given the low end of the range;
 * before any clamping.
 */
export type Evaluator = (value: number, low: number) => number

/**
 * The function of an `evaluator`, as GENIUS computes it: an integer issue counts from the low end
 * of its range (`offset`, `slope`), a real one from zero (`parameter0`, `parameter1`); a triangle
 * rises from parameter0 to its top, parameter2, and falls to parameter1.
 */
export function evaluatorOf(where: string, { attributes }: Element): Evaluator {
  const kind = attributes.get('ftype') ?? 'linear'
  const number = (name: string): number => {
    const text = attributes.get(name)
    if (text === undefined)
      throw new Refusal(`${where}: its \`evaluator\` has no ${name}: give it one`)
    return numberIn(`${where}, \`evaluator\``, name, text)
  }
  if (kind === 'linear' && attributes.has('slope')) {
    const [offset, slope] = [number('offset'), number('slope')]
    return (value, low) => offset + slope * (value - low)
  }
  if (kind === 'linear') {
    const [constant, slope] = [number('parameter0'), number('parameter1')]
    return (value) => constant + slope * value
  }
  if (kind === 'constant') {
    const constant = number('parameter0')
    return () => constant
  }
  if (kind === 'triangular')
    return triangle(number('parameter0'), number('parameter1'), number('parameter2'))
  throw new Refusal(
    `${where}: its \`evaluator\` is of type \`${plainText(kind)}\`, which is not known here: use linear, constant or triangular`
  )
}

function triangle(low: number, high: number, top: number): Evaluator {
  return (value) => {
    if (value === top) return 1
    if (value <= low || value >= high) return 0
    return value < top ? (value - low) / (top - low) : (high - value) / (high - top)
  }
}
