import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { InWords } from '../words/index.ts'
import { count, inPercent, nameOf, signed } from '../words/index.ts'
import type { PlanFound } from './plan-shape.ts'
import type { OrderFound } from './plan-words.ts'
import { stepName, stepNumber } from './step-names.ts'

type FailingFound = NonNullable<OrderFound['failing']>

/** What follows from what is supposed to fail; nothing where that was not asked. */
export function failingBlocks(
  about: InWords,
  { settings }: PlanFound,
  found: OrderFound
): readonly Block[] {
  const { failing } = found
  if (!failing) return []
  const { say, list: listed } = about.words
  const what = failing.fails
  return [
    heading(2, say('failing.title', { what })),
    list(failingLines(about, failing, found)),
    paragraph(
      [
        firstWords(about, failing, found),
        say('failing.draws', { share: inPercent(failing.nobody), draws: count(settings.draws) })
      ].join(' ')
    ),
    paragraph(say('failing.lead')),
    table(
      [
        say('failing.column.party'),
        say('failing.column.gave'),
        say('failing.column.then'),
        say('failing.column.rest'),
        say('failing.column.whole'),
        say('failing.column.stops')
      ],
      failing.parties.map((one) => [
        nameOf(about.source, one.party),
        listed(one.handed),
        say('failing.figure', {
          centre: signed(one.byThen),
          low: signed(one.low),
          high: signed(one.high)
        }),
        signed(one.afterAll),
        signed(one.whole),
        inPercent(one.stops)
      ])
    )
  ]
}

function failingLines(
  { words }: InWords,
  { fails, missing, shut, done, left }: FailingFound,
  found: OrderFound
): readonly string[] {
  const { say } = words
  const told = (steps: readonly (readonly string[])[]): string =>
    words.list(
      steps.map((step) =>
        say('failing.step', { n: stepNumber(found, step), what: stepName(words, step) })
      )
    )
  if (missing.length === 0) return [say('failing.nothing', { what: fails })]
  return [
    say('failing.missing', { steps: told(missing) }),
    ...(shut.length > 0 ? [say('failing.shut', { gates: words.list(shut) })] : []),
    done.length > 0 ? say('failing.done', { steps: told(done) }) : say('failing.done.nothing'),
    left.length > 0 ? say('failing.left', { steps: told(left) }) : say('failing.left.nothing')
  ]
}

function firstWords(
  { words, source }: InWords,
  { stops }: FailingFound,
  found: OrderFound
): string {
  const [first] = stops
  if (!first) return words.say('failing.first.nobody')
  const who = words.list(
    stops.map(({ party, slack }) =>
      words.say('failing.gain', { party: nameOf(source, party), points: (-slack).toFixed(1) })
    )
  )
  return first.step === null
    ? words.say('failing.first.end', { who })
    : words.say('failing.first', { n: stepNumber(found, first.step), who })
}
