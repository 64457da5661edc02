import type { Rank } from '../../model/closed-lists.ts'
import type { GradeBasis } from '../record-lists.ts'

/** One rank of a ladder: what it is called, and to which NATO grades it answers. */
export interface RankRung {
  /** Every spelling that is known, in its own language, transliterated and in English. */
  readonly names: readonly string[]
  readonly low: Rank
  readonly high: Rank
  readonly basis: readonly GradeBasis[]
}

/** The officers' ranks of one country's land forces, as they stood in some time. */
export interface Ladder {
  /** ISO 3166-1, two letters. */
  readonly nation: string
  /** The first day that it holds; left out: always. */
  readonly from?: string
  /** The first day that it no longer holds. */
  readonly until?: string
  readonly rungs: readonly RankRung[]
  readonly sources: readonly string[]
}

type Row = readonly [low: number, high: number, names: string]

/** Rows `low, high, names with | between them`, all on the same bases. */
const rungs = (basis: readonly GradeBasis[], rows: readonly Row[]): readonly RankRung[] =>
  rows.map(([low, high, names]) => ({
    names: names.split('|'),
    low: `OF-${low}` as Rank,
    high: `OF-${high}` as Rank,
    basis
  }))

const CODES =
  'NATO STANAG 2116 (APersP-01): grades OF-1 to OF-10; brigadier is OF-6, two stars OF-7'
const UKRAINE_LAW =
  'Law of Ukraine 680-IX of 4 June 2020 (bill 2247), in force in full from 1 October 2020; its own mapping makes the old major general equal to the new brigadier general, and so upwards'
const STARS = 'Grades counted by the stars that are borne: one for the first grade of general'

const UKRAINE_FIELD = rungs(
  ['stars', 'law', 'practice'],
  [
    [2, 2, 'капітан|kapitan|captain'],
    [3, 3, 'майор|maior|major'],
    [4, 4, 'підполковник|pidpolkovnyk|podpolkovnik|lieutenant colonel'],
    [5, 5, 'полковник|polkovnyk|polkovnik|colonel']
  ]
)

/** What the grades of general were before the law, which their holders keep where they keep the rank. */
const UKRAINE_OLD = rungs(
  ['stars', 'law', 'practice'],
  [
    [6, 6, 'генерал-майор|heneral-maior|general-major|major general'],
    [7, 7, 'генерал-лейтенант|heneral-leitenant|general-lieutenant|lieutenant general'],
    [8, 8, 'генерал-полковник|heneral-polkovnyk|colonel general'],
    [
      9,
      9,
      'генерал армії України|генерал армії|heneral armii ukrainy|heneral armii|general of the army of ukraine|general of the army'
    ]
  ]
)

const COMMONWEALTH: readonly Row[] = [
  [2, 2, 'captain'],
  [3, 3, 'major'],
  [4, 4, 'lieutenant colonel'],
  [5, 5, 'colonel'],
  [6, 6, 'brigadier'],
  [7, 7, 'major general'],
  [8, 8, 'lieutenant general'],
  [9, 9, 'general'],
  [10, 10, 'field marshal']
]

/**
 * Ladders of land forces by country and day. A rank that stands on several rungs has held several
 * grades: an old general of Ukraine keeps his, and a Chinese one is counted by stars or by name.
 */
export const RANK_LADDERS: readonly Ladder[] = [
  {
    nation: 'RU',
    rungs: [
      ...rungs(
        ['stars', 'law', 'practice'],
        [
          [2, 2, 'капитан|kapitan|captain'],
          [3, 3, 'майор|mayor|major'],
          [4, 4, 'подполковник|podpolkovnik|lieutenant colonel'],
          [5, 5, 'полковник|polkovnik|colonel']
        ]
      ),
      ...rungs(
        ['stars'],
        [
          [6, 6, 'генерал-майор|general-mayor|general-major|major general'],
          [7, 7, 'генерал-лейтенант|general-leytenant|general-leitenant|lieutenant general'],
          [8, 8, 'генерал-полковник|general-polkovnik|colonel general'],
          [9, 9, 'генерал армии|general armii|general of the army|army general'],
          [
            10,
            10,
            'маршал Российской Федерации|marshal rossiyskoy federatsii|marshal of the russian federation'
          ]
        ]
      ),
      ...rungs(
        ['practice'],
        [
          [6, 7, 'генерал-майор|general-mayor|general-major|major general'],
          [7, 8, 'генерал-лейтенант|general-leytenant|general-leitenant|lieutenant general'],
          [8, 8, 'генерал-полковник|general-polkovnik|colonel general'],
          [9, 9, 'генерал армии|general armii|general of the army|army general']
        ]
      )
    ],
    sources: [
      CODES,
      STARS,
      'No rank of brigadier in Russia since 1798 but for the kombrig of 1935 to 1940; a colonel usually commands a brigade; by name a major general is compared with OF-7, by stars he is OF-6, and both are used'
    ]
  },
  {
    nation: 'UA',
    until: '2020-10-01',
    rungs: [...UKRAINE_FIELD, ...UKRAINE_OLD],
    sources: [CODES, STARS, UKRAINE_LAW]
  },
  {
    nation: 'UA',
    from: '2020-10-01',
    rungs: [
      ...UKRAINE_FIELD,
      ...rungs(
        ['stars', 'law', 'practice'],
        [
          [6, 6, 'бригадний генерал|brihadnyi heneral|brigadnyi heneral|brigadier general'],
          [7, 7, 'генерал-майор|heneral-maior|general-major|major general'],
          [8, 8, 'генерал-лейтенант|heneral-leitenant|general-lieutenant|lieutenant general'],
          [9, 9, 'генерал|heneral|general']
        ]
      ),
      ...UKRAINE_OLD
    ],
    sources: [
      CODES,
      UKRAINE_LAW,
      'Ranks given before the law are kept by those who hold them, among them whoever had left for the reserve'
    ]
  },
  {
    nation: 'IN',
    rungs: rungs(['stars', 'practice'], COMMONWEALTH),
    sources: [CODES, 'Indian brigadiers meet Chinese senior colonels at the border meeting points']
  },
  {
    nation: 'CN',
    rungs: [
      ...rungs(
        ['stars', 'law', 'practice'],
        [
          [2, 2, '上尉|shang wei|captain'],
          [3, 3, '少校|shao xiao|major'],
          [4, 4, '中校|zhong xiao|lieutenant colonel'],
          [5, 5, '上校|shang xiao|colonel']
        ]
      ),
      ...rungs(['practice'], [[5, 6, '大校|da xiao|senior colonel']]),
      ...rungs(
        ['stars'],
        [
          [6, 6, '少将|shao jiang|major general'],
          [7, 7, '中将|zhong jiang|lieutenant general'],
          [8, 8, '上将|shang jiang|general']
        ]
      ),
      ...rungs(
        ['practice'],
        [
          [7, 7, '少将|shao jiang|major general'],
          [8, 8, '中将|zhong jiang|lieutenant general'],
          [9, 9, '上将|shang jiang|general']
        ]
      )
    ],
    sources: [
      CODES,
      STARS,
      'Senior colonel is the highest of four field grades and has no equal elsewhere; by the grades of general a major general is the first of them, by name he is compared with OF-7'
    ]
  },
  { nation: 'GB', rungs: rungs(['stars', 'law', 'practice'], COMMONWEALTH), sources: [CODES] },
  {
    nation: 'US',
    rungs: rungs(
      ['stars', 'law', 'practice'],
      [
        ...COMMONWEALTH.filter(([low]) => low < 6),
        [6, 6, 'brigadier general'],
        [7, 7, 'major general'],
        [8, 8, 'lieutenant general'],
        [9, 9, 'general'],
        [10, 10, 'general of the army']
      ]
    ),
    sources: [CODES]
  }
]

/** The same rank however it is spelled: small letters, and nothing between them. */
const plainRank = (rank: string): string =>
  rank
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '')

/** Forces that have ladders of their own, in which some names stand for other grades. */
const OTHER_SERVICE = /nav|marin|fleet|coast|флот|морск|морськ|海军/iu

/** A rank as somebody bears it. */
export interface BorneRank {
  readonly rank: string
  readonly nation?: string | undefined
  readonly service?: string | undefined
}

/** What is known of a rank on a day (`2025-02-01`): each rung it stands on; none where it is not known. */
export function rungsOf(
  { rank, nation, service = '' }: BorneRank,
  day: string
): readonly RankRung[] {
  if (nation === undefined || OTHER_SERVICE.test(service)) return []
  const name = plainRank(rank)
  return RANK_LADDERS.filter(
    (ladder) =>
      ladder.nation === nation &&
      (ladder.from === undefined || ladder.from <= day) &&
      (ladder.until === undefined || day < ladder.until)
  ).flatMap(({ rungs: all }) =>
    all.filter(({ names }) => names.some((one) => plainRank(one) === name))
  )
}

/** The number of a grade: 6 of OF-6. */
export const gradeNumber = (rank: Rank): number => Number(rank.slice('OF-'.length))
