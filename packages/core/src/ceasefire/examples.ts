/** A ceasefire's text that answers every question, key by key. */
const CEASEFIRE: Readonly<Record<string, string>> = {
  class: 'preliminary',
  declaration: 'bilateral',
  form: 'written',
  signatories: '[upland, lowland]',
  others: '[the ferry guard answers to Lowland]',
  'enters-into-force': '"2024-07-01T00:00[Europe/Vienna]"',
  orders: '{by: [upland, lowland], lead: PT24H, down-to: company}',
  duration: '{lasts: P180D, renewal: by both in writing}',
  scope: 'both banks',
  geography: '{lines: [lines.weir], map: Annex A, coordinates: WGS 84}',
  violation: 'any prohibited act, and a weapon found where it may not be',
  prohibited: '[{act: fire}, {act: uav}, {act: mines}]',
  permitted: '[{act: medical-evacuation}]',
  'return-fire': 'only at what fires, by order of a battalion commander, told within an hour',
  monitoring:
    '{by: [union], mandate: to observe and report, terms-of-reference: Annex B, freedom-of-movement: at any hour, security: each in its area, inspections: fortnightly, suspension: after an attack all leave by the ferry}',
  complaints:
    '{within: PT24H, investigated-within: P7D, ladder: [weekly], deadlock: to the ministers}',
  record: 'duplicate',
  detainees: 'all for all within 30 days',
  missing: 'lists exchanged within 30 days',
  'mine-records': 'handed over within ten days',
  'civilian-works': '{notice: P7D, channel: phone}',
  talks: '[main]',
  languages: '{authentic: [en, de], prevails: en}'
}

const OTHERS: Readonly<Record<string, string>> = {
  parties: `
    upland: {name: Upland, kind: state, role: belligerent}
    lowland: {name: Lowland, kind: state, role: belligerent}
    union: {name: Union, kind: organisation, role: mediator}`,
  lines:
    '{weir: {as-of: 2024-05-01, kind: contact, source: talks}, bridge: {as-of: 2023-05-01, kind: contact, source: talks}}',
  tracks:
    '{main: {kind: 1, format: direct, seats: {upland: party, lowland: party}, starts: {after: ceasefire, days: 7}}}',
  channels:
    '[{id: phone, ends: [upland, lowland], acknowledge-within: PT10M, line-check: ["09:30"]}]',
  meetings:
    '[{id: weekly, kind: flag-meeting, cadence: weekly, at: "10:00[Europe/Vienna]", rank-floor: OF-5, terms-of-reference: Annex C, decides: consensus, deadlock: to the ministers}]',
  withdrawals: riverWithdrawal()
}

/** What to write otherwise in the example's withdrawal; an empty text leaves the key out. */
export function riverWithdrawal(changes: Readonly<Record<string, string>> = {}): string {
  const entries = {
    weapon: '{class: mortar, at-least-mm: 82}',
    measure: '{zone-width-km: 5}',
    baseline: '{upland: lines.weir, lowland: lines.weir}',
    starts: '{after: ceasefire, days: 2}',
    ends: '{after: starts, days: 10}',
    storage: '{site: two depots, inspections: weekly}',
    'verified-by': '[union]',
    ...changes
  }
  return `\n    - id: mortars\n${block(entries, 6)}`
}

/**
 * The example case with a ceasefire that answers everything, but for some of its keys; and with
 * other keys of the case written otherwise.
 */
export function riverCeasefire(
  changes: Readonly<Record<string, string>> = {},
  others: Readonly<Record<string, string>> = {}
): Readonly<Record<string, string>> {
  return { ...OTHERS, ceasefire: `\n${block({ ...CEASEFIRE, ...changes }, 4)}`, ...others }
}

/** The keys of the example's ceasefire that may be left out. */
export const EXAMPLE_KEYS: readonly string[] = Object.keys(CEASEFIRE).filter(
  (key) => key !== 'class' && key !== 'enters-into-force'
)

/** Entries one below the other, so far from the margin; those without text are left out. */
function block(entries: Readonly<Record<string, string>>, margin: number): string {
  return Object.entries(entries)
    .filter(([, text]) => text !== '')
    .map(([key, text]) => `${' '.repeat(margin)}${key}: ${text}`)
    .join('\n')
}
