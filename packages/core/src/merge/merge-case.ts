import { parseYaml } from '../case/parse-yaml.ts'
import type { SourceFile } from '../model/span.ts'
import { mergeFile } from './merge-file.ts'
import type { FileSides, MergeConflict, MergedCase, MergeSides } from './merged.ts'
import { differences } from './same-node.ts'

/**
 * Lays what two made of a case's texts into one, field by field: maps by key, lists of entries by
 * `id`, any other value as one. The result is theirs' text with mine's changes in it; remarks,
 * order and layout of both stay. A place that both changed, each to something else, is a conflict:
 * the text has theirs there, or mine where its key is among `chosen`. Nothing that differs from
 * the base on one side is in neither the texts nor the conflicts. Files that cannot be read as
 * fields are compared by lines.
 */
export function mergeCase(sides: MergeSides, chosen: ReadonlySet<string> = new Set()): MergedCase {
  const conflicts: MergeConflict[] = []
  const all = filesOf(sides)
  const files = all.flatMap((file): readonly SourceFile[] => {
    const text = mergeFile(file, { chosen, conflicts })
    return text === undefined ? [] : [{ name: file.name, text }]
  })
  const sum = (side: 'mine' | 'theirs'): number =>
    all.reduce((count, file) => count + changedPlaces(file.name, file.base, file[side]), 0)
  return { files, conflicts, changes: { mine: sum('mine'), theirs: sum('theirs') } }
}

/** Every file that a side has: theirs in their order, then what only the others have. */
function filesOf({ base, mine, theirs }: MergeSides): readonly FileSides[] {
  const [before, own, other] = [base, mine, theirs].map(
    (files) => new Map(files.map(({ name, text }) => [name, text]))
  )
  const names = new Set([...theirs, ...mine, ...base].map(({ name }) => name))
  return [...names].map((name) => ({
    name,
    base: before?.get(name),
    mine: own?.get(name),
    theirs: other?.get(name)
  }))
}

/** In how many places a file differs; a file that has no fields, or only other remarks, in one. */
function changedPlaces(name: string, base: string | undefined, now: string | undefined): number {
  if (base === now) return 0
  if (base === undefined || now === undefined) return 1
  const [before, after] = [base, now].map((text) => parseYaml({ name, text }, () => undefined))
  return Math.max(1, differences(before, after))
}
