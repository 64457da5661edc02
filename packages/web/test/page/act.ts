// React as it is shipped draws a page in less time than React for developers does, and has no `act`, by
// which Testing Library waits until everything is drawn. Here is one.
import { createRequire } from 'node:module'

type Work = (isDue: boolean) => unknown

/** Work of React's that its scheduler does later; what was done or called off has no callback any more. */
interface Task {
  callback: Work | null
}

const require = createRequire(import.meta.url)

/** Gives React an `act`. Call once, before anything else loads React. */
export function provideAct(): void {
  const react: Record<string, unknown> = require('react')
  if (react['act'] !== undefined) return
  const due = watched()
  let depth = 0
  const finish = (): void => {
    if (depth === 0) for (let work = due(); work; work = due()) work()
  }
  react['act'] = <T>(callback: () => T): T | PromiseLike<Awaited<T>> => {
    depth += 1
    let result: T
    try {
      result = callback()
    } catch (error) {
      depth -= 1
      throw error
    }
    if (result instanceof Promise)
      return result.finally(() => {
        depth -= 1
        finish()
      })
    depth -= 1
    finish()
    return result
  }
}

/**
 * Loads React's renderer with a scheduler and a queue of microtasks that are watched: they work as
 * ever, and what waits in them can be done at once. Gives what is next.
 */
function watched(): () => (() => void) | undefined {
  const scheduler = require('scheduler')
  const tasks: Task[] = []
  const schedule = scheduler.unstable_scheduleCallback
  scheduler.unstable_scheduleCallback = (...asked: readonly unknown[]): Task => {
    const task: Task = schedule(...asked)
    tasks.push(task)
    return task
  }
  const soon = new Set<() => void>()
  const queue = globalThis.queueMicrotask
  globalThis.queueMicrotask = (work) => {
    const once = (): void => {
      if (soon.delete(once)) work()
    }
    soon.add(once)
    queue(once)
  }
  require('react-dom/client')
  globalThis.queueMicrotask = queue
  return () => {
    const [first] = soon
    if (first) return first
    const task = tasks.shift()
    return task && (() => perform(task))
  }
}

/** What is left of it, where it waits for something that is not there yet, stays with the scheduler. */
function perform(task: Task): void {
  const work = task.callback
  task.callback = null
  const rest = work?.(true)
  if (typeof rest === 'function') task.callback = rest as Work
}
