import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Case } from '../../src/model/case.ts'
import { caseOfField, fieldGroundOf, RecordState } from '../../src/record/index.ts'
import { caseIn } from '../folder.ts'
import { tried } from '../laws.ts'
import { anyEntry, tellDrawn } from './drawn-entries.ts'

const source = caseIn('ukraine/2024-maitra')

it('tells whoever only files who the parties are, and nothing else of the case', () => {
  const ground = fieldGroundOf(source)
  expect(Object.keys(ground)).toEqual(['parties', 'zone'])
  for (const party of ground.parties) expect(Object.keys(party)).toEqual(['id', 'name', 'kind'])
  expect(ground.parties.map(({ id }) => id)).toEqual([...source.parties.keys()])
  const field = caseOfField(JSON.parse(JSON.stringify(ground)))
  expect(fieldGroundOf(field).parties).toEqual(ground.parties)
  expect(field.stances.size + field.issues.length + field.proposals.length).toBe(0)
})

it('lets a record be folded to the same incidents as the whole case does', () => {
  const field = caseOfField(fieldGroundOf(source))
  tried(
    fc.property(fc.array(anyEntry, { maxLength: 30 }), (drawn) => {
      const told = tellDrawn(drawn)
      const folded = (over: Case) => {
        const state = new RecordState(over)
        for (const entry of told) state.apply(entry)
        return [...state.incidents.all()]
      }
      expect(folded(field)).toEqual(folded(source))
    }),
    { seed: 21, runs: 34, seeds: 30 }
  )
})
