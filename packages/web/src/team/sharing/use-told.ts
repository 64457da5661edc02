import { useCallback, useEffect, useState } from 'react'
import { messageOf } from '../../state/message-of.ts'

/** What was asked of the server, and a way to do something and ask again. */
export interface Told<T> {
  readonly told: T | undefined
  readonly trouble: string | undefined
  readonly isBusy: boolean
  /** Does something; what goes wrong is told, and then it is asked again. */
  readonly act: (work: () => Promise<unknown>) => void
}

/** Asks the server for something, and again after each thing that is done. `ask` has to stay the same. */
export function useTold<T>(ask: () => Promise<T>): Told<T> {
  const [told, setTold] = useState<T>()
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    let isOver = false
    ask().then(
      (found) => !isOver && setTold(() => found),
      (error: unknown) => !isOver && setTrouble(messageOf(error))
    )
    return () => {
      isOver = true
    }
  }, [ask])
  const act = useCallback(
    (work: () => Promise<unknown>): void => {
      setTrouble(undefined)
      setBusy(true)
      const failed = (error: unknown): void => setTrouble(messageOf(error))
      void work()
        .catch(failed)
        .then(ask)
        .then((found) => setTold(() => found), failed)
        .finally(() => setBusy(false))
    },
    [ask]
  )
  return { told, trouble, isBusy, act }
}
