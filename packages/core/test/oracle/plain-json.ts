// RFC 8785 as its text goes, letter by letter: section 3.2.2.2 for strings, 3.2.3 for the order of keys.

const SHORT: Readonly<Record<number, string>> = {
  8: '\\b',
  9: '\\t',
  10: '\\n',
  12: '\\f',
  13: '\\r',
  34: '\\"',
  92: '\\\\'
}

/** The canonical spelling of a value that JSON can say. */
export function plainJson(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(plainJson).join(',')}]`
  if (typeof value !== 'object') return value === 0 ? '0' : `${value}`
  const entries = Object.entries(value as object)
  const sorted: typeof entries = []
  for (const entry of entries) {
    const at = sorted.findIndex(([key]) => before(entry[0], key))
    sorted.splice(at < 0 ? sorted.length : at, 0, entry)
  }
  return `{${sorted.map(([key, inner]) => `${quoted(key)}:${plainJson(inner)}`).join(',')}}`
}

/** By the numbers of the UTF-16 code units, the first that differs. */
function before(a: string, b: string): boolean {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = a.charCodeAt(at) - b.charCodeAt(at)
    if (difference !== 0) return difference < 0
  }
  return a.length < b.length
}

function quoted(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const short = SHORT[code]
    if (short !== undefined) out += short
    else if (code < 32) out += `\\u${code.toString(16).padStart(4, '0')}`
    else out += text[at]
  }
  return `"${out}"`
}
