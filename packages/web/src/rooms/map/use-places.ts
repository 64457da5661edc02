import type { SourceFile } from '@truce/core'
import type { Settlement } from '@truce/core/geo'
import { useEffect, useState } from 'react'
import { useWorkbench } from '../../state/use-workbench.ts'
import { keepList, keptList } from './keep-ground.ts'
import { readPlaces } from './read-places.ts'

/** A list of settlements that somebody gave, and what was wrong with it. */
export interface PlacesList {
  readonly places: readonly Settlement[] | undefined
  readonly problem: string | undefined
  /** Whether the browser keeps it over a reload. */
  readonly isKept: boolean
  readonly take: (file: SourceFile) => Promise<void>
  readonly leave: () => void
}

/** The list of settlements beside a case, kept by the browser and in no file of the case. */
export function usePlaces(): PlacesList {
  const { id } = useWorkbench().view
  const [places, setPlaces] = useState<readonly Settlement[]>()
  const [problem, setProblem] = useState<string>()
  const [isKept, setKept] = useState(true)
  useEffect(() => {
    const kept = keptList(id, 'places')
    if (!kept) return undefined
    let isLeft = false
    void readPlaces(kept).then((read) => {
      if (!isLeft) setPlaces(read.places)
    })
    return () => {
      isLeft = true
    }
  }, [id])
  return {
    places,
    problem,
    isKept,
    take: async (file) => {
      const read = await readPlaces(file)
      setProblem(read.problem)
      // a list that cannot be read leaves the one before as it was
      if (!read.places) return
      setPlaces(read.places)
      setKept(keepList(id, 'places', file))
    },
    leave: () => {
      setPlaces(undefined)
      setProblem(undefined)
      keepList(id, 'places', undefined)
    }
  }
}
