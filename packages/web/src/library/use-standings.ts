import { useEffect, useState } from 'react'
import { loadMessages } from '../messages/index.ts'
import { isTeam } from '../state/person.ts'
import type { Standings } from '../team/sharing/standings.ts'

/**
 * How one stands to each case that is listed, on a team's server; asked anew with each new list. What
 * cannot be had is not shown: the lists are the page, and this stands beside them.
 */
export function useStandings(lists: object | undefined): Standings | undefined {
  const [standings, set] = useState<Standings>()
  useEffect(() => {
    if (!lists || !isTeam()) return
    let isOver = false
    const load = async (): Promise<Standings> => {
      const [{ loadStandings }] = await Promise.all([
        import('../team/sharing/standings.ts'),
        loadMessages('sharing')
      ])
      return loadStandings()
    }
    load().then(
      (found) => isOver || set(found),
      () => undefined
    )
    return () => {
      isOver = true
    }
  }, [lists])
  return standings
}
