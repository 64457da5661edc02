import type { Io } from '../io.ts'
import type { Parts } from '../parts.ts'
import { helpOnPart, partLines, runPart } from '../parts.ts'

const PARTS: Parts = {
  key: {
    about: 'make a key to sign with; it stays in its file',
    load: async () => import('./record-key.ts')
  },
  init: {
    about: 'begin the record of a ceasefire, with the keys of all who will write',
    load: async () => import('./record-init.ts')
  },
  add: {
    about: 'sign entries and bring them in',
    load: async () => import('./record-add.ts')
  },
  kinds: {
    about: 'what kinds of entries there are, who writes them, what they hold',
    load: async () => import('./record-kinds.ts')
  },
  import: {
    about: 'make entries of a table of incidents, or of reports from the field',
    load: async () => import('./record-import.ts')
  },
  list: {
    about: 'what is in it, entry by entry',
    load: async () => import('./record-list.ts')
  },
  hotline: {
    about: 'messages with their clocks, what is overdue, and the checks of the line',
    load: async () => import('./record-hotline.ts')
  },
  meetings: {
    about: 'what became of each meeting that was due; minutes, promises, the next agenda',
    load: async () => import('./record-meetings.ts')
  },
  cap: {
    about: 'a message of the hotline as a CAP 1.2 alert, or an alert as an entry',
    load: async () => import('./record-cap.ts')
  },
  daily: {
    about: 'the daily report, in the form of an observation mission’s',
    load: async () => import('./record-daily.ts')
  },
  checkpoint: {
    about: 'sign the head of the record, or cosign it',
    load: async () => import('./record-checkpoint.ts')
  },
  export: {
    about: 'a copy for one party: all that is open, and what it may read',
    load: async () => import('./record-export.ts')
  },
  status: {
    about: 'today at a glance: alarms, what is due, incidents, gates, withdrawals, meetings',
    load: async () => import('./record-status.ts')
  },
  gates: {
    about: 'which gates the record opens, and the entries that decide it',
    load: async () => import('./record-gates.ts')
  },
  obligations: {
    about: 'what is owed and how far it is carried out, month by month',
    load: async () => import('./record-obligations.ts')
  },
  withdrawals: {
    about: 'who has gone back, by its own word and by that of others',
    load: async () => import('./record-withdrawals.ts')
  },
  play: {
    about: 'play an exercise from a script into a new record, to learn on',
    load: async () => import('./record-play.ts')
  },
  verify: {
    about: 'prove a record or a copy: signatures, order, times, and that nothing was rewritten',
    load: async () => import('./record-verify.ts')
  }
}

const OVERVIEW = `truce record <what> <record> [options]

${partLines('record', PARTS)}

A record is a folder. truce record <what> --help says more.
`

/** The help of `truce record`, or of its part where that is named. */
export const helpOnRecord = async (argv: readonly string[]): Promise<string> =>
  helpOnPart(PARTS, argv, OVERVIEW)

/** `truce record <what> <record>`. */
export const recordCommand = async (argv: readonly string[], io: Io): Promise<number> =>
  runPart({ command: 'record', parts: PARTS }, argv, io)
