import type { Analysis } from '../../stability/index.ts'
import type { Block } from '../blocks.ts'
import { heading, list } from '../blocks.ts'
import { proposalTitle, wordsOf } from '../words/index.ts'
import { conceptList, type GraphReported } from './graph-words.ts'
import { leavingText, wayThere } from './states.ts'
import { concepts, defined, fallings } from './told.ts'

/**
 * What matters for a reader's proposal before any list of states: whether what it leads to would
 * hold, from where it is reached, and who would leave. Nothing where no state means a proposal.
 */
export function outlookBlocks(about: GraphReported, result: Analysis): readonly Block[] {
  const { source, compiled } = about
  const { say } = wordsOf(about)
  const meaning = source.proposals.flatMap((proposal) =>
    compiled.named
      .filter(({ means }) => means === proposal.id)
      .map(({ id, state }) => ({ id, state, means: proposal.id }))
  )
  if (meaning.length === 0) return []
  return [
    heading(2, say('outlook.title')),
    list(
      meaning.map(({ id, state, means }) =>
        [
          say('outlook.leads', { proposal: proposalTitle(source, means), state: id }),
          ...lastingText(about, result, state),
          ...wayThere(about, result, state)
        ].join(' ')
      )
    )
  ]
}

function lastingText(about: GraphReported, result: Analysis, state: number): readonly string[] {
  const { say } = wordsOf(about)
  const under = concepts(result, state)
  const asked = defined(result)
  if (under.length === 0) {
    const found = fallings(result).find((one) => one.state === state)
    return found?.leaves
      ? [say('outlook.no', { leaves: leavingText(about, found.leaves.witness) })]
      : [say('outlook.no.somebody')]
  }
  if (under.length === asked.length) return [say('outlook.yes')]
  return [
    say('outlook.some', {
      holding: conceptList(about, under),
      failing: conceptList(
        about,
        asked.filter((one) => !under.includes(one))
      )
    })
  ]
}
