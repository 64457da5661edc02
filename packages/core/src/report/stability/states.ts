import type { Analysis, Step, Witness } from '../../stability/index.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import {
  answerClauses,
  CONCEPT_NAMES,
  conceptMeaning,
  couldDo,
  routeHow,
  routeLonger,
  wordsOf
} from '../words/index.ts'
import type { GraphReported } from './graph-words.ts'
import {
  conceptList,
  deed,
  deeds,
  doneIn,
  isNamed,
  partyName,
  statementText,
  stateName,
  wishedDeed
} from './graph-words.ts'

import type { Falling, ToldState } from './told.ts'

/** A state that holds: why each party stays, the way there and what it hangs on. */
export function holdingBlocks(
  about: GraphReported,
  { state, under, every, stays, way, breaking, resting }: ToldState,
  { level, from }: { readonly level: 2 | 3; readonly from: number | undefined }
): readonly Block[] {
  const { say } = wordsOf(about)
  const name = isNamed(about, state) ? stateName(about, state) : say('holds.another')
  return [
    heading(level, say(every ? 'holds.every' : 'holds.some', { state: name })),
    paragraph(
      [
        ...(about.compiled.space.moveIds.length > 0
          ? [say('holds.done', { done: doneIn(about, state) })]
          : [say('holds.node', { state: about.compiled.space.label(state) })]),
        ...(every ? [] : [say('holds.where', { concepts: conceptList(about, under) })])
      ].join(' ')
    ),
    list(stays.flatMap((one) => reason(about, state, one))),
    ...(way === undefined ? [] : [paragraph(wayText(about, way, from))]),
    ...[breaking ? hangsOn(about, breaking) : '', resting ? restsOn(about, resting) : '']
      .filter((text) => text !== '')
      .map(paragraph)
  ]
}

/** Why a party stays, in one sentence; a further one counts moves that are met in the same way. */
function reason(
  about: GraphReported,
  from: number,
  { party, concept, witness }: ToldState['stays'][number]
): readonly string[] {
  const own = wordsOf(about)
  const { say } = own
  const name = partyName(about, party)
  if (!witness.stable) return []
  if (witness.because === 'no-move')
    return [say('witness.stays', { party: name, why: say('witness.no-move') })]
  if (witness.because === 'no-improvement') {
    const wishes = couldDo(
      own,
      witness.moves.map((to) => wishedDeed(about, { party, from, to }))
    )
    return [say('witness.stays', { party: name, why: say('witness.no-improvement', { wishes }) })]
  }
  const [answer, ...others] = witness.answers
  if (!answer) return [say('witness.stays.plain', { party: name })]
  const clauses = { ...answered(about, answer), ...(concept === 'sim' ? met(about, answer) : {}) }
  const stays = say('witness.stays.answered', {
    party: name,
    ...clauses
  })
  return [others.length === 0 ? stays : `${stays} ${say('witness.others', { n: others.length })}`]
}

type Answer = Extract<Witness, { readonly because: 'sanctioned' }>['answers'][number]

const answered = (about: GraphReported, answer: Answer): ReturnType<typeof answerClauses> =>
  answerClauses(
    wordsOf(about),
    {
      wish: (step: Step) => wishedDeed(about, step),
      deed: (step: Step) => deed(about, step)
    },
    { ...answer, sanction: deeds(about, answer.sanction) }
  )

/** Under SIM the others do not answer: they move at the same time, and nobody replies. */
function met(
  about: GraphReported,
  { sanction }: Answer
): Pick<ReturnType<typeof answerClauses>, 'answer' | 'end'> {
  const { say, list: listed } = wordsOf(about)
  return {
    answer: say('witness.answer.sim', {
      deeds: listed(sanction.map((step) => deed(about, step)))
    }),
    end: say('witness.end')
  }
}

function wayText(
  about: GraphReported,
  way: NonNullable<ToldState['way']> | null,
  from: number | undefined
): string {
  const own = wordsOf(about)
  const state = from === undefined ? '' : stateName(about, from)
  if (!way) return own.say('route.none', { state })
  return [
    own.say('route.from', { state, deeds: deeds(about, way.path), how: routeHow(own, way) }),
    ...routeLonger(own, way)
  ].join(' ')
}

/** How many exchanges of statements are told. */
const TOLD = 4

/** The exchanges of neighbouring statements that break a state; empty where nobody has several. */
function hangsOn(about: GraphReported, breaking: NonNullable<ToldState['breaking']>): string {
  const { say } = wordsOf(about)
  const written = about.compiled.preferences.some(({ statements }) => statements.length > 1)
  if (!written) return ''
  if (breaking.length === 0) return say('swap.none')
  const orders = breaking
    .slice(0, TOLD)
    .map(({ swap: { party, upper, lower }, under }) =>
      say('swap.order', {
        party: partyName(about, party),
        upper: statementText(about, party, upper),
        lower: statementText(about, party, lower),
        concepts: under.map((concept) => CONCEPT_NAMES[concept]).join(', ')
      })
    )
    .join('; ')
  const n = breaking.length - TOLD
  return say('swap.hangs', { orders: n > 0 ? say('list.semicolon', { list: orders, n }) : orders })
}

/** The statements without which a state does not hold; empty where it needs none of them. */
function restsOn(about: GraphReported, resting: NonNullable<ToldState['resting']>): string {
  const { say } = wordsOf(about)
  if (resting.length === 0) return ''
  const statements = resting
    .slice(0, TOLD)
    .map(({ omission: { party, omitted }, under }) =>
      say('omission.statement', {
        party: partyName(about, party),
        statement: statementText(about, party, omitted),
        concepts: under.map((concept) => CONCEPT_NAMES[concept]).join(', ')
      })
    )
    .join('; ')
  const n = resting.length - TOLD
  return say('omission.rests', {
    statements: n > 0 ? say('list.semicolon', { list: statements, n }) : statements
  })
}

/** The states with names that do not hold, with who leaves them; nothing where all hold. */
export function fallingBlocks(
  about: GraphReported,
  fallings: readonly Falling[],
  level: 2 | 3
): readonly Block[] {
  if (fallings.length === 0) return []
  return [
    heading(level, wordsOf(about).say('falls.title')),
    list(fallings.map((one) => fallingText(about, one)))
  ]
}

function fallingText(about: GraphReported, { state: at, leaves }: Falling): string {
  const { say } = wordsOf(about)
  const state = stateName(about, at)
  if (!leaves) return say('falls.some', { state })
  return say('falls.leaves', {
    state,
    meaning: conceptMeaning(wordsOf(about), leaves.concept),
    term: CONCEPT_NAMES[leaves.concept],
    leaves: leavingText(about, leaves.witness)
  })
}

/** Who leaves, by what deed, and why no answer holds it back. */
export function leavingText(
  about: GraphReported,
  { improvement, attempt }: NonNullable<Falling['leaves']>['witness']
): string {
  const { say } = wordsOf(about)
  return [
    say('witness.leaves', { deed: deed(about, improvement) }),
    ...(attempt?.reply
      ? [
          say('witness.near', {
            deeds: deeds(about, attempt.sanction),
            deed: deed(about, attempt.reply)
          })
        ]
      : [])
  ].join(' ')
}

/** How a state that holds is reached from what stands today; nothing where nothing starts. */
export function wayThere(
  about: GraphReported,
  { start, equilibria }: Analysis,
  state: number
): readonly string[] {
  if (!start || !equilibria.includes(state)) return []
  const { say } = wordsOf(about)
  if (state === start.state) return [say('way.here')]
  const route = start.routes.find(({ target }) => target === state)
  if (!route) return [say('way.none')]
  return [
    say(route.improvementsOnly ? 'way.improving' : 'way.mixed', { n: route.path.length }),
    ...routeLonger(wordsOf(about), route)
  ]
}
