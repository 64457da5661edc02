import { z } from 'zod'
import { ids } from './shapes.ts'

/** What was put in, in a document. */
export const putInShape = z
  .strictObject({
    issues: z.array(
      z.strictObject({
        issue: z.string(),
        left: ids,
        barred: z.array(
          z.strictObject({ options: ids, by: ids, together: z.boolean(), complete: z.boolean() })
        )
      })
    ),
    unknown: ids
  })
  .meta({
    id: 'put-in',
    description:
      'What rules and redlines leave no choice about in any admissible package: issues of which only some options are `left`, the options `barred` and the rules (by their place) and redlines that do so, each alone or, where `together`, only together (not `complete` where the search ended at its limit: then others may do so alone as well, and some of those named together may not be needed); `unknown`: issues of which the search ended before it could tell.'
  })
