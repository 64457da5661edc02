import { z } from 'zod'
import { acceptanceShape } from './acceptance/acceptance-shape.ts'
import { bargained } from './bargaining/bargaining-shape.ts'
import { agreementShape } from './ceasefire/agreement-shape.ts'
import { draftShape } from './ceasefire/draft-shape.ts'
import { ceasefireLintShape } from './ceasefire/lint-shape.ts'
import { checked } from './check-schema.ts'
import { compared, comparedProposals } from './diff-schema.ts'
import { forecastShape } from './forecast/forecast-shape.ts'
import { gameShape } from './games/game-shape.ts'
import { zonesShape } from './geo/zones-shape.ts'
import { tabulated } from './matrix-schema.ts'
import { planShape } from './plan/plan-shape.ts'
import { dailyShape } from './record/daily-shape.ts'
import { hotlineShape } from './record/hotline-shape.ts'
import { meetingsShape } from './record/meetings-shape.ts'
import {
  recordDutiesShape,
  recordGatesShape,
  recordGroundShape,
  recordStatusShape
} from './record/record-state-shapes.ts'
import { refusedShape } from './shapes.ts'
import { solved } from './stability/stability-shape.ts'
import { strategyShape } from './strategy/strategy-shape.ts'
import { studyShape } from './study/study-shape.ts'
import { timetableShape } from './timetable/timetable-shape.ts'

// The promise of what `--format json` prints. Not behind the door of this folder: commands print,
// and need no zod to do so.

/** Commands whose JSON document has a published schema. */
export type Documented =
  | 'check'
  | 'diff'
  | 'matrix'
  | 'solve-stability'
  | 'solve-bargaining'
  | 'solve-study'
  | 'solve-acceptance'
  | 'solve-forecast'
  | 'solve-game'
  | 'solve-strategy'
  | 'plan'
  | 'ceasefire-lint'
  | 'ceasefire-compare'
  | 'ceasefire-draft'
  | 'plan-timetable'
  | 'ceasefire-zones'
  | 'record-hotline'
  | 'record-meetings'
  | 'record-daily'
  | 'record-status'
  | 'record-gates'
  | 'record-obligations'
  | 'record-withdrawals'

/**
 * What `--format json` prints, command by command: the whole answer, or the findings of a case with
 * errors.
 */
export const outputSchemas: Readonly<Record<Documented, z.ZodType>> = {
  check: z.union([checked, refusedShape('check')]),
  diff: z.union([compared, comparedProposals, refusedShape('diff')]),
  matrix: z.union([tabulated, refusedShape('matrix')]),
  'solve-stability': z.union([solved, refusedShape('solve stability')]),
  'solve-bargaining': z.union([bargained, refusedShape('solve bargaining')]),
  'solve-study': z.union([studyShape, refusedShape('solve study')]),
  'solve-acceptance': z.union([acceptanceShape, refusedShape('solve acceptance')]),
  'solve-forecast': z.union([forecastShape, refusedShape('solve forecast')]),
  'solve-game': gameShape,
  'solve-strategy': z.union([strategyShape, refusedShape('solve strategy')]),
  plan: z.union([planShape, refusedShape('plan')]),
  'ceasefire-lint': z.union([ceasefireLintShape, refusedShape('ceasefire lint')]),
  'ceasefire-compare': agreementShape,
  'ceasefire-draft': z.union([draftShape, refusedShape('ceasefire draft')]),
  'plan-timetable': z.union([timetableShape, refusedShape('plan timetable')]),
  'ceasefire-zones': z.union([zonesShape, refusedShape('ceasefire zones')]),
  'record-status': recordStatusShape,
  'record-gates': recordGatesShape,
  'record-obligations': recordDutiesShape,
  'record-withdrawals': recordGroundShape,
  'record-hotline': hotlineShape,
  'record-meetings': meetingsShape,
  'record-daily': dailyShape
}

/** The same as JSON Schema (draft 2020-12). */
export function outputJsonSchema(name: Documented): object {
  const { $schema, ...schema } = z.toJSONSchema(outputSchemas[name], {
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      delete jsonSchema['id']
      if (zodSchema._zod.def.type === 'tuple')
        Object.assign(jsonSchema, lengthOf(jsonSchema.prefixItems ?? []))
    }
  })
  return {
    $schema,
    title: `What truce ${name.replace('-', ' ')} --format json prints, format 1`,
    ...schema
  }
}

/** A tuple of this length and no other. */
const lengthOf = (items: readonly unknown[]): object => ({
  minItems: items.length,
  maxItems: items.length
})
