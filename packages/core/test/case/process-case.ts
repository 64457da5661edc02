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
      source: talks
      because: as now`,
  lines: `
    river:
      geometry: lines/river.geojson
      as-of: 2024-01-01
      kind: claimed
      title: The river
      claimed-by: upland
      source: talks
      because: on its maps`,
  ceasefire: `
    class: preliminary
    enters-into-force: {after: signature, days: 2}
    scope: The valley
    prohibited: [Fire]
    permitted: [Patrols]
    return-fire: In defence
    source: talks
    because: as drafted`,
  withdrawals: `
    - id: heavy
      title: Heavy guns
      weapon: {class: artillery, at-least-mm: 100, below-mm: 200}
      measure: {zone-width-km: 50, distance-from-line-km: 25}
      baseline: {upland: lines.river}
      starts: "2024-07-01T08:00[Europe/Vienna]"
      synchronised: true
      ends: {after: starts, weeks: 1}
      storage: Depots
      verified-by: [union]
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
      place: The ferry house
      minutes: [en]
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
