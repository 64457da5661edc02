import type { SourceFile } from '@truce/core'
import type { Observed } from '@truce/core/geo'
import { useEffect, useState } from 'react'
import { useWorkbench } from '../../state/use-workbench.ts'
import { useWords } from '../../ui/use-words.ts'
import { keepList, keptList } from './keep-ground.ts'
import { readSeen, seenFile, withoutRow, withRows } from './seen-list.ts'

/** What was seen where, as somebody gave it, and what was wrong with the last list. */
export interface SeenList {
  readonly rows: readonly Observed[]
  readonly problem: string | undefined
  /** How many rows of the last list were there already. */
  readonly same: number
  readonly isKept: boolean
  readonly take: (file: SourceFile) => Promise<void>
  readonly add: (row: Observed) => void
  readonly drop: (row: number) => void
  readonly leave: () => void
}

/** The positions beside a case: kept by the browser, in no file of the case. */
export function useSeen(): SeenList {
  const { id } = useWorkbench().view
  const { source } = useWords()
  const [rows, setRows] = useState<readonly Observed[]>([])
  const [problem, setProblem] = useState<string>()
  const [same, setSame] = useState(0)
  const [isKept, setKept] = useState(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept is read once for a case
  useEffect(() => {
    const kept = keptList(id, 'seen')
    if (!kept) return undefined
    let isLeft = false
    void readSeen(source, kept).then((read) => {
      if (isLeft) return
      if ('rows' in read) setRows(read.rows)
      else setProblem(read.problem)
    })
    return () => {
      isLeft = true
    }
  }, [id])
  const put = (next: readonly Observed[], again = 0): void => {
    setRows(next)
    setSame(again)
    setProblem(undefined)
    if (next.length === 0) setKept(keepList(id, 'seen', undefined))
    else void seenFile(next).then((file) => setKept(keepList(id, 'seen', file)))
  }
  const join = (more: readonly Observed[]): void => {
    const joined = withRows(rows, more)
    put(joined.rows, joined.same)
  }
  return {
    rows,
    problem,
    same,
    isKept,
    take: async (file) => {
      const read = await readSeen(source, file)
      if ('problem' in read) setProblem(read.problem)
      else join(read.rows)
    },
    add: (row) => join([row]),
    drop: (row) => put(withoutRow(rows, row)),
    leave: () => put([])
  }
}
