import type { Page } from '../../diagnostic/diagnostic.ts'

/** Problems of dates and times. */

export const noSuchDate: Page = {
  code: 'DT001',
  severity: 'error',
  title: 'a date that does not exist',
  about: 'Dates follow the calendar: `2024-11-21`, `2024-11` or `2024`.',
  message: (d) => `${d['date']} does not exist`,
  help: () => 'look the date up in a calendar; if only the month is known, write the month',
  examples: { failing: { 'as-of': '2024-06-31' }, passing: { 'as-of': '2024-06-30' } }
}
export const badInstant: Page = {
  code: 'DT002',
  severity: 'error',
  title: 'a moment that is not clear',
  about:
    'A moment in an agreement is a local time with its zone, both written out: `"2025-01-20T00:00[Europe/Kyiv]"`. A time that the clocks skip there, or show twice, is refused, for nobody could say which hour was meant. A day alone is refused for the same reason: it begins and ends at another hour in each zone.',
  message: (d) => `\`${d['text']}\` is not a clear moment: ${d['problem']}`,
  help: (d) =>
    /^\d{4}-\d{2}-\d{2}$/.test(String(d['text']))
      ? `say the hour and the zone: "${d['text']}T00:00[Europe/Kyiv]" is the start of that day there`
      : 'write it as "2025-01-20T00:00[Europe/Kyiv]"; where the clocks show an hour twice, put the offset before the zone',
  examples: {
    failing: {
      proposals: `
        halves:
          title: Half each
          terms: {water: half}
          provisional: {water: {review: "2025-06-01T12:00"}}`
    },
    passing: {
      proposals: `
        halves:
          title: Half each
          terms: {water: half}
          provisional: {water: {review: "2025-06-01T12:00[Europe/Vienna]"}}`
    }
  }
}
export const badClock: Page = {
  code: 'DT003',
  severity: 'error',
  title: 'a time of day that is not clear',
  about: 'A time of day is `HH:MM` in quotes; meetings carry their time zone.',
  message: (d) => `\`${d['text']}\` is not a time of day`,
  help: (d) => `write it as ${d['example']}`,
  examples: {
    failing: {
      meetings: `
        - {id: gauges, kind: working-group, cadence: weekly, at: 10 in the morning}`
    },
    passing: {
      meetings: `
        - {id: gauges, kind: working-group, cadence: weekly, at: "10:00[Europe/Vienna]"}`
    }
  }
}
export const badZone: Page = {
  code: 'DT010',
  severity: 'error',
  title: 'a time zone that is not on the list',
  about:
    'The clocks of a party or a channel are named as on the IANA list of time zones: `Europe/Kyiv`. The list says when clocks are changed; an offset such as `+02:00`, or letters such as `EET` do not say so for everybody.',
  message: (d) => `\`${d['text']}\` is not a time zone of the IANA list`,
  help: () => 'name a city on the list, such as Europe/Kyiv, or UTC',
  examples: {
    failing: {
      channels: `
        - {id: river-line, ends: [upland, lowland], acknowledge-within: PT10M, zone: Vienna time}`
    },
    passing: {
      channels: `
        - {id: river-line, ends: [upland, lowland], acknowledge-within: PT10M, zone: Europe/Vienna}`
    }
  }
}
export const badDuration: Page = {
  code: 'DT004',
  severity: 'error',
  title: 'a time span that is not clear',
  about:
    'Time spans are written as in ISO 8601: `PT10M` is ten minutes, `PT2H` two hours, `P14D` fourteen days. Months and years are left out, because their length differs.',
  message: (d) => `\`${d['text']}\` is not a time span`,
  help: () => 'write it as PT10M, PT2H or P14D; it may last a million days',
  examples: {
    failing: {
      channels: `
        - {id: river-line, ends: [upland, lowland], acknowledge-within: ten minutes}`
    },
    passing: {
      channels: `
        - {id: river-line, ends: [upland, lowland], acknowledge-within: PT10M}`
    }
  }
}
export const pollTooLate: Page = {
  code: 'DT005',
  severity: 'error',
  title: "a poll fielded after the case's date",
  about: '`as-of` says when the case was judged; a poll taken later could not have been known.',
  message: (d) =>
    `the poll \`${d['poll']}\` was fielded in ${d['field']}, after the case's date ${d['as-of']}`,
  help: () => 'leave the poll out, or move `as-of` and judge the case again',
  examples: {
    failing: {
      polls: `
        autumn: {population: upland, field: 2024-10, answers: {for: 54, against: 31}, source: talks}`
    },
    passing: {
      polls: `
        spring: {population: upland, field: 2024-04, answers: {for: 54, against: 31}, source: talks}`
    }
  }
}
export const sourcesTooLate: Page = {
  code: 'DT007',
  severity: 'warning',
  title: "sources later than the case's date",
  about:
    '`as-of` says when the case was judged. What was published later could not have been known then: a verdict that rests on it is one of hindsight, and says nothing about whether it could have been foreseen.',
  message: (d) =>
    `later than the case's date ${d['as-of']}: ${(d['later'] as readonly string[]).join(', ')}`,
  help: () =>
    'move `as-of` if the case is judged from later on; otherwise read its verdicts as hindsight, or rest them on what was known',
  examples: {
    failing: {
      sources: '{talks: {title: Minutes of the river talks, kind: statement, date: 2024-10}}'
    },
    passing: {
      sources: '{talks: {title: Minutes of the river talks, kind: statement, date: 2024-06}}'
    }
  }
}
export const proposalsTooLate: Page = {
  code: 'DT008',
  severity: 'warning',
  title: "proposals later than the case's date",
  about:
    '`as-of` says when the case was judged. A proposal made later is judged by what the parties wanted then, and not by what they wanted when it was made.',
  message: (d) =>
    `later than the case's date ${d['as-of']}: ${(d['later'] as readonly string[]).join(', ')}`,
  help: () =>
    'move `as-of` and judge the case again, or say in the README why it is asked all the same',
  examples: {
    failing: {
      proposals: `
        halves: {title: Half each, by: talks, date: 2024-10, terms: {water: half}}`
    },
    passing: {
      proposals: `
        halves: {title: Half each, by: talks, date: 2024-06, terms: {water: half}}`
    }
  }
}
export const circle: Page = {
  code: 'DT006',
  severity: 'error',
  title: 'steps that wait for each other',
  about:
    'Gates open on what was verified, and dates count from other events. If they wait for each other in a circle, none of them can ever happen.',
  message: (d) => `these wait for each other: ${(d['circle'] as readonly string[]).join(' -> ')}`,
  help: () => 'let one of them depend on something outside the circle',
  examples: {
    failing: {
      gates: `
        - {id: study, when: {gate: funding}}
        - {id: funding, when: {gate: study}}`
    },
    passing: {
      meetings: `
        - {id: gauges, kind: working-group, cadence: weekly, at: "10:00[Europe/Vienna]"}`,
      gates: `
        - {id: study, when: {meetings: {id: gauges, held-at-least: 90%}}}
        - {id: funding, when: {gate: study}}`
    }
  }
}
export const endsBeforeItBegins: Page = {
  code: 'DT009',
  severity: 'error',
  title: 'a position that ends before it begins',
  about: 'A redline is held from the day under `since` to the day under `until`.',
  message: (d) => `this position ends in ${d['until']} and begins in ${d['since']}`,
  help: () => 'look both days up; write `until` only for a position that was given up',
  examples: {
    failing: {
      stances: `
        upland:
          redlines: [{id: not-half, never: {water: half}, firmness: 0.8, since: 2022-05, until: 2021, source: talks}]`
    },
    passing: {
      stances: `
        upland:
          redlines: [{id: not-half, never: {water: half}, firmness: 0.8, since: 2021, until: 2022-05, source: talks}]`
    }
  }
}
