import { describe, expect, test } from 'vitest'
import { renderPlain } from '../../src/report/plain.ts'
import { stabilityReport } from '../../src/report/stability/index.ts'
import type { Compiled, Concept } from '../../src/stability/index.ts'
import {
  analyse,
  CONCEPTS,
  coalitionStability,
  foresight,
  marked,
  rankingsThatHold,
  solve
} from '../../src/stability/index.ts'
import { compiledCase, textOf } from './cases.ts'

const PAGE = textOf('docs/method/stability.md')

/** The rows of every table with this head, cells trimmed. */
function rowsUnder(head: string): string[][] {
  const lines = PAGE.split('\n')
  return lines.flatMap((line, at) => {
    if (line !== head) return []
    const rows = lines.slice(at + 2)
    return rows
      .slice(
        0,
        rows.findIndex((row) => !row.startsWith('|'))
      )
      .map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim())
      )
  })
}

const ticked = (cell: string | undefined): string[] =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, word]) => word as string)
const labels = ({ space }: Compiled, marks: Uint8Array | undefined): string[] =>
  marked(marks ?? new Uint8Array()).map(space.label)

describe('docs/method/stability.md', () => {
  test.each(rowsUnder('| concept | case | equilibria |'))(
    '%s in %s: %s',
    (name, folder, states) => {
      const { compiled } = compiledCase(ticked(folder)[0] as string)
      const concept = name.toLowerCase() as Concept
      expect(
        labels(
          compiled,
          solve(compiled.conflict, { concepts: [concept] }).concepts.get(concept)?.equilibria
        )
      ).toEqual(ticked(states))
    }
  )

  test('every concept has a worked example', () => {
    expect(
      new Set(rowsUnder('| concept | case | equilibria |').map(([name]) => name?.toLowerCase()))
    ).toEqual(new Set(CONCEPTS))
  })

  test.each(rowsUnder('| coalition concept | case | equilibria |'))(
    '%s in %s: %s',
    (name, folder, states) => {
      const { compiled } = compiledCase(ticked(folder)[0] as string)
      expect(
        labels(
          compiled,
          coalitionStability(compiled.conflict).equilibria.get(name.toLowerCase() as 'cnash')
        )
      ).toEqual(ticked(states))
    }
  )

  test.each(rowsUnder('| concept | rankings |'))(
    'Syria and Iraq, inverse, %s: %s',
    (name, count) => {
      const { compiled } = compiledCase('cases/classics/syria-iraq-1975')
      const state = compiled.space.find('YNN') as number
      expect(
        rankingsThatHold(compiled.conflict, 0, { state, concept: name.toLowerCase() as Concept })
      ).toEqual({
        of: 720,
        holding: Number(count)
      })
    }
  )

  test('chicken: both expect to stay where both swerve from three moves on, and not before', () => {
    const { compiled } = compiledCase('cases/classics/chicken')
    const both = compiled.space.find('YY') as number
    const stays = foresight(compiled.conflict, 6).map(({ expected }) =>
      expected.every((ends) => ends[both] === both)
    )
    expect(stays.slice(1)).toEqual([false, false, true, true, true, true])
  })

  const blocks = [
    ...PAGE.matchAll(
      /```console\n\$ npx truce solve stability (\S+) --concepts (\S+)\n([\s\S]*?)```/g
    )
  ]
  test.each(blocks.map(([, folder, concepts, output]) => [folder, concepts, output] as const))(
    'the output shown for %s --concepts %s',
    (folder, concepts, output) => {
      const about = compiledCase(folder as string)
      const result = analyse(about.compiled, {
        concepts: (concepts as string).split(',') as Concept[]
      })
      expect(renderPlain(stabilityReport(about, result), { width: 80 })).toBe(output)
    }
  )

  test('some output is shown', () => {
    expect(blocks.length).toBeGreaterThan(0)
  })
})
