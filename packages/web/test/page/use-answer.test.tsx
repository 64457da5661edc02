import { act, cleanup, configure, renderHook, waitFor } from '@testing-library/react'
import type { SourceFile } from '@truce/core'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/engine/open.ts'
import type { ToWorker } from '../../src/engine/port.ts'
import type { Question, Questions } from '../../src/engine/protocol.ts'
import { WorkbenchContext } from '../../src/state/use-workbench.ts'
import type { CaseView, Workbench } from '../../src/state/workbench.ts'
import { useAnswer } from '../../src/ui/use-answer.ts'
import { CASE } from '../small-case.ts'
import { workerHere } from '../worker-here.ts'

configure({ asyncUtilTimeout: 30_000 })
afterEach(cleanup)

/** An engine in this process that has read a case, what it is sent, and a page around a hook. */
async function opened(text = CASE) {
  const files: readonly SourceFile[] = [{ name: 'case.yaml', text }]
  const sent: ToWorker[] = []
  const engine = openEngine(() => workerHere(sent))
  const read = await engine.ask('read', { files })
  const view = { ...read, id: 'a', files, drafts: [] } satisfies CaseView
  const workbench = { engine, view } as Partial<Workbench> as Workbench
  const wrapper = ({ children }: { readonly children: ReactNode }): ReactNode => (
    <WorkbenchContext value={workbench}>{children}</WorkbenchContext>
  )
  const asked = (question: Question): readonly ToWorker[] =>
    sent.filter((message) => 'question' in message && message.question === question)
  const dropped = (): number => sent.filter((message) => 'drop' in message).length
  return { wrapper, asked, dropped }
}

const judge = (water: string, draws = 200): Questions['judge']['ask'] => ({
  draft: { terms: { water, dam: 'lower' } },
  draws
})

describe('useAnswer', () => {
  test('answers, and keeps the last answer while the next is worked out', async () => {
    const { wrapper, asked } = await opened()
    const { result, rerender } = renderHook(
      ({ ask }: { readonly ask: Questions['judge']['ask'] }) => useAnswer('judge', ask),
      { wrapper, initialProps: { ask: judge('half') } }
    )
    expect(result.current).toMatchObject({ answer: undefined, pending: true, stale: false })
    await waitFor(() => expect(result.current.pending).toBe(false))
    const first = result.current.answer
    expect(first?.draws).toBe(200)
    rerender({ ask: judge('half') })
    expect(asked('judge')).toHaveLength(1)
    rerender({ ask: judge('third') })
    expect(result.current).toMatchObject({ answer: first, stale: true, pending: true })
    await waitFor(() => expect(result.current.stale).toBe(false))
    expect(result.current.answer?.joint.p).not.toBe(first?.joint.p)
    rerender({ ask: judge('half') })
    expect(result.current).toMatchObject({ answer: first, pending: false })
    expect(asked('judge')).toHaveLength(2)
  })

  test('supersedes a question by the next, and asks once for what changes within the pause', async () => {
    const { wrapper, asked, dropped } = await opened()
    const { result, rerender } = renderHook(
      ({ draws, pause }: { readonly draws: number; readonly pause: number }) =>
        useAnswer('judge', judge('half', draws), pause),
      { wrapper, initialProps: { draws: 300, pause: 0 } }
    )
    rerender({ draws: 301, pause: 0 })
    expect([asked('judge').length, dropped()]).toEqual([2, 1])
    await waitFor(() => expect(result.current.answer?.draws).toBe(301))
    for (const draws of [302, 303, 304]) rerender({ draws, pause: 50 })
    await waitFor(() => expect(result.current.answer?.draws).toBe(304))
    expect(asked('judge')).toHaveLength(3)
  })

  test('tells how far it is, and drops the question when its part of the page goes', async () => {
    const { wrapper, dropped } = await opened()
    const { result, unmount } = renderHook(() => useAnswer('study', { draws: 100_000 }), {
      wrapper
    })
    await waitFor(() => expect(result.current.progress).toBeGreaterThan(0))
    expect(result.current).toMatchObject({ answer: undefined, pending: true })
    const before = dropped()
    unmount()
    expect(dropped()).toBe(before + 1)
  })

  test('says in words why there is no answer', async () => {
    const { wrapper } = await opened()
    const { result } = renderHook(() => useAnswer('stability', {}), { wrapper })
    await waitFor(() => expect(result.current.error).toMatch(/^the case has no graph/))
    expect(result.current).toMatchObject({ answer: undefined, pending: false })
  })

  test('asks nothing without a question, nor about a case with errors', async () => {
    const idle = await opened()
    const { result, rerender } = renderHook(
      ({ ask }: { readonly ask: Questions['judge']['ask'] | undefined }) => useAnswer('judge', ask),
      {
        wrapper: idle.wrapper,
        initialProps: { ask: undefined as Questions['judge']['ask'] | undefined }
      }
    )
    expect([result.current.pending, idle.asked('judge').length]).toEqual([false, 0])
    rerender({ ask: judge('half') })
    await waitFor(() => expect(result.current.answer).toBeDefined())
    rerender({ ask: undefined })
    expect(result.current.answer).toBeUndefined()

    const faulty = await opened(CASE.replace('if-silent: built', 'if-silent: deeper'))
    const asking = renderHook(() => useAnswer('judge', judge('half')), { wrapper: faulty.wrapper })
    await act(async () => {})
    expect([asking.result.current.pending, faulty.asked('judge').length]).toEqual([false, 0])
  })
})
