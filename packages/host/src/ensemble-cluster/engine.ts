import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'
import { VERSION } from '@truce/core/model'

/** What two computers must have in common to compute the same bits. */
export interface Engine {
  readonly version: string
  /** A digest of what the functions of arithmetic answer here, and of how parts are written. */
  readonly arithmetic: string
}

const TRIED = 400

/** Functions whose last bits a language leaves to whoever builds it. */
const INEXACT: readonly ((x: number) => number)[] = [
  Math.exp,
  Math.expm1,
  (x) => Math.log(Math.abs(x)),
  (x) => Math.log1p(Math.abs(x)),
  (x) => Math.abs(x) ** 0.37,
  Math.sin,
  Math.cos,
  Math.tan,
  Math.atan,
  Math.cbrt,
  Math.tanh,
  (x) => Math.hypot(x, 1.1)
]

let here: Engine | undefined

/** Of this computer. Two that differ in nothing it tries may still differ: parts are compared too. */
export function engineHere(): Engine {
  here ??= { version: VERSION, arithmetic: arithmetic() }
  return here
}

function arithmetic(): string {
  const answers = Float64Array.from({ length: TRIED * INEXACT.length }, (_, at) => {
    const x = Math.floor(at / INEXACT.length) * 0.0731 - 14.6
    return INEXACT[at % INEXACT.length]?.(x) ?? 0
  })
  return createHash('sha256').update(serialize(answers)).digest('hex').slice(0, 16)
}

/** Whether both are the same. */
export const sameEngine = (a: Engine, b: Engine): boolean =>
  a.version === b.version && a.arithmetic === b.arithmetic
