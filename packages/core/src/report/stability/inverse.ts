import type { Analysis, Concept, InverseAnswer } from '../../stability/index.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import { CONCEPT_NAMES, changesCell, conceptWords, listedUpTo, wordsOf } from '../words/index.ts'
import type { GraphReported } from './graph-words.ts'
import { doneIn, isNamed, partyName, stateName } from './graph-words.ts'

/** What would have to change in the parties' preferences for a state to hold. */
export function inverseBlocks(about: GraphReported, { inverse }: Analysis): readonly Block[] {
  if (!inverse) return []
  const { say } = wordsOf(about)
  const named = isNamed(about, inverse.state)
  const title = heading(
    2,
    named
      ? say('inverse.title', { state: stateName(about, inverse.state) })
      : say('inverse.title.this')
  )
  const what = named ? [] : [paragraph(say('holds.done', { done: doneIn(about, inverse.state) }))]
  if (inverse.byConcept.every(({ swaps }) => swaps === 0))
    return [title, ...what, paragraph(say('inverse.needless'))]
  const rows = inverse.byConcept.map((one) => [
    conceptWords(wordsOf(about), one.concept),
    swapsCell(about, one),
    one.changed.map(({ party, swaps }) => `${partyName(about, party)} ${swaps}`).join(', ') || '-',
    statementsCell(about, inverse, one.concept)
  ])
  return [
    title,
    ...what,
    table(
      [
        say('coalition.concept'),
        say('inverse.swaps'),
        say('inverse.whose'),
        say('inverse.statements')
      ],
      rows
    ),
    ...lowered(about, inverse).map(paragraph),
    ...rankings(about, inverse)
  ]
}

type Swaps = InverseAnswer['byConcept'][number]

function swapsCell(about: GraphReported, { swaps, atLeast, exact }: Swaps): string {
  if (swaps === 0) return wordsOf(about).say('inverse.holds')
  const possible = swaps !== undefined || atLeast !== Number.POSITIVE_INFINITY
  return changesCell(wordsOf(about), { least: atLeast, most: swaps, exact, possible })
}

function statementsCell(
  about: GraphReported,
  { statements }: InverseAnswer,
  concept: Concept
): string {
  const found = statements.find((one) => one.concept === concept)?.found
  if (!found) return '-'
  return changesCell(wordsOf(about), {
    least: found.atLeast,
    most: found.moves?.length,
    exact: true,
    possible: found.moves !== undefined || found.atLeast !== Number.POSITIVE_INFINITY
  })
}

function lowered(about: GraphReported, { byConcept, state }: InverseAnswer): readonly string[] {
  const own = wordsOf(about)
  return byConcept.flatMap(({ concept, changed }) =>
    changed.map((one) =>
      own.say('inverse.lowered', {
        concept: CONCEPT_NAMES[concept],
        party: partyName(about, one.party),
        states: listedUpTo(
          own,
          one.lowered.map((s) => stateName(about, s))
        ),
        state: stateName(about, state)
      })
    )
  )
}

function rankings(about: GraphReported, { rankings: all }: InverseAnswer): readonly Block[] {
  const { say } = wordsOf(about)
  const counts = all
    .filter(({ holding }) => holding > 0)
    .map(({ party, concept, of, holding }) => [
      partyName(about, party),
      CONCEPT_NAMES[concept],
      say('inverse.of', { holding, of })
    ])
  return counts.length === 0
    ? []
    : [
        paragraph(say('inverse.orders')),
        table([say('inverse.party'), say('coalition.concept'), say('inverse.rankings')], counts)
      ]
}
