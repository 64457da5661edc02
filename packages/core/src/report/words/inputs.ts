/** What an uncertain input is, by its key, and the ids that its key names. */
export interface NamedInput {
  readonly kind: (typeof KINDS)[number][1]
  readonly ids: Readonly<Record<(typeof KINDS)[number][2][number], string>>
}

/** The kinds of keys, from the most telling, and what their parts are. */
const KINDS = [
  [/^polls\.([^.]+)$/, 'poll', ['poll']],
  [/^scenarios\.([^.]+)$/, 'scenario', ['scenario']],
  [/^stances\.([^.]+)\.interests\.([^.]+)\.weight$/, 'weight', ['party', 'issue']],
  [
    /^stances\.([^.]+)\.interests\.([^.]+)\.values\.([^.]+)$/,
    'value',
    ['party', 'issue', 'option']
  ],
  [/^stances\.([^.]+)\.interests\.([^.]+)\.values$/, 'values', ['party', 'issue']],
  [/^stances\.([^.]+)\.no-deal\.base/, 'base', ['party']],
  [/^stances\.([^.]+)\.no-deal\.ledger\.([^.]+)/, 'ledger', ['party', 'entry']],
  [/^stances\.([^.]+)\.redlines\.([^.]+)\.firmness$/, 'firmness', ['party', 'redline']],
  [/^stances\.([^.]+)\.ratification\.([^.]+)\.threshold$/, 'threshold', ['party', 'body']],
  [/^stances\.([^.]+)\.ratification\.([^.]+)\.otherwise$/, 'share', ['party', 'body']],
  [
    /^stances\.([^.]+)\.ratification\.([^.]+)\.effects\.([^.]+)\.points\.(.+)$/,
    'effect',
    ['party', 'body', 'issue', 'option']
  ],
  [/^stances\.([^.]+)$/, 'stance', ['party']],
  [/^proposals\.([^.]+)\.terms\.([^.]+)\.chance$/, 'stage', ['proposal', 'issue']]
] as const

const NONE: NamedInput['ids'] = {
  poll: '',
  scenario: '',
  party: '',
  issue: '',
  option: '',
  entry: '',
  redline: '',
  body: '',
  proposal: ''
}

/** Reads the key of an input; undefined where no words are known for its kind. */
export function inputOf(key: string): NamedInput | undefined {
  for (const [pattern, kind, parts] of KINDS) {
    const found = pattern.exec(key)
    if (found)
      return {
        kind,
        ids: {
          ...NONE,
          ...Object.fromEntries(parts.map((part, at) => [part, found[at + 1] ?? '']))
        }
      }
  }
  return undefined
}
