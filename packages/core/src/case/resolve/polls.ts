import type { Poll } from '../../model/case.ts'
import { driftSince, POLL_ERRORS, UNSTATED_SIZE } from '../../model/poll-errors.ts'
import { pollTooLate } from '../rules/time.ts'
import { pollOver100, shareAsPercent } from '../rules/value.ts'
import type { Document } from '../schema/document.ts'
import type { Context } from './context.ts'
import { keyAt, present, valueAt } from './context.ts'

/** Rounding of published figures may carry a sum this far past 100. */
const MOST = 102

/** Polls with their defaults filled in. */
export function resolvePolls(document: Document, context: Context): ReadonlyMap<string, Poll> {
  return new Map(
    Object.entries(document.polls ?? {}).map(([id, poll]) => {
      const at = `polls/${id}`
      const answers = new Map(Object.entries(poll.answers))
      const sum = [...answers.values()].reduce((total, answer) => total + answer, 0)
      if (sum > MOST)
        context.report(pollOver100, keyAt(context, `${at}/answers`), {
          poll: id,
          sum: Math.round(sum * 10) / 10
        })
      checkShares(id, poll.answers, context)
      const end = poll.field.split('/').at(-1) ?? ''
      if (isAfter(end, document['as-of'])) {
        context.report(pollTooLate, valueAt(context, `${at}/field`), {
          poll: id,
          field: poll.field,
          'as-of': document['as-of']
        })
      }
      const { population, field, source, n = UNSTATED_SIZE, undecided = 'split' } = poll
      const { house = POLL_ERRORS.house.value, drift = driftSince(field, document['as-of']) } = poll
      return [
        id,
        {
          id,
          population,
          field,
          answers,
          n,
          nStated: poll.n !== undefined,
          undecided,
          house,
          // Whoever states an error of the pollster means all of it.
          common: poll.house === undefined ? POLL_ERRORS.common.value : 0,
          drift,
          source,
          at,
          ...present({ question: poll.question })
        }
      ]
    })
  )
}

/**
 * Answers between 0 and 1 that bring the sum nearer to 100 if they are taken for shares of one. Half
 * of a hundred is asked for, for polls leave out answers.
 */
function checkShares(
  poll: string,
  answers: Readonly<Record<string, number>>,
  context: Context
): void {
  const small = Object.entries(answers).filter(([, answer]) => answer > 0 && answer <= 1)
  if (!small.some(([, answer]) => answer < 1)) return
  const sum = Object.values(answers).reduce((total, answer) => total + answer, 0)
  const meant = sum + small.reduce((total, [, answer]) => total + 99 * answer, 0)
  if (meant < 50 || meant > MOST || sum > 90) return
  context.report(shareAsPercent, keyAt(context, `polls/${poll}/answers`), {
    poll,
    answers: small.map(([answer, share]) => `\`${answer}\` ${share}`)
  })
}

/**
 * Whether a date is later than another, as far as both are stated (a month is not after a day
 * inside it).
 */
export function isAfter(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length)
  return date.slice(0, length) > other.slice(0, length)
}
