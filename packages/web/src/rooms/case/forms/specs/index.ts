import type { FormSpec } from '../spec.ts'
import { infeasible, move, preferences, proposal, state, statusQuo } from './agenda.ts'
import { body, poll, support } from './ballot.ts'
import { asOf, issue, option, party, required, rule, scenario, source } from './basics.ts'
import { ceasefire } from './ceasefire.ts'
import { interest, ledger, noDeal, redline } from './stance.ts'
import { channel, deliverable, gate, meeting, plan } from './steps.ts'
import { conduct, escalation, guarantee, line, overture, rung, signal, track } from './talks.ts'
import { withdrawal } from './withdrawal.ts'

/** Every form of the case, by name: a new kind of entry is a description here. */
export const FORMS = {
  party,
  required,
  asOf,
  issue,
  option,
  rule,
  scenario,
  source,
  redline,
  interest,
  noDeal,
  ledger,
  body,
  support,
  poll,
  proposal,
  move,
  state,
  infeasible,
  preferences,
  statusQuo,
  ceasefire,
  withdrawal,
  meeting,
  channel,
  deliverable,
  plan,
  gate,
  escalation,
  rung,
  signal,
  conduct,
  overture,
  guarantee,
  track,
  line
} satisfies Readonly<Record<string, FormSpec>>

/** The name of a form. */
export type FormName = keyof typeof FORMS
