import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/forecast/expected-utility.ts'
import { euRound, meanPosition, medianPosition } from '../../src/forecast/expected-utility.ts'
import { riskAware, spatialValue } from '../../src/forecast/spatial.ts'
import { published } from '../published.ts'

type By<T> = Readonly<Record<string, T>>

interface Emissions {
  readonly input: readonly {
    readonly actor: string
    readonly capability: number
    readonly position: number
    readonly salience: number
  }[]
  readonly positionRange: number
  readonly initial: { readonly median: number; readonly mean: number }
  readonly rounds: readonly {
    readonly positionsBefore: By<number>
    readonly riskExponent: By<number>
    readonly probability: By<By<number>>
    readonly euOwnView: By<By<number>>
    readonly euOtherAsSeenByOwn: By<By<number>>
    readonly acceptedOffer: By<{
      readonly type: string
      readonly from: string
      readonly newPosition: number
      readonly euOwn: number
      readonly euOther: number
    } | null>
    readonly positionsAfter: By<number>
    readonly median: number
    readonly mean: number
  }[]
}

interface Comparison {
  readonly mean: readonly number[]
  readonly median: readonly number[]
}

const results = published('forecast', 'bdm-scholz-jmckib-emissions.json')
const reading = { capitulation: 'never' } as const

describe.skipIf(!results.there)(results.there ? 'ten states on car emissions' : results.why, () => {
  const told = results.there
    ? results.read<Emissions>('bdm-scholz-jmckib-emissions.json')
    : { input: [], rounds: [], positionRange: 1, initial: { median: 0, mean: 0 } }
  const start: readonly Actor[] = told.input.map(({ actor, ...one }) => ({ party: actor, ...one }))
  const names = start.map(({ party }) => party)
  const moved = (actors: readonly Actor[], after: readonly number[]): readonly Actor[] =>
    actors.map((actor, i) => ({ ...actor, position: after[i] as number }))

  it('begin at the published median and mean', () => {
    expect(medianPosition(start)).toBeCloseTo(told.initial.median, 12)
    expect(meanPosition(start)).toBeCloseTo(told.initial.mean, 12)
  })

  it('expect, offer and move as published, for five rounds', () => {
    let actors = start
    for (const round of told.rounds) {
      const found = euRound(actors, told.positionRange, reading)
      names.forEach((name, i) => {
        expect(found.before[i]).toBeCloseTo(round.positionsBefore[name] as number, 9)
        expect(found.risk[i]).toBeCloseTo(round.riskExponent[name] as number, 9)
        names.forEach((other, j) => {
          if (i === j) return
          expect(found.chance[i]?.[j]).toBeCloseTo(round.probability[name]?.[other] as number, 9)
          expect(found.own[i]?.[j]).toBeCloseTo(round.euOwnView[name]?.[other] as number, 9)
          expect(found.other[i]?.[j]).toBeCloseTo(
            round.euOtherAsSeenByOwn[name]?.[other] as number,
            9
          )
        })
        const offer = round.acceptedOffer[name]
        const move = found.moves.find(({ mover }) => mover === i)
        expect(move?.how).toBe(offer?.type)
        if (offer && move) {
          expect(names[move.by]).toBe(offer.from)
          expect(move.to).toBeCloseTo(offer.newPosition, 9)
          expect(move.own).toBeCloseTo(offer.euOwn, 9)
          expect(move.other).toBeCloseTo(offer.euOther, 9)
        }
        expect(found.after[i]).toBeCloseTo(round.positionsAfter[name] as number, 9)
      })
      expect(found.median).toBeCloseTo(round.median, 9)
      expect(found.mean).toBeCloseTo(round.mean, 9)
      actors = moved(actors, found.after)
    }
  })

  it('go on as published for ten rounds', () => {
    const { mean, median } = results.read<Comparison>('bdm-published-comparison.json')
    let actors = start
    for (const [round, expected] of mean.slice(1).entries()) {
      const found = euRound(actors, told.positionRange, reading)
      expect(found.mean).toBeCloseTo(expected, 3)
      expect(found.median).toBeCloseTo(median[round + 1] as number, 3)
      actors = moved(actors, found.after)
    }
  })
})

interface Ktab {
  readonly input: string
  readonly firstIteration: {
    readonly riskNeutralValue: readonly (readonly number[])[]
    readonly riskAttitude: readonly (readonly number[])[]
    readonly riskAwareUtility: readonly (readonly number[])[]
  }
}

describe.skipIf(!results.there)(results.there ? 'the spatial model' : results.why, () => {
  it('has the values, attitudes and utilities of another program, to what it prints', () => {
    const { input, firstIteration } = results.read<Ktab>('ktab-smp-dummyData_3Dim.json')
    const rows = input
      .trim()
      .split('\n')
      .slice(2)
      .map((line) => line.split(',').slice(3, 9).map(Number))
    const actors = rows.map((row) => ({
      at: [0, 2, 4].map((k) => (row[k] as number) / 100),
      salience: [1, 3, 5].map((k) => row[k] as number)
    }))
    actors.forEach((actor, i) => {
      const risk = firstIteration.riskAttitude[i]?.[0] as number
      actors.forEach(({ at }, j) => {
        const value = spatialValue(actor, at)
        expect(Math.abs(value - (firstIteration.riskNeutralValue[i]?.[j] as number))).toBeLessThan(
          6e-4
        )
        const aware = firstIteration.riskAwareUtility[i]?.[j] as number
        expect(Math.abs(riskAware(value, risk) - aware)).toBeLessThan(1e-3)
      })
    })
  })

  it('has the utilities of a second scenario', () => {
    const { firstIteration } = results.read<Ktab>('ktab-smp-smpExample.json')
    for (const [i, row] of firstIteration.riskAwareUtility.entries())
      for (const [j, told] of row.entries()) {
        const value = firstIteration.riskNeutralValue[i]?.[j] as number
        const risk = firstIteration.riskAttitude[i]?.[0] as number
        expect(Math.abs(riskAware(value, risk) - told)).toBeLessThan(2e-3)
      }
  })
})
