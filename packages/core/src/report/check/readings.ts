import type { CheckResult, ProposalResult, ReadingsResult } from '../../check/check-result.ts'
import type { ReadingSummary, Told } from '../../check/readings/index.ts'
import { AS_STATED } from '../../check/readings/index.ts'
import type { Verdict } from '../../worth/verdict.ts'
import type { Rich, Words } from '../words/index.ts'
import {
  chance,
  choiceWords,
  count,
  joined,
  optionWords,
  tellingChoices,
  verdictMark
} from '../words/index.ts'
import type { CheckReported } from './about.ts'

/** How often each verdict is given, how far the chance reaches, and what moves it most. */
export function readingLines(
  { words, source }: Pick<CheckReported, 'words' | 'source'>,
  { proposal, verdict }: ProposalResult,
  readings: ReadingsResult | undefined
): Rich {
  const read = readings?.proposals.get(proposal.id)
  if (!read || !readings) return ''
  const share = (one: Verdict): number =>
    read.verdicts.find((other) => other.verdict === one)?.share ?? 0
  const others = read.verdicts.filter((one) => one.verdict !== verdict)
  const { rich, say } = words
  return joined(
    [
      joined(
        [
          rich('readings.verdict', {
            verdict: [verdictMark(words, verdict)],
            share: percent(share(verdict)),
            n: count(readings.judged)
          }),
          ...others.map((one) =>
            rich('readings.other', {
              verdict: [verdictMark(words, one.verdict)],
              share: percent(one.share)
            })
          )
        ],
        ', '
      ),
      say('readings.reach', {
        least: chance(read.least),
        median: chance(read.median),
        greatest: chance(read.greatest)
      }),
      ...moving({ words, source }, read),
      ...wordLines({ words }, readings.words.get(proposal.id) ?? [])
    ],
    '\n'
  )
}

/** In what share of the readings the verdict is as printed, for a table. */
export function sameVerdict(
  { proposal, verdict }: ProposalResult,
  { proposals }: ReadingsResult
): string {
  const shares = proposals.get(proposal.id)?.verdicts ?? []
  return percent(shares.find((one) => one.verdict === verdict)?.share ?? 0)
}

/** What readings are, and how many there are here. */
export const readingNote = ({ say }: Words, { judged, outOf }: ReadingsResult): string =>
  BigInt(judged) === outOf
    ? say('readings.note', { n: count(judged) })
    : say('readings.note.sampled', { n: count(judged), outOf: count(outOf) })

/** What moves the verdicts most, over all proposals: for the first lines of a report. */
export function mostMoving(
  about: Pick<CheckReported, 'words' | 'source'>,
  { proposals, readings }: CheckResult
): readonly string[] {
  return proposals.flatMap(({ proposal }) => {
    const read = readings?.proposals.get(proposal.id)
    const most = read ? tellingChoices(read.told, read.verdicts) : []
    return most.length === 0
      ? []
      : [
          about.words.say('readings.depends', {
            proposal: proposal.id,
            choices: about.words.list(most.map((one) => explained(about, one)))
          })
        ]
  })
}

function moving(
  about: Pick<CheckReported, 'words' | 'source'>,
  read: ReadingSummary
): readonly string[] {
  return tellingChoices(read.told, read.verdicts).map((one) =>
    about.words.say('readings.moves', {
      choice: explained(about, one),
      options: one.options
        .map(({ option, mean }) =>
          about.words.say('readings.option', {
            option: optionWords(about, one.choice, option),
            chance: chance(mean)
          })
        )
        .join(', ')
    })
  )
}

const explained = (about: Pick<CheckReported, 'words' | 'source'>, one: Told): string =>
  about.words.say('readings.explains', {
    choice: choiceWords(about, one.choice),
    share: percent(one.explains)
  })

/** Verdicts by whose word on redlines counts. */
function wordLines(
  { words }: Pick<CheckReported, 'words'>,
  rows: ReadonlyArray<NonNullable<ReturnType<ReadingsResult['words']['get']>>[number]>
): readonly Rich[] {
  return rows
    .filter(({ word }) => word !== AS_STATED)
    .map(({ word, p, verdict }) =>
      words.rich(word === 'own' ? 'readings.word.own' : 'readings.word.without-advocate', {
        verdict: [verdictMark(words, verdict)],
        chance: chance(p)
      })
    )
}

const percent = (share: number): string => `${Math.round(100 * share)} %`
