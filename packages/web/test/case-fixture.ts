import { readCase } from '@truce/core'

/** Its first file. */
export const head = `truce: 1
title: A river
as-of: 2024-06-01
required: [up]
sources:
  talks: {title: Minutes, kind: statement, date: 2024-05}
  ours: {title: Ours, kind: assumption}
parties:
  up: {name: Upland, kind: state, role: belligerent}
  low: {name: {en: Lowland, fr: Aval}, kind: state, role: belligerent}
scenarios:
  drought: {title: A dry summer, p: [0.1, 0.2, 0.4], source: ours}
issues:
  water: {title: Water, ordered: true, options: {third: A third, half: One half, full: All of it}}
  dam: {title: The dam, options: {built: Built, none: Not built}}
proposals:
  halves: {title: Halves, by: talks, terms: {water: half, dam: built}}
lines:
  old: {as-of: 1998-04-01, kind: agreed-ceasefire, title: The weir, source: talks}
guarantees:
  - {by: low, of: the dam, chance: [0.5, 0.8], penalty: 20, source: ours}
`
/** Its second file. */
export const stance = `stances:
  up:
    redlines:
      - {id: some-dam, never: {dam: none}, says: A dam, firmness: [0.8, 0.9, 1], source: talks}
      - id: water
        must: {water: [half, full]}
        firmness: [{if: {scenario: drought}, is: [0.8, 1]}, 0.5]
        source: talks
        numbers: ours
    interests:
      water: {weight: [20, 30, 40], values: {third: 0, half: [40, 50], full: 100}, source: ours}
      dam: {weight: 10, values: {built: 100, none: 0}, source: ours}
    no-deal: {base: [-20, 10, 30], source: ours}
`
/** A small sound case in two files. */
export const FILES = [
  { name: 'case.yaml', text: head },
  { name: 'stances/up.yaml', text: stance }
]
/** The same, read. */
export const reading = readCase(FILES)
if (!reading.case || !reading.sound)
  throw new Error(reading.diagnostics.map(({ message }) => message).join('\n'))
/** What it says. */
export const CASE = reading.case
