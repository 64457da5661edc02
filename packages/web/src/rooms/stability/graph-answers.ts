import type { Case } from '@truce/core'
import type { Compiled } from '@truce/core/stability'
import { compile } from '@truce/core/stability'
import type { Asked, Explanation } from './explain.ts'
import { explanationOf } from './explain.ts'
import type { Link } from './graph.ts'
import { linksAmong } from './graph.ts'

/** What the room asks of the case's graph, by name: the question and its answer. */
export interface GraphQuestions {
  readonly open: { readonly ask: Case; readonly answer: boolean }
  readonly links: { readonly ask: readonly string[]; readonly answer: readonly Link[] }
  readonly explain: { readonly ask: Asked; readonly answer: Explanation | undefined }
}

/** A question as it is sent; its answer comes back with the same number. */
export type Sent = {
  readonly [Q in keyof GraphQuestions]: {
    readonly id: number
    readonly question: Q
    readonly ask: GraphQuestions[Q]['ask']
  }
}[keyof GraphQuestions]

/** Answers about the case's graph that was opened last. */
export function graphAnswers(): (sent: Sent) => unknown {
  let compiled: Compiled | undefined
  return (sent) => {
    if (sent.question === 'open') {
      const made = sent.ask.graph && compile(sent.ask, sent.ask.graph)
      compiled = made?.conflict ? made : undefined
      return compiled !== undefined
    }
    if (!compiled) return sent.question === 'links' ? [] : undefined
    return sent.question === 'links'
      ? linksAmong(compiled, sent.ask)
      : explanationOf(compiled, sent.ask)
  }
}
