import type { Heed } from '../engine/protocol.ts'
import { Superseded } from '../engine/protocol.ts'
import { messageOf } from '../state/message-of.ts'

/** Something to be answered, by a rough question first where an exact one takes longer. */
export interface Wanted<A> {
  /** What the answer belongs to, such as a column: its last answer stays until the next is there. */
  readonly slot: string
  /** The questions from the rough to the exact; none while nothing is to be asked. */
  readonly rounds: readonly A[]
}

/** What is known about something wanted. */
export interface Answer<T> {
  readonly answer: T | undefined
  /** The answer is to an older question: the one to this is on its way. */
  readonly stale: boolean
  /** A better answer is on its way. */
  readonly pending: boolean
  /** Why there is no answer, in words for the reader. */
  readonly error: string | undefined
  /** The reader has stopped the work on it. */
  readonly stopped: boolean
  /** Share of the work done, 0..1, where the question tells. */
  readonly progress: number
}

/** Where questions go, and how it is told that something changed. */
export interface Desk<A, T> {
  readonly ask: (ask: A, heed: Heed) => Promise<T>
  /** The answer, where it was found before it is asked for. */
  readonly foreknown?: (ask: A) => T | undefined
  readonly changed: () => void
}

/** When to ask, and about what: `about` is the case as it was read, `pause` in milliseconds. */
export interface When {
  readonly about: unknown
  readonly pause?: number
}

interface Running {
  readonly key: string
  readonly round: number
  readonly stopper: AbortController
  progress: number
}

/** Answers remembered besides those that are wanted now. */
const REMEMBERED = 24

/**
 * Asks for several answers, one question at a time: the first round for everything, then the next.
 * What is newly wanted pushes aside a question of a later round; what is wanted no longer is
 * dropped. Answers are remembered by what was asked for as long as it is about the same.
 */
export class Asking<A, T> {
  private readonly desk: Desk<A, T>
  private wanted: readonly Wanted<{ readonly key: string; readonly ask: A }>[] = []
  private about: unknown
  private readonly answers = new Map<string, T>()
  private readonly errors = new Map<string, string>()
  private readonly stoppedKeys = new Set<string>()
  private last: ReadonlyMap<string, T> = new Map()
  private running: Running | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private closed = false

  constructor(desk: Desk<A, T>) {
    this.desk = desk
  }

  /** Has these answered from now on. */
  want(wanted: readonly Wanted<A>[], { about, pause = 0 }: When): void {
    if (about !== this.about) this.forgetAll()
    this.about = about
    this.wanted = wanted.map(({ slot, rounds }) => ({
      slot,
      rounds: rounds.map((ask) => ({ key: keyOf(ask), ask }))
    }))
    this.keepLast()
    if (this.running && !this.keys().has(this.running.key)) this.stop()
    clearTimeout(this.timer)
    this.timer = pause > 0 ? setTimeout(() => this.next(), pause) : undefined
    if (pause === 0) this.next()
  }

  /** What is known now; nothing of what was about another case counts but as the last answer. */
  known({ slot, rounds }: Wanted<A>, about: unknown): Answer<T> {
    const keys = rounds.map(keyOf)
    const fresh = about === this.about
    if (fresh) this.recall(rounds, keys)
    const done = fresh ? keys.findLastIndex((key) => this.answers.has(key)) : -1
    const error = fresh
      ? this.errors.get(keys.find((key) => this.errors.has(key)) ?? '')
      : undefined
    const last = error === undefined && keys.length > 0 ? this.last.get(slot) : undefined
    const stopped = fresh && keys.some((key) => this.stoppedKeys.has(key))
    return {
      answer: done >= 0 ? this.answers.get(keys[done] ?? '') : last,
      stale: done < 0 && last !== undefined,
      pending: error === undefined && !stopped && done < keys.length - 1,
      stopped: stopped && done < keys.length - 1,
      error,
      progress: keys.includes(this.running?.key ?? '') ? (this.running?.progress ?? 0) : 0
    }
  }

  /** Takes what was found before it is asked for: it is shown at once, and never asked. */
  private recall(rounds: readonly A[], keys: readonly string[]): void {
    for (const [round, key] of keys.entries()) {
      const found = this.answers.has(key) ? undefined : this.desk.foreknown?.(rounds[round] as A)
      if (found !== undefined) this.answers.set(key, found)
    }
  }

  /** Ends the work on something until it is asked for `again`; other answers go on. */
  leave({ rounds }: Wanted<A>): void {
    for (const key of rounds.map(keyOf)) if (!this.answers.has(key)) this.stoppedKeys.add(key)
    if (this.running && this.stoppedKeys.has(this.running.key)) this.stop()
    this.desk.changed()
    this.next()
  }

  again({ rounds }: Wanted<A>): void {
    for (const key of rounds.map(keyOf)) this.stoppedKeys.delete(key)
    this.desk.changed()
    this.next()
  }

  /** Nothing is asked or told any more, until it is opened again. */
  close(): void {
    this.closed = true
    clearTimeout(this.timer)
    this.timer = undefined
    this.stop()
  }

  open(): void {
    this.closed = false
    this.next()
  }

  private next(): void {
    this.timer = undefined
    const todo = this.closed ? undefined : this.todo()
    if (!todo || (this.running && this.running.round <= todo.round)) return
    this.stop()
    this.begin(todo)
  }

  /** The first question of the earliest round that is neither answered nor failed. */
  private todo(): { readonly key: string; readonly ask: A; readonly round: number } | undefined {
    const most = Math.max(0, ...this.wanted.map(({ rounds }) => rounds.length))
    for (let round = 0; round < most; round++)
      for (const { rounds } of this.wanted) {
        const one = rounds[round]
        const answered = rounds.slice(round).some(({ key }) => this.answers.has(key))
        const failed = rounds.some(({ key }) => this.errors.has(key))
        if (one && !answered && !failed && !this.stoppedKeys.has(one.key)) return { ...one, round }
      }
    return undefined
  }

  private begin({ key, ask, round }: { readonly key: string; ask: A; round: number }): void {
    const mine: Running = { key, round, stopper: new AbortController(), progress: 0 }
    this.running = mine
    const ended = (keep: () => void): void => {
      if (this.running !== mine) return
      this.running = undefined
      keep()
      this.keepLast()
      this.desk.changed()
      if (this.timer === undefined) this.next()
    }
    const progress = (share: number): void => {
      mine.progress = share
      if (this.running === mine) this.desk.changed()
    }
    this.desk.ask(ask, { signal: mine.stopper.signal, progress }).then(
      (answer) => ended(() => this.answers.set(key, answer)),
      (reason: unknown) => {
        if (!(reason instanceof Superseded)) ended(() => this.errors.set(key, messageOf(reason)))
      }
    )
  }

  private stop(): void {
    const { running } = this
    this.running = undefined
    running?.stopper.abort()
  }

  private keepLast(): void {
    const last = this.wanted.flatMap(({ slot, rounds }) => {
      const key = rounds.findLast((one) => this.answers.has(one.key))?.key
      const answer = key === undefined ? this.last.get(slot) : this.answers.get(key)
      return answer === undefined || rounds.length === 0 ? [] : [[slot, answer] as const]
    })
    this.last = new Map(last)
    const wanted = this.keys()
    const old = [...this.answers.keys()].filter((key) => !wanted.has(key))
    for (const key of old.slice(0, -REMEMBERED)) this.answers.delete(key)
  }

  private keys(): ReadonlySet<string> {
    return new Set(this.wanted.flatMap(({ rounds }) => rounds.map(({ key }) => key)))
  }

  private forgetAll(): void {
    this.stop()
    this.answers.clear()
    this.errors.clear()
    this.stoppedKeys.clear()
  }
}

/** Names what is asked: the same for the same entries, in whatever order they were put in. */
export function keyOf(ask: unknown): string {
  return JSON.stringify(ask, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort())
      : value
  )
}
