import { useEffect, useState } from 'react'
import { useMessages } from '../../../messages/index.ts'
import { useWorkbench } from '../../../state/use-workbench.ts'
import type { WrittenBy } from './keyed-form.ts'
import type { keyedNames } from './keyed-names.ts'

type Name = typeof keyedNames

/** The names of fields, once the forms are there: a room does not wait for them. */
export function useKeyedNames(): (written: WrittenBy) => readonly string[] {
  const t = useMessages()
  const { files } = useWorkbench().view
  const [name, setName] = useState<Name>()
  useEffect(() => {
    let isLeft = false
    import('./keyed-names.ts').then(
      (found) => isLeft || setName(() => found.keyedNames),
      // without them the words of the text stand there
      () => undefined
    )
    return () => {
      isLeft = true
    }
  }, [])
  return (written) => name?.(files, written, t) ?? []
}
