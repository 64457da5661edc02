import { proposalTitle, STRONGEST } from '@truce/core/report/words'
import type { StabilityDocument, Standing } from './document.ts'
import type { About, Words } from './words.ts'
import { steps } from './words.ts'

/**
 * What matters for a reader's proposal before any list of states, in the sentences of the report:
 * whether what it leads to would hold, from where it is reached, and who would leave.
 */
export function outlook(
  { source }: Pick<About, 'source'>,
  { words, standing }: { readonly words: Words; readonly standing: Standing },
  document: StabilityDocument
): readonly string[] {
  const { say } = words.said
  return source.proposals.flatMap((proposal) =>
    Object.entries(document.named)
      .filter(([, { means }]) => means === proposal.id)
      .map(([id, { state }]) =>
        [
          say('outlook.leads', { proposal: proposalTitle(source, proposal.id), state: id }),
          lasting(words, standing, { document, state }),
          ...way(words, document, state)
        ].join(' ')
      )
  )
}

interface At {
  readonly document: StabilityDocument
  readonly state: string
}

function lasting(words: Words, standing: Standing, { document, state }: At): string {
  const { say } = words.said
  const under = standing.all.get(state) ?? []
  if (under.length === standing.defined.length) return say('outlook.yes')
  const failing = standing.defined.filter((one) => !under.includes(one))
  if (under.length > 0)
    return say('outlook.some', {
      holding: words.list(under.map(words.concept)),
      failing: words.list(failing.map(words.concept))
    })
  const leaves = leaving(words, document, state)
  return leaves === '' ? say('outlook.no.somebody') : say('outlook.no', { leaves })
}

/** Who leaves a state even in the sense that asks least; empty where that is not told. */
function leaving(words: Words, { witnesses }: StabilityDocument, state: string): string {
  for (const concept of STRONGEST.toReversed())
    for (const [party, told] of Object.entries(witnesses[state] ?? {})) {
      const witness = told[concept]
      if (witness && !witness.stable) return steps(words, witness, { party, state }).join(' ')
    }
  return ''
}

function way(words: Words, { statusQuo }: StabilityDocument, state: string): readonly string[] {
  const route = statusQuo?.reaches[state]
  if (!statusQuo || !route) return []
  const { say } = words.said
  const n = route.path.length
  if (n === 0) return [say('way.here')]
  return [say(route.improvementsOnly ? 'way.improving' : 'way.mixed', { n })]
}
