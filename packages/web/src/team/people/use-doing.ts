import { createContext, use, useState } from 'react'
import { message } from '../../messages/index.ts'
import { Refused } from '../../state/api.ts'
import { messageOf } from '../../state/message-of.ts'

/** Asks for the second factor again; whether it was shown. */
export const ConfirmContext = createContext<() => Promise<boolean>>(async () => false)

/** Something that is asked of the server, one at a time. */
export interface Doing {
  readonly busy: boolean
  /** What went wrong last, and what to do. */
  readonly trouble: string | undefined
  readonly run: (work: () => Promise<unknown>) => Promise<void>
}

/** Does things one at a time, says what went wrong, and shows the second factor again where asked. */
export function useDoing(): Doing {
  const confirm = use(ConfirmContext)
  const [busy, be] = useState(false)
  const [trouble, say] = useState<string>()
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    be(true)
    say(undefined)
    try {
      await work().catch(async (error: unknown) => {
        if (!(error instanceof Refused && error.code === 'confirm' && (await confirm())))
          throw error
        await work()
      })
    } catch (error) {
      say(troubleOf(error))
    } finally {
      be(false)
    }
  }
  return { busy, trouble, run }
}

/** What went wrong, and what to do about it. */
export function troubleOf(error: unknown): string {
  if (error instanceof Refused)
    return message('people.refused', { what: error.message, help: error.help })
  // Said by browsers where somebody cancels, or nothing was touched for a while.
  if (error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name))
    return message('people.passkey.left')
  return messageOf(error)
}
