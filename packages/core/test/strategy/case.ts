import { expect } from 'vitest'
import { askStrategy } from '../../src/ask/strategy.ts'
import { readCase } from '../../src/case/read.ts'
import type { StrategyFound } from '../../src/strategy/index.ts'

/** The strategy of a case in one text. */
export function strategyIn(text: string, draws = 400): StrategyFound {
  const reading = readCase([{ name: 'case.yaml', text }])
  expect(reading.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const answer = askStrategy({ ...reading, hash: 'sha256:0' }, { draws, seed: 3 })
  if (answer.refused) throw new Error('the case has errors')
  return answer.result
}

/** Two who share a pie: each wins with some chance, and war costs each something. In percent. */
export const pie = (noDeals: {
  readonly north: string
  readonly south: string
  readonly more?: string
}): string => `
truce: 1
title: A pie
as-of: 2024-06-15
required: [north, south]
sources: {own: {title: Our own, kind: assumption}}
parties:
  north: {name: North, kind: state, role: belligerent}
  south: {name: South, kind: state, role: belligerent}
issues:
  share: {title: Share of North, ordered: true, options: {${SHARES.map((x) => `s${x}: "${x}"`).join(', ')}}}
stances:
  north:
    interests: {share: {weight: 1, values: {${SHARES.map((x) => `s${x}: ${x}`).join(', ')}}, source: own}}
    no-deal: {base: ${noDeals.north}, source: own}
  south:
    interests: {share: {weight: 1, values: {${SHARES.map((x) => `s${x}: ${100 - x}`).join(', ')}}, source: own}}
    no-deal: {base: ${noDeals.south}, source: own}
proposals:
${SHARES.map((x) => `  p${x}: {title: "${x}", terms: {share: s${x}}}`).join('\n')}
${noDeals.more ?? ''}`

const SHARES = Array.from({ length: 21 }, (_, k) => 5 * k)
