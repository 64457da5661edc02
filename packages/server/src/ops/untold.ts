/** Shortest text that is taken for a secret: a shorter one would strike out words by chance. */
const SHORTEST = 6

/** What looks like a secret wherever it stands: what follows the first group is struck out. */
const SHAPES: readonly RegExp[] = [
  /((?:postgres(?:ql)?|https?):\/\/[^\s:@/]*:)[^\s@/]+(?=@)/g,
  /((?:welcome|links)\/)[A-Za-z0-9_-]{16,}/g,
  /(__Host-[a-z-]+=)[^\s;]+/g,
  /(\bpassword["']?\s*[:=]\s*["']?)[^\s"',&}]+/gi,
  /(\bBearer\s+)[^\s"']+/gi
]

/** Strikes out secrets of a text that is to be written down. */
export type Untold = (text: string) => string

/** Strikes out these, as written and as an address writes them, and whatever looks like a secret. */
export function untold(secrets: readonly (string | undefined)[]): Untold {
  const known = secrets
    .flatMap((secret) => (secret === undefined ? [] : [secret, encodeURIComponent(secret)]))
    .filter(({ length }) => length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
  return (text) => {
    const without = known.reduce((left, secret) => left.replaceAll(secret, '***'), text)
    return SHAPES.reduce((left, shape) => left.replace(shape, '$1***'), without)
  }
}

/** The password that stands in the address of a database, as written and as meant. */
export function passwordsIn(address: string): readonly string[] {
  const written = /^[^:]*:\/\/[^:@/?]*:([^@/?#]*)@/.exec(address)?.[1] ?? ''
  const asked = /[?&]password=([^&#]*)/.exec(address)?.[1] ?? ''
  return [written, asked].filter((text) => text !== '').flatMap((text) => [text, meant(text)])
}

function meant(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
