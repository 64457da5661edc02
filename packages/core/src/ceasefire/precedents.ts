/** Agreements whose clauses stand beside a text's own. */
export const PRECEDENTS = {
  korea: 'Korea 1953',
  golan: 'Golan 1974',
  dayton: 'Dayton 1995, Annex 1-A',
  kumanovo: 'Kumanovo 1999',
  nuba: 'Nuba Mountains 2002',
  aceh: 'Aceh 2005',
  minsk: 'Minsk 2014-2020'
} as const
/** One of `PRECEDENTS`. */
export type PrecedentId = keyof typeof PRECEDENTS

/** What one agreement did about a clause, and where that is to be read. */
export interface PrecedentCell {
  readonly did: string
  readonly source: string
}

const ARMISTICE = 'Korean Armistice Agreement, 27 July 1953'
const DISENGAGEMENT = 'Israel-Syria disengagement agreement and protocol, 31 May 1974'
const ANNEX = 'General Framework Agreement, Annex 1-A, 14 December 1995'
const MTA = 'Military Technical Agreement, 9 June 1999'
const NUBA = 'Nuba Mountains Cease-fire Agreement, 19 January 2002'
const MOU = 'Helsinki Memorandum of Understanding, 15 August 2005'
const MINSK_2 = 'Package of Measures, Minsk, 12 February 2015'
const MINSK_1 = 'Minsk Memorandum, 19 September 2014'
const MEASURES = 'Trilateral Contact Group, measures of 22 July 2020'

const cell = (did: string, source: string): PrecedentCell => ({ did, source })

type Row = Readonly<Partial<Record<PrecedentId, PrecedentCell>>>

/** By the code of the rule. What is not here was not found, and is said to be so. */
const TABLE: Readonly<Record<string, Row>> = {
  CF001: {
    korea: cell('fire stops at 22:00 on 27 July 1953', ARMISTICE),
    dayton: cell('days counted from the transfer of authority', ANNEX),
    kumanovo: cell('days counted from entry into force', MTA),
    minsk: cell('00:00 Kyiv time on 15 February 2015', MINSK_2)
  },
  CF002: {
    korea: cell('fire stops 12 hours after signature', ARMISTICE),
    nuba: cell('hostilities cease within 72 hours of signature', NUBA),
    minsk: cell(
      'orders by the leadership that no other order, secret ones included, may undo',
      MEASURES
    )
  },
  CF003: {
    korea: cell(
      'a demarcation line on an annexed map, markers put up by the commanders',
      ARMISTICE
    ),
    golan: cell('lines A and B on an annexed map', DISENGAGEMENT),
    dayton: cell('the agreed ceasefire line and its zone on the maps of Appendix A', ANNEX),
    minsk: cell('two lines of two days, the maps in dispute', MINSK_2)
  },
  CF004: {
    korea: cell('both sides two kilometres from one line', ARMISTICE),
    golan: cell('both sides bands of 10, 20 and 25 km from lines A and B', DISENGAGEMENT),
    dayton: cell('about two kilometres on either side of one line', ANNEX),
    minsk: cell(
      'one side from the actual line, the other from the line of 19 September 2014',
      MINSK_2
    )
  },
  CF005: {
    korea: cell('a distance for each side: two kilometres', ARMISTICE),
    golan: cell('bands from a line: 0 to 10, 0 to 20 and 0 to 25 km', DISENGAGEMENT),
    kumanovo: cell('depth beyond a border: 5 km on the ground, 25 km in the air', MTA),
    minsk: cell('the width of a zone: 50, 70 and 140 km apart, and not each', MINSK_2)
  },
  CF006: {
    golan: cell('tanks, short-range guns and missiles by number and band', DISENGAGEMENT),
    dayton: cell(
      'artillery from 75 mm and mortars from 81 mm in the measures of Article II',
      ANNEX
    ),
    minsk: cell(
      'artillery from 100 mm; in September 2015 what is below that by a text of its own',
      MINSK_2
    )
  },
  CF007: {
    korea: cell('forces out of the zone within 72 hours', ARMISTICE),
    golan: cell('inspected by UNDOF', DISENGAGEMENT),
    dayton: cell('zone cleared by day 30, forces and weapons in barracks by day 120', ANNEX),
    kumanovo: cell(
      'four stages up to day 11, the first verified before the air strikes are suspended',
      MTA
    ),
    aceh: cell(
      '840 arms in four stages up to 31 December 2005, received by the monitoring mission',
      MOU
    ),
    minsk: cell('begun by day 2, done in 14 days, verified by the OSCE from day 1', MINSK_2)
  },
  CF008: {
    nuba: cell('resupply, reinforcement, hostile propaganda and recruitment among them', NUBA),
    minsk: cell(
      'offensives, reconnaissance, sabotage, snipers and any aircraft; in 2014 new mines and flights but those of the OSCE',
      MEASURES
    )
  },
  CF009: { nuba: cell('prohibited acts listed one by one', NUBA) },
  CF010: {
    minsk: cell(
      'only by order of a higher command, after the coordination mechanism was tried and failed',
      MEASURES
    )
  },
  CF011: {
    korea: cell('joint observer teams report, a commission settles what they find', ARMISTICE),
    aceh: cell('the head of the monitoring mission rules on disputes', MOU),
    minsk: cell('discipline is notified to the co-ordinator; no deadlines', MEASURES)
  },
  CF012: {
    aceh: cell("unrestricted movement; the government answers for the monitors' security", MOU),
    minsk: cell('the OSCE in the zone within 24 hours; restrictions in its daily reports', MINSK_1)
  },
  CF013: {
    korea: cell(
      'composition, powers and procedure of the commission in the text itself',
      ARMISTICE
    ),
    minsk: cell(
      'no agreed document for the joint centre; one side left it in December 2017',
      'statement of the Russian foreign ministry, 18 December 2017'
    )
  },
  CF014: {
    korea: cell('a record of each meeting to both commanders, files in duplicate', ARMISTICE),
    minsk: cell(
      'from April 2015 each side of the joint centre kept a log of its own',
      'analyses of the joint centre for control and co-ordination'
    )
  },
  CF015: {
    dayton: cell('the commander of the force decides where the parties do not agree', ANNEX),
    kumanovo: cell('the commander of the force has the final word on the text', MTA),
    aceh: cell("a dispute goes from the mission's head to the parties' leaders", MOU)
  },
  CF016: {
    aceh: cell('illegal groups and parties are to be disbanded', MOU),
    minsk: cell('foreign formations and mercenaries are to leave', MINSK_2)
  },
  CF017: {
    kumanovo: cell("a small step, verified, then the other side's, then the rest", MTA),
    minsk: cell('control of the border and elections, in an order that stayed in dispute', MINSK_2)
  },
  CF019: { aceh: cell('the EU and ASEAN states send and run the monitoring mission', MOU) },
  CF022: {
    korea: cell('ten senior officers, three of each side of general or flag rank', ARMISTICE)
  },
  CF023: {
    korea: cell(
      'today two checks of the line a day, at 09:30 and 15:30',
      'United Nations Command, reports of 2020 to 2023'
    )
  },
  CF024: {
    korea: cell('English, Korean and Chinese, equally authentic', ARMISTICE)
  },
  CF025: {
    korea: cell('in force until amendments or a peaceful settlement supersede it', ARMISTICE),
    nuba: cell('six months, renewable', NUBA)
  },
  CF026: {
    golan: cell('UNDOF inspects every fifteen days at least', DISENGAGEMENT)
  },
  CF027: {
    korea: cell('prisoners who wish it released within 60 days, the dead recovered', ARMISTICE),
    golan: cell('prisoners returned, bodies within ten days', DISENGAGEMENT),
    dayton: cell('prisoners released within 30 days of the transfer of authority', ANNEX),
    aceh: cell('those amnestied released within 15 days', MOU),
    minsk: cell('all for all, by the fifth day after the withdrawal', MINSK_2)
  },
  CF028: {
    korea: cell('minefields in the zone reported to the commission', ARMISTICE),
    dayton: cell('mines marked, removed or destroyed', ANNEX),
    minsk: cell('no new mines, old ones in the zone removed', MINSK_1)
  }
}

/** What each agreement did about a rule's clause; nothing stands for: not found. */
export const precedentsOf = (
  code: string
): readonly { readonly of: PrecedentId; readonly cell: PrecedentCell | undefined }[] => {
  const row = TABLE[code]
  const order: readonly PrecedentId[] = [
    'korea',
    'golan',
    'dayton',
    'kumanovo',
    'nuba',
    'aceh',
    'minsk'
  ]
  return order.map((of) => ({ of, cell: row?.[of] }))
}

/** The same as sentences for the page of the rule. */
export function precedentsInWords(code: string): string {
  const all = precedentsOf(code)
  const known = all.flatMap(({ of, cell: one }) =>
    one ? [`${PRECEDENTS[of]}: ${one.did} (${one.source}).`] : []
  )
  const unknown = all.filter(({ cell: one }) => !one).map(({ of }) => PRECEDENTS[of])
  const rest = unknown.length > 0 ? [`Not found for ${unknown.join(', ')}.`] : []
  return ['What others did.', ...known, ...rest].join(' ')
}
