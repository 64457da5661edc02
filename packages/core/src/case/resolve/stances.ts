import type { PartyType, Redline, Stance } from '../../model/case.ts'
import { exactlyOne } from '../rules/shape.ts'
import { endsBeforeItBegins } from '../rules/time.ts'
import type { StanceDocument } from '../schema/document.ts'
import { resolveBodies } from './bodies.ts'
import { entries, evidenceOf, present, sourced, sourcedMap, valueAt, written } from './context.ts'
import { resolveInterests } from './interests.ts'
import { checkNoDeal, resolveNoDeal } from './no-deal.ts'
import { isAfter } from './polls.ts'
import type { StancePlace, Surroundings } from './surroundings.ts'
import { checkChances } from './surroundings.ts'
import { unique } from './unique.ts'

/** One party's stance, judgements carrying their evidence. */
export function resolveStance(party: string, stance: StanceDocument, around: Surroundings): Stance {
  const inherited = evidenceOf(stance.defaults ?? {})
  const place: StancePlace = { ...around, party, at: `stances/${party}`, inherited }
  const interests = resolveInterests(stance.interests, place)
  const noDeal = stance['no-deal'] && resolveNoDeal(stance['no-deal'], place)
  if (noDeal) checkNoDeal(noDeal, interests, place)
  const redlines = redlinesOf(stance.redlines, place)
  const ended = redlines.filter((redline) => hasEnded(redline, around.asOf))
  return {
    party,
    at: place.at,
    interests,
    redlines: redlines.filter((redline) => !ended.includes(redline)),
    ratification: resolveBodies(stance.ratification, `${place.at}/ratification`, place),
    types: typesOf(stance.types, place),
    ...present({ noDeal, ended: ended.length > 0 ? ended : undefined })
  }
}

/** A position ends with the day it names, or with the month or year; on that day it is over. */
const hasEnded = ({ until }: Redline, asOf: string): boolean =>
  until !== undefined && !isAfter(until, asOf)

function redlinesOf(redlines: StanceDocument['redlines'], place: StancePlace): readonly Redline[] {
  const { party, context } = place
  const list = entries(redlines, `${place.at}/redlines`)
  unique(
    list.map(({ item, at }) => ({ id: item.id, at })),
    context
  )
  return list.flatMap(({ item, at }) => {
    const forms = written(context, at, ['never', 'must', 'conduct'])
    const [form] = forms
    if (!form || forms.length > 1) {
      const data = {
        keys: ['never', 'must', 'conduct'],
        of: `the redline \`${party}.${item.id}\``,
        found: forms.length === 0 ? 'none' : forms.join(' and ')
      }
      context.report(exactlyOne, valueAt(context, at), data)
      return []
    }
    if (item[form] === undefined) return []
    const evidence = evidenceOf(item, place.inherited)
    const crossedWhen =
      item.never ??
      (item.must === undefined ? undefined : ({ kind: 'not', part: item.must } as const))
    const assumed = place.sources.get(item.source)?.kind === 'assumption'
    const { conduct, says, since, until } = item
    if (since !== undefined && until !== undefined && isAfter(since, until))
      context.report(endsBeforeItBegins, valueAt(context, `${at}/until`), { since, until })
    const stage = item.stage === 'both' ? undefined : item.stage
    return [
      {
        id: item.id,
        party,
        form,
        firmness: sourced(item.firmness, evidence),
        assumed,
        at,
        ...evidence,
        ...present({ crossedWhen, conduct, says, since, until, stage })
      }
    ]
  })
}

function typesOf(
  types: StanceDocument['types'],
  { party, at: stance, context }: StancePlace
): readonly PartyType[] {
  const read = Object.entries(types ?? {}).map(([id, type]): PartyType => {
    const evidence = evidenceOf(type)
    return { id, p: sourced(type.p, evidence), changes: sourcedMap(type.changes, evidence) }
  })
  if (read.length > 0)
    checkChances(
      read.map(({ p }) => p),
      { at: `${stance}/types`, of: `the types of \`${party}\`` },
      context
    )
  return read
}
