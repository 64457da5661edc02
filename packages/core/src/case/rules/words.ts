import type { Data } from '../../diagnostic/diagnostic.ts'

/** `did you mean ..?`, or the known names when there are few. */
export function suggestion(data: Data, what = 'known'): string | undefined {
  const near = String(data['near'] ?? '')
  if (near !== '') return `did you mean \`${near}\`?`
  const known = data['known'] ?? data['members']
  if (!Array.isArray(known) || known.length === 0) return undefined
  return `${what}: ${known.slice(0, 24).map((name) => `\`${name}\``).join(', ')}${known.length > 24 ? ', ..' : ''}`
}
