import type { SourceFile } from '@truce/core'

/**
 * A case of three files that belong together: each says the same number, and a fourth comes and
 * goes.
 */
export function numbered(count: number): readonly SourceFile[] {
  const text = `# ${count}\n${'# a line of some length, so that a torn file would show\n'.repeat(200)}# ${count}\n`
  const names = [
    'case.yaml',
    'evidence.yaml',
    'stances/upland.yaml',
    ...(count % 2 === 0 ? ['stances/lowland.yaml'] : [])
  ]
  return names.map((name) => ({ name, text }))
}

/** A case of one file. */
export const single = (text: string): readonly SourceFile[] => [{ name: 'case.yaml', text }]
