import type { ModelSlot } from '../../ceasefire/clause-library.ts'
import type { ActClause, Ceasefire, NonSignatory, Orders } from '../../model/ceasefire.ts'
import type { When } from '../../model/moment.ts'
import { textIn } from '../../model/package.ts'
import { meetingTitle } from './draft-items.ts'
import type { Drafting } from './draft-words.ts'
import {
  actWords,
  atWords,
  caseQuoted,
  languageName,
  lapse,
  lettered,
  linesSpoken,
  lineWords,
  mark,
  momentWords,
  often,
  partiesNamed,
  weaponWords,
  who
} from './draft-words.ts'

/** What is filled in; what the case does not say is absent. */
export type DraftSlots = Partial<Record<ModelSlot, string>>

/** What the case's ceasefire fills in, apart from what stands once for each of several things. */
export function slotsOf(drafting: Drafting): DraftSlots {
  const { ceasefire } = drafting.source.process
  if (!ceasefire) return {}
  return present({
    ...frameSlots(drafting, ceasefire),
    ...areaSlots(drafting, ceasefire),
    ...actSlots(drafting, ceasefire),
    ...watchSlots(drafting, ceasefire),
    ...complaintSlots(drafting, ceasefire),
    ...lastSlots(drafting, ceasefire)
  })
}

type Found = { readonly [K in ModelSlot]?: string | undefined }

const present = (found: Found): DraftSlots =>
  Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as DraftSlots

const moment = (drafting: Drafting, when: When | undefined): string | undefined =>
  when === undefined ? undefined : momentWords(drafting, when)

function frameSlots(drafting: Drafting, ceasefire: Ceasefire): Found {
  const { told } = drafting
  const { declaration, form, publicity, date, duration, entersIntoForce } = ceasefire
  const decided = partiesNamed(drafting, date?.decidedBy)
  const others = partiesNamed(drafting, date?.with)
  return {
    signatories: partiesNamed(drafting, ceasefire.signatories),
    others: othersWords(drafting, ceasefire),
    class: told.say(`draft.class.${ceasefire.class}`),
    declaration: declaration && told.say(`draft.declaration.${declaration}`),
    form: form && told.say(`draft.form.${form}`),
    publicity: publicity && told.say(`draft.publicity.${publicity}`),
    instant: `${atWords(drafting, entersIntoForce)}${mark(ceasefire)}`,
    dateBy:
      decided !== undefined && others !== undefined
        ? told.say('draft.with', { parties: decided, others })
        : decided,
    dateUntil: moment(drafting, date?.until),
    ...orderSlots(drafting, ceasefire, ceasefire.orders),
    term: duration?.lasts
      ? told.say('draft.for', { lapse: lapse(drafting, duration.lasts) ?? '' })
      : duration?.until &&
        told.say('draft.until', { moment: momentWords(drafting, duration.until) }),
    renewal: caseQuoted(drafting, duration?.renewal, ceasefire),
    review: caseQuoted(drafting, duration?.review, ceasefire)
  }
}

function othersWords(drafting: Drafting, ceasefire: Ceasefire): string | undefined {
  const { told } = drafting
  const { others } = ceasefire
  if (others === undefined) return undefined
  if (others.length === 0) return told.say('draft.none')
  const bound = ({ party, text, boundBy }: NonSignatory): string => {
    const name = who(drafting, party) ?? caseQuoted(drafting, text, ceasefire) ?? ''
    const how = caseQuoted(drafting, boundBy, ceasefire)
    return how === undefined ? name : told.say('draft.bound', { who: name, how })
  }
  return lettered(drafting, others.map(bound))
}

function orderSlots(drafting: Drafting, ceasefire: Ceasefire, orders: Orders | undefined): Found {
  const { told } = drafting
  const lead = lapse(drafting, orders?.lead)
  return {
    ordersBy: partiesNamed(drafting, orders?.by),
    ordersTo: caseQuoted(drafting, orders?.downTo, ceasefire),
    ordersOut:
      moment(drafting, orders?.outBy) ??
      (lead === undefined
        ? undefined
        : told.say('draft.before', { lapse: lead, event: told.say('draft.event.ceasefire') }))
  }
}

function areaSlots(drafting: Drafting, ceasefire: Ceasefire): Found {
  const { geography } = ceasefire
  const known = linesSpoken(drafting)
  return {
    scope: caseQuoted(drafting, ceasefire.scope, ceasefire),
    lines:
      known.length === 0
        ? undefined
        : lettered(
            drafting,
            known.map(
              (id) =>
                `${lineWords(drafting, id)}${mark(drafting.source.process.lines.get(id) ?? {})}`
            )
          ),
    map: caseQuoted(drafting, geography?.map, ceasefire),
    coordinates: caseQuoted(drafting, geography?.coordinates, ceasefire),
    markers: caseQuoted(drafting, geography?.markers, ceasefire)
  }
}

/** Words for unmanned aircraft in a text of the case. */
const UNMANNED = /\bunmanned|\bdrones?\b|\bUAVs?\b|\bUAS\b/i

function actSlots(drafting: Drafting, ceasefire: Ceasefire): Found {
  const { told } = drafting
  const { prohibited, permitted, heavyWeapons } = ceasefire
  const acts = (all: readonly ActClause[]): string | undefined =>
    all.length === 0
      ? undefined
      : `${lettered(
          drafting,
          all.map((one) => actWords(drafting, one))
        )}${mark(ceasefire)}`
  const unmanned = ({ act, text }: ActClause): boolean =>
    act === 'uav' || (text !== undefined && UNMANNED.test(textIn(text)))
  const [no, yes] = [prohibited.filter(unmanned), permitted.filter(unmanned)]
  const ruled = [
    ...no.map((one) => told.say('draft.prohibited', { act: actWords(drafting, one) })),
    ...yes.map((one) => told.say('draft.permitted', { act: actWords(drafting, one) }))
  ]
  return {
    prohibited: acts(prohibited),
    permitted: acts(permitted),
    unmanned: ruled.length === 0 ? undefined : `${told.list(ruled)}${mark(ceasefire)}`,
    violation: caseQuoted(drafting, ceasefire.violation, ceasefire),
    returnFire: caseQuoted(drafting, ceasefire.returnFire, ceasefire),
    heavy:
      heavyWeapons === undefined || heavyWeapons.length === 0
        ? undefined
        : `${lettered(
            drafting,
            heavyWeapons.map((weapon) => weaponWords(drafting, weapon))
          )}${mark(ceasefire)}`
  }
}

function watchSlots(drafting: Drafting, ceasefire: Ceasefire): Found {
  const { inventories, monitoring } = ceasefire
  return {
    inventoryOf: caseQuoted(drafting, inventories?.of, ceasefire),
    inventoryBy: moment(drafting, inventories?.by),
    inventoryVerified: moment(drafting, inventories?.verifiedBy),
    inspections: monitoring?.inspections && often(drafting, monitoring.inspections),
    monitors: partiesNamed(drafting, monitoring?.by),
    mandate: caseQuoted(drafting, monitoring?.mandate, ceasefire),
    monitoringTerms: caseQuoted(drafting, monitoring?.termsOfReference, ceasefire),
    movement: caseQuoted(drafting, monitoring?.freedomOfMovement, ceasefire),
    security: caseQuoted(drafting, monitoring?.security, ceasefire),
    technology: caseQuoted(drafting, monitoring?.technology, ceasefire),
    suspension: caseQuoted(drafting, monitoring?.suspension, ceasefire)
  }
}

function complaintSlots(drafting: Drafting, ceasefire: Ceasefire): Found {
  const { complaints, record } = ceasefire
  const ladder = complaints?.ladder ?? []
  return {
    complaintWithin: lapse(drafting, complaints?.within),
    verifiedWithin: lapse(drafting, complaints?.verifiedWithin),
    investigators: partiesNamed(drafting, complaints?.investigatedBy),
    investigatedWithin: lapse(drafting, complaints?.investigatedWithin),
    decidedWithin: lapse(drafting, complaints?.decidedWithin),
    ladder:
      ladder.length === 0
        ? undefined
        : lettered(
            drafting,
            ladder.map((id) => meetingTitle(drafting, id))
          ),
    ladderEnd: caseQuoted(drafting, complaints?.deadlock, ceasefire),
    record: record && drafting.told.say(`draft.record.${record}`)
  }
}

function lastSlots(drafting: Drafting, ceasefire: Ceasefire): Found {
  const { told, source } = drafting
  const { civilianWorks, languages, flexibility } = ceasefire
  const channel =
    civilianWorks?.channel === undefined
      ? undefined
      : source.process.channels.get(civilianWorks.channel)
  const authentic = languages?.authentic ?? []
  const saying = (text: Ceasefire['sanctions']): string | undefined =>
    caseQuoted(drafting, text, ceasefire)
  return {
    sanctions: saying(ceasefire.sanctions),
    humanitarian: saying(ceasefire.humanitarian),
    detainees: saying(ceasefire.detainees),
    missing: saying(ceasefire.missing),
    mineRecords: saying(ceasefire.mineRecords),
    worksNotice: lapse(drafting, civilianWorks?.notice),
    worksChannel: channel && (channel.title === undefined ? channel.id : textIn(channel.title)),
    worksRule: saying(civilianWorks?.rule),
    communication: saying(ceasefire.communication),
    amendment: saying(ceasefire.amendment),
    termination: saying(ceasefire.termination),
    noEscape: flexibility?.length === 0 ? '' : undefined,
    authentic:
      authentic.length === 0
        ? undefined
        : told.list(authentic.map((tag) => languageName(drafting, tag))),
    prevails:
      languages?.prevails === undefined
        ? undefined
        : told.say('draft.prevails', { language: languageName(drafting, languages.prevails) }),
    translation: saying(languages?.translation)
  }
}
