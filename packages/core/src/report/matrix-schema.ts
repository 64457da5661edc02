import { z } from 'zod'
import type { DocumentOf } from './shapes.ts'
import { chanceShape, headShape, ids, verdict } from './shapes.ts'

const walk = z.strictObject({
  party: z.string(),
  over: z.enum(['redline', 'no-deal', 'ratification']),
  id: z.string().describe("of the redline or the ratifying body; 'no-deal' for no deal"),
  chance: chanceShape
})

const cell = z.strictObject({
  account: z.string().describe('its name'),
  unknown: z
    .array(z.strictObject({ issue: z.string(), option: z.string().nullable() }))
    .describe(
      'terms that the account has no words for and that are left out; `option` is null where it does not know the issue'
    ),
  open: ids.describe(
    'issues of the account that stay open: the text is judged at its best completion'
  ),
  judged: z
    .strictObject({
      verdict,
      onTheLine: z.boolean().describe('more draws or another seed could turn the verdict'),
      p: chanceShape.describe('that all who must accept do'),
      standardError: z.number().min(0),
      unassessed: ids.describe(
        'parties with a body at home that no poll of the account speaks to: the verdict is likely at most'
      ),
      dead: ids.describe(
        'parties for whom it is dead on arrival; with something open, at the best way to fill it'
      ),
      walks: z
        .array(walk)
        .describe(
          'who would walk however open issues are filled, each over the strongest of its grounds, the strongest first'
        )
    })
    .nullable()
    .describe(
      "`verdict` (`onTheLine`: more draws or another seed could turn it), `p` that all who must accept do, `standardError`, `unassessed` parties, those for whom it is `dead`, who `walks`; null where the account knows none of the text's terms"
    )
})

/** What `matrix --format json` prints of cases without errors. */
export const tabulated = z.strictObject({
  ...headShape('matrix'),
  settings: z
    .strictObject({ draws: z.int().min(1), seed: z.int().min(0) })
    .describe('`draws` and `seed` of every account'),
  accounts: z
    .array(
      z.strictObject({
        name: z.string(),
        title: z.string(),
        view: z.string().nullable(),
        asOf: z.string()
      })
    )
    .describe('the cases in their order: the `name` each goes by here, `title`, whose `view`, day'),
  texts: z
    .array(
      z.strictObject({
        proposal: z.string().describe('its id'),
        title: z.string().describe('of the text'),
        by: z.string().nullable().describe('the source that proposes it'),
        side: z.string().nullable().describe('the party that this source speaks for'),
        date: z.string().nullable().describe('of the text'),
        own: ids.describe('the accounts that hold it among their proposals, with these terms'),
        cells: z.array(cell).describe('one for each account, in their order')
      })
    )
    .describe(
      'every proposal of every account, once where several hold it with the same terms, and under each account in `cells`: `judged`, `open` issues, `unknown` terms'
    )
})

/** The document of `matrix`. */
export type MatrixDocument = DocumentOf<typeof tabulated>
