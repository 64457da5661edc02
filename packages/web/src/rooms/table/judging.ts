import type { Draft, Judged } from '../../engine/protocol.ts'

/** Draws behind the answer that comes at once, and behind the one that settles it. */
export const DRAWS = { first: 200, settled: 10_000 } as const

/**
 * A column's answer. `of` names the package it is about: an older one than the column's is on its
 * way out.
 */
export interface Answer {
  readonly of: string
  readonly judged: Judged
  readonly settled: boolean
}

/** Where questions go, and what is to be heard of them. */
export interface Desk {
  readonly ask: (ask: { readonly draft: Draft; readonly draws: number }) => Promise<Judged>
  /** An older question gave way to a newer one: it is asked again when its turn comes. */
  readonly gaveWay: (reason: unknown) => boolean
  readonly changed: () => void
}

/**
 * Asks about several columns one question at a time: few draws for every column first, then all
 * draws. A column that is new or changed pushes aside a question of many draws. Answers are
 * remembered by what was asked.
 */
export class Judging {
  private readonly desk: Desk
  private wanted: readonly { readonly key: string; readonly draft: Draft }[] = []
  private readonly answers = new Map<string, Answer>()
  private readonly failures = new Map<string, string>()
  private running: { readonly key: string; readonly draws: number } | undefined
  private closed = false

  constructor(desk: Desk) {
    this.desk = desk
  }

  /** What is on the table now. */
  want(drafts: readonly Draft[]): void {
    this.wanted = drafts.map((draft) => ({ key: keyOf(draft), draft }))
    this.next()
  }

  answer(key: string): Answer | undefined {
    return this.answers.get(key)
  }

  /** Why the column could not be judged. */
  failure(key: string): string | undefined {
    return this.failures.get(key)
  }

  /** Nothing is asked or told any more, until it is opened again. */
  close(): void {
    this.closed = true
  }

  open(): void {
    this.closed = false
    this.next()
  }

  private next(): void {
    if (this.closed) return
    const todo = (settled: boolean) =>
      this.wanted.find(({ key }) => {
        const known = this.answers.get(key)
        return !this.failures.has(key) && (settled ? known && !known.settled : !known)
      })
    const first = todo(false)
    if (first && !this.isBusyWith(DRAWS.first)) this.ask(first, DRAWS.first)
    else if (!first && !this.running) {
      const second = todo(true)
      if (second) this.ask(second, DRAWS.settled)
    }
  }

  /** Few draws are soon done and worth waiting for, as long as their column is still there. */
  private isBusyWith(draws: number): boolean {
    const { running } = this
    return (
      running !== undefined &&
      running.draws === draws &&
      this.wanted.some(({ key }) => key === running.key)
    )
  }

  private ask(
    { key, draft }: { readonly key: string; readonly draft: Draft },
    draws: number
  ): void {
    const mine = { key, draws }
    this.running = mine
    this.desk
      .ask({ draft, draws })
      .then(
        (judged) => this.take(key, { of: key, judged, settled: draws === DRAWS.settled }),
        (reason) => this.miss(key, reason)
      )
      .finally(() => {
        if (this.running === mine) this.running = undefined
        this.next()
      })
  }

  private take(key: string, answer: Answer): void {
    if (this.closed || (this.answers.get(key)?.settled && !answer.settled)) return
    this.answers.set(key, answer)
    this.desk.changed()
  }

  private miss(key: string, reason: unknown): void {
    if (this.closed || this.desk.gaveWay(reason)) return
    this.failures.set(key, reason instanceof Error ? reason.message : String(reason))
    this.desk.changed()
  }
}

/** Names what is asked: the same for the same options, in whatever order they were chosen. */
export function keyOf(draft: Draft): string {
  return 'proposal' in draft
    ? `proposal ${draft.proposal}`
    : `terms ${JSON.stringify(Object.entries(draft.terms).sort())}`
}
