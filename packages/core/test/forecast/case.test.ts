import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { forecastOf } from '../../src/forecast/index.ts'
import { caseOfText } from '../arbitrary.ts'

const TEXT = readFileSync(
  new URL('../../../../docs/method/forecast-example/case.yaml', import.meta.url),
  'utf8'
)
const settings = { rounds: 10, draws: 40, seed: 3, dependence: 'independent' } as const

const forecast = (text: string) => forecastOf(caseOfText([['case.yaml', text]]), settings)

it('takes places, weights and capabilities from the case', () => {
  const [dues] = forecast(TEXT).issues
  expect(
    dues?.actors.map(({ party, position, capability, salience }) => [
      party,
      position,
      capability,
      salience
    ])
  ).toEqual([
    ['coast', 1, 80, 0.6],
    ['hills', 0, 80, 0.9],
    ['islands', 0.75, 90, 0.5],
    ['lender', 1, 30, 0.1]
  ])
})

it('takes the mean place of best options that tie', () => {
  const tied = TEXT.replace('half: 80, most: 100', 'half: 100, most: 100')
  expect(forecast(tied).issues[0]?.actors[2]).toMatchObject({
    position: 0.625,
    best: ['half', 'most']
  })
})

it('comes out the same in every draw where nothing is uncertain', () => {
  const [dues] = forecast(TEXT.replace(/\[(\d+), (\d+), (\d+)\]/g, '$2')).issues
  expect(dues?.drawn.endings).toEqual({ settled: 0, cycle: 1, open: 0 })
  expect(dues?.drawn.ends.find(({ option }) => option === dues.ends)?.share).toBe(1)
})

it('leaves out whose capability is not said, and issues without a dispute', () => {
  const less = TEXT.replace(', capability: [20, 30, 40]', '')
  expect(forecast(less).issues[0]).toMatchObject({ unknown: ['lender'] })
  const alone = TEXT.replace(/, capability: \[[78]0, [89]0, \d+\]/g, '')
  const { issues, undisputed } = forecast(alone)
  expect(issues).toEqual([])
  expect(undisputed.map(({ issue }) => issue.id)).toEqual(['dues'])
})
