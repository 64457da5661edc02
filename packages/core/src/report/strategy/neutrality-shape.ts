import { z } from 'zod'
import { ids } from '../shapes.ts'

const verdict = z.enum(['permitted', 'breach', 'party', 'disputed'])

const act = z.strictObject({
  by: z.string(),
  toward: z.string(),
  act: z.string(),
  source: z.string().nullable()
})

/** What a school says, without the act it is said of. */
const answer = z.strictObject({
  act: z.string(),
  axis: z.enum(['neutrality', 'party', 'force', 'complicity']),
  school: z.string(),
  verdict,
  if: z.string().nullable().describe('the fact that the answer hangs on'),
  otherwise: verdict.nullable().describe('the answer where that does not hold'),
  confidence: z.enum(['high', 'medium', 'low']),
  how: z.enum(['read', 'derived', 'memory']),
  sources: z.array(z.string()).describe('by title and date'),
  place: z.string().nullable().describe('the articles meant')
})

/** The part of `solve strategy` about third states: never one answer. */
export const neutralityShape = z.strictObject({
  acts: z
    .array(z.strictObject({ act: z.string(), answers: z.array(answer) }))
    .describe('each kind of act told of, with what every school that speaks to it says'),
  thirds: z
    .array(
      z.strictObject({
        party: z.string(),
        toward: z.string(),
        noState: ids.describe('which of the two is no state'),
        days: z.array(
          z.strictObject({
            date: z.string(),
            acts: z.array(act),
            changes: z
              .array(z.strictObject({ from: answer.nullable(), to: answer }))
              .describe('schools whose answer about the state the acts of this date changed')
          })
        ),
        undated: z.array(act)
      })
    )
    .describe('by third state and belligerent'),
  claims: z
    .array(
      z.strictObject({
        kind: z.enum(['redline', 'signal', 'act']),
        claimant: z.string(),
        source: z.string().nullable(),
        at: z.string().describe('where in the case it stands')
      })
    )
    .describe('what belligerents say of others; counted nowhere'),
  aside: z.array(act).describe('acts of a belligerent, or toward nobody who fights')
})
