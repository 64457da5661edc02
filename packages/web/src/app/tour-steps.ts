import { ownName } from '../state/person.ts'
import type { Room } from '../state/workbench.ts'

/** A stop of the tour: where it is, and the number of its text in the catalogue. */
export interface Stop {
  readonly room: Room
  readonly focus?: string
  /** The id of what it speaks of, where that may lie beyond the window's edge. */
  readonly shows?: string
  readonly text: string
}

/** The case of the library that the tour goes through. */
export const TOUR_CASE = 'ukraine/2024-maitra'

/** About two minutes through every room. */
export const STOPS: readonly Stop[] = [
  { room: 'desk', text: 'app.tour.desk' },
  { room: 'desk', shows: 'desk-answer', text: 'app.tour.answer' },
  { room: 'case', text: 'app.tour.case' },
  { room: 'case', focus: 'stances/russia', text: 'app.tour.redlines' },
  { room: 'table', focus: 'framework', text: 'app.tour.table' },
  { room: 'deals', text: 'app.tour.deals' },
  { room: 'deals', shows: 'deals-study', text: 'app.tour.unsure' },
  { room: 'stability', text: 'app.tour.stability' },
  { room: 'strategy', text: 'app.tour.strategy' },
  { room: 'path', text: 'app.tour.path' },
  { room: 'ceasefire', text: 'app.tour.ceasefire' },
  { room: 'map', text: 'app.tour.map' },
  { room: 'record', text: 'app.tour.record' },
  { room: 'case', text: 'app.tour.yours' }
]

const KEPT = 'truce.tour'

/** The stop the tour of a case stands at; undefined when none is under way. */
export function stopOf(id: string): number | undefined {
  const [of, stop] = (sessionStorage.getItem(ownName(KEPT)) ?? '').split(' ')
  return of === id && stop !== undefined && STOPS[Number(stop)] ? Number(stop) : undefined
}

/** Remembers the stop, for as long as the window is open; undefined ends the tour. */
export function keepStop(id: string, stop: number | undefined): void {
  if (stop === undefined) sessionStorage.removeItem(ownName(KEPT))
  else sessionStorage.setItem(ownName(KEPT), `${id} ${stop}`)
}
