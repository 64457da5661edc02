import type { Data } from '../../diagnostic/diagnostic.ts'

/** `did you mean ..?`, or the known names when there are few. */
export function suggestion(data: Data, what = 'known'): string | undefined {
  const near = String(data['near'] ?? '')
  if (near !== '') return `did you mean \`${near}\`?`
  const known = data['known'] ?? data['members']
  if (!Array.isArray(known) || known.length === 0) return undefined
  return `${what}: ${quoted(known.slice(0, 24))}${known.length > 24 ? ', ..' : ''}`
}

/** Names in backticks, with commas. */
export function quoted(names: Data[string] | undefined): string {
  return (Array.isArray(names) ? names : []).map((name) => `\`${name}\``).join(', ')
}
