/** Browsers by what they say of themselves; each says the names of others after its own. */
const NAMES = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari']
] as const

const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux']
] as const

/** A browser and its system in short, by what it says it is; nothing for what is no browser. */
export function browserOf(said: string): string | undefined {
  const browser = NAMES.find(([mark]) => said.includes(mark))?.[1]
  const system = SYSTEMS.find(([mark]) => said.includes(mark))?.[1]
  if (browser === undefined) return said === '' ? undefined : said.slice(0, 60)
  return system === undefined ? browser : `${browser}, ${system}`
}
