/** A small case whose ceasefire says everything that a text is asked. */
export const WHOLE_CASE = `truce: 1
title: Ceasefire on the Ash
as-of: 2030-01-10
required: [upland, lowland]
sources:
  talks: {title: Notes of the talks, kind: analysis, date: 2030-01}
parties:
  upland: {name: Upland, kind: state, role: belligerent, clock: Europe/Kyiv}
  lowland: {name: Lowland, kind: state, role: belligerent}
  union: {name: River Union, kind: organisation, role: [mediator, guarantor]}
issues:
  water: {title: Water, options: {half: Half each, none: None}}
stances:
  upland:
    interests: {water: {weight: 1, values: {half: 80, none: 20}, source: talks}}
    no-deal: {base: 30, source: talks}
  lowland:
    interests: {water: {weight: 1, values: {half: 80, none: 20}, source: talks}}
    no-deal: {base: 30, source: talks}
proposals:
  share: {title: Share, terms: {water: half}}
tracks:
  main: {kind: 1, format: direct, title: Water talks, seats: {upland: party, lowland: party}, starts: {after: ceasefire, days: 10}}
lines:
  ridge: {as-of: 2030-01-09, kind: contact, title: The ridge, geometry: ridge.geojson, source: talks}
  river: {as-of: 2029-06-01, kind: status-quo-ante, title: The river, geometry: river.geojson, source: talks}
ceasefire:
  class: preliminary
  declaration: bilateral
  form: written
  publicity: public
  signatories: [upland, lowland]
  others: [The Ash volunteers, {party: union, bound-by: the command of Upland}]
  enters-into-force: "2030-02-01T00:00[Europe/Vienna]"
  date: {decided-by: [upland, lowland], with: [union], until: "2030-01-25T12:00[Europe/Vienna]"}
  orders: {by: [upland, lowland], lead: PT12H, down-to: every company and post}
  duration: {lasts: P60D, renewal: "by exchange of letters, for sixty days at a time", review: every thirty days by the joint commission}
  scope: the valley of the Ash
  geography: {lines: [lines.ridge, lines.river], map: "sheet 4 at 1:50,000, kept by the union", coordinates: WGS 84, markers: white posts every 200 m}
  violation: any act that Article 6 prohibits
  heavy-weapons: [{class: artillery, at-least-mm: 100}, {class: tank}]
  prohibited: [{act: fire}, {act: uav, text: save those of the mission}, {act: mines}]
  permitted: [{act: medical-evacuation}, {act: works}]
  return-fire: "only on the order of a brigade commander, after the direct line was tried"
  inventories: {by: {after: ceasefire, days: 3}, verified-by: {after: ceasefire, days: 20}, of: all weapons above 100 mm}
  monitoring:
    by: [union]
    mandate: to observe and to verify
    terms-of-reference: "Annex F, signed by both"
    freedom-of-movement: "everywhere, within two hours of asking"
    security: each party answers for it in its area
    technology: "cameras, unmanned aircraft, satellites"
    inspections: weekly
    suspension: by the head of mission, over the bridge, within six hours
  complaints:
    within: P2D
    verified-within: P3D
    investigated-by: [union]
    investigated-within: P10D
    decided-within: P14D
    ladder: [flag, board]
    deadlock: the head of mission decides
  sanctions: by the courts martial of each party, the commission being told
  record: duplicate
  detainees: all for all within ten days, in the care of the Red Cross
  missing: teams of both parties search together
  mine-records: by each party to the mission within two days
  humanitarian: convoys pass at all times
  civilian-works: {notice: P2D, channel: phone, rule: works go on unless a party objects within a day}
  communication: one spokesman of the union
  talks: [main]
  guarantors: [{by: union, obligation: to pay for the mission for a year}]
  flexibility: [{clause: a flight may be postponed by a day, cost: the other party may postpone one too}]
  languages: {authentic: [en, de], prevails: en, translation: the union}
  amendment: in writing by both
  termination: with thirty days' notice to the union
  source: talks
withdrawals:
- id: guns
  weapon: {class: artillery, at-least-mm: 100}
  measure: {zone-width-km: 30}
  baseline: {upland: lines.ridge, lowland: lines.river}
  asymmetry: the land between them is to stay empty
  starts: "2030-02-02T08:00[Europe/Vienna]"
  synchronised: true
  ends: {after: starts, days: 14}
  completion: synchronised
  storage: {site: the old quarry, keys: one of each party, inspections: weekly}
  verified-by: [union]
  source: talks
meetings:
- {id: flag, kind: flag-meeting, title: The flag meeting, cadence: daily, at: "10:00[Europe/Vienna]", rank-floor: OF-6, place: the bridge, minutes: [en], terms-of-reference: Annex G, decides: consensus, deadlock: the matter goes to the joint commission, source: talks}
- {id: board, kind: joint-commission, title: The joint commission, cadence: weekly, at: "12:00[Europe/Vienna]", rank-floor: OF-8, place: the town hall, minutes: [en], terms-of-reference: Annex H, decides: chair, deadlock: the chair decides, source: talks}
channels:
- {id: phone, title: The river line, ends: [upland, lowland], acknowledge-within: PT10M, answer-within: PT2H, line-check: ["09:30", "15:30"], source: talks}
`
