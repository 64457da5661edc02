import { useCallback, useRef } from 'react'

/**
 * Does what it was last given to do. Itself it stays the same, so that what has not changed is not
 * drawn again.
 */
export function useLatest<Given extends readonly unknown[], Result>(
  deed: (...given: Given) => Result
): (...given: Given) => Result {
  const latest = useRef(deed)
  latest.current = deed
  return useCallback((...given) => latest.current(...given), [])
}
