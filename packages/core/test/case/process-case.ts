/** Each kind of entry about the process, with every key it may have, laid over the small example. */
export const PROCESS: Readonly<Record<string, string>> = {
  parties: `
    upland: {name: Upland, kind: state, role: belligerent}
    lowland: {name: Lowland, kind: state, role: belligerent}
    union: {name: Union, kind: organisation, role: [mediator, guarantor]}`,
  escalation: `
    sides: [upland, lowland]
    source: talks
    because: so it was said
    ladder:
    - id: alert
      title: Alert
      risk: [0.1, 0.2]
      values: {upland: {win: 9, yield: 8, disaster: -7}}
      source: talks
      because: a rung's own
    signals:
    - by: upland
      at: "2024-05-01T10:00[Europe/Vienna]"
      rung: alert
      kind: drill
      text: A drill
      notified: {channel: phone, lead: PT30M}
      source: talks
      because: seen
    - {by: lowland, at: 2024-05, kind: note}`,
  conduct: `
    - by: union
      toward: upland
      act: training
      since: 2023-01
      text: Officers
      source: talks
      because: reported`,
  overtures: `
    - id: gauges
      by: upland
      text: The gauges could be shown
      to: lowland
      welcomes: {open: 80%}
      leak-cost: 0.1
      tests: {water: half}
      source: talks
      because: a question`,
  guarantees: `
    - by: union
      of: the dam
      chance: 0.5
      penalty: 20
      insurance: 5
      source: talks
      because: in its charter`,
  tracks: `
    main:
      kind: 1.5
      format: shuttle
      title: Main
      seats: {upland: party, union: chair}
      sees: own
      starts: {after: ceasefire, days: 3}
      source: talks
      because: as now`,
  lines: `
    river:
      geometry: lines/river.geojson
      sides: {upland: [15.5, 48.5]}
      as-of: 2024-01-01
      kind: claimed
      title: The river
      claimed-by: upland
      source: talks
      because: on its maps`,
  ceasefire: `
    class: preliminary
    declaration: bilateral
    form: written
    publicity: public
    signatories: [upland, lowland]
    others: [Bands of the hills, {party: union, bound-by: its own order}]
    enters-into-force: {after: signature, days: 2}
    date: {decided-by: [upland, lowland], with: [union], until: "2024-06-20T12:00[Europe/Vienna]"}
    orders: {by: [upland], out-by: {after: signature, days: 1}, lead: PT12H, down-to: company}
    duration: {lasts: P90D, until: "2024-12-01T00:00[Europe/Vienna]", renewal: by both, review: each month}
    scope: The valley
    geography: {lines: [lines.river], map: Annex A, coordinates: WGS 84, markers: white posts}
    violation: Any prohibited act
    heavy-weapons: [{class: mortar, at-least-mm: 82, below-mm: 200, definition: in or out of use}]
    prohibited: [Fire, {act: uav, text: over the valley}, {act: mines}]
    permitted: [Patrols, {act: works}]
    return-fire: In defence
    inventories: {by: {after: ceasefire, days: 5}, verified-by: {after: ceasefire, days: 30}, of: guns}
    monitoring:
      by: [union]
      mandate: to watch
      terms-of-reference: Annex B
      freedom-of-movement: at any hour
      security: each in its area
      technology: cameras
      inspections: fortnightly
      suspension: after two attacks
    complaints:
      within: PT24H
      verified-within: PT48H
      investigated-by: [union]
      investigated-within: P7D
      decided-within: P14D
      ladder: [weekly]
      deadlock: to the ministers
    sanctions: reported in writing
    record: duplicate
    detainees: all for all
    missing: exchanged lists
    mine-records: handed over
    humanitarian: two crossings
    civilian-works: {notice: P7D, channel: phone, rule: no more than ten people}
    communication: one statement
    talks: [main]
    guarantors: [union, {by: lowland, obligation: to pay}]
    flexibility: [Floods, {clause: harvest, cost: told a week before}]
    languages: {authentic: [en, de], prevails: en, translation: the union}
    amendment: in writing
    termination: thirty days' notice
    source: talks
    because: as drafted`,
  withdrawals: `
    - id: heavy
      title: Heavy guns
      weapon: {class: artillery, at-least-mm: 100, below-mm: 200, definition: towed and driven}
      measure: {zone-width-km: 50, distance-from-line-km: 25, band-km: [0, 10]}
      baseline: {upland: lines.river}
      zone: area-of-limitation
      ceiling: {upland: 36}
      tranches: [{count: 10, by: {after: starts, days: 3}}, {count: 5, party: upland, by: {after: ceasefire, days: 9}}]
      starts: "2024-07-01T08:00[Europe/Vienna]"
      synchronised: true
      ends: {after: starts, weeks: 1}
      completion: synchronised
      storage: {site: Depots, keys: one each, inspections: weekly}
      verified-by: [union]
      asymmetry: the slope
      source: talks
      because: as drafted`,
  meetings: `
    - id: weekly
      kind: flag-meeting
      title: Flags
      cadence: weekly
      at: "10:00[Europe/Vienna]"
      rank-floor: OF-6
      quorum: {upland: 2}
      attend: {union: observer}
      recess: {at-most-days: 7, recall-hours: 24}
      recesses: [{days: 2024-12-24/2024-12-26, because: Christmas}, {days: 2025-01-01}]
      place: The ferry house
      minutes: [en]
      terms-of-reference: Annex C
      decides: consensus
      deadlock: to the ministers
      source: talks
      because: as in Korea`,
  channels: `
    - id: phone
      title: Phone
      ends: [upland, lowland]
      acknowledge-within: PT10M
      answer-within: PT2H
      line-check: ["09:30"]
      kinds: [incident]
      zone: Europe/Vienna
      terms-of-reference: Annex D
      source: talks
      because: as now`,
  deliverables: `
    - id: keys
      by: upland
      to: lowland
      title: The keys
      gives: {water: half}
      with: [maps]
      cost: {upland: 1}
      stream: {lowland: 2}
      grab: {upland: 3}
      verified-by: [union]
      caught: 0.9
      lasting: true
      due: {after: verified.heavy, days: 60}
      source: talks
      because: an exchange
    - {id: maps, by: lowland}`,
  plan: `
    period: P14D
    discount: {upland: 0.9}
    bond: {lowland: 5}
    source: talks
    because: as drafted`,
  gates: `
    - id: open
      title: Wider talks
      opens: track.main
      when:
        violations-per-day: {at-most: 10, for-days: 14}
        verified: [heavy]
        meetings: {id: weekly, held-at-least: 90%}
        gate: other
        any:
        - {verified: [keys], gate: other}
        - {violations-per-day: {at-most: 1, for-days: 2}, meetings: {id: weekly, held-at-least: 1}}
        all:
        - violations-per-day: {at-most: 3, for-days: 4}
          verified: [maps]
          meetings: {id: weekly, held-at-least: 0.5}
          gate: other
      decided-by: [union]
      evidence-not-only-from: [upland]
      source: talks
      because: as drafted
    - {id: other, when: {}}`,
  proposals: `
    halves:
      title: Half each
      by: talks
      terms: {water: {first: third, then: half, chance: 0.5, after: {after: gate.open, hours: 1}}}
      provisional: {water: {review: {after: ceasefire}, then: talk again, because: it is early}}`
}
