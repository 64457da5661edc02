// Questions put twice, and two questions put at once: what opinion moves by, and what wording does.
// Published figures, cited in docs/method/calibration.md; shares in percent of all who were asked.

/** One question asked twice: day, respondents, for, against, each time. */
export type Repeated = readonly [
  what: string,
  first: readonly [day: string, n: number, yes: number, no: number],
  second: readonly [day: string, n: number, yes: number, no: number]
]

/** The packages for an end of the war in Ukraine that were read out twice. */
export const REPEATED: readonly Repeated[] = [
  ['US package', ['2025-05-07', 500, 29, 61], ['2025-07-29', 500, 39, 49]],
  ['Russian package', ['2025-05-07', 500, 10, 82], ['2025-07-29', 500, 17, 76]],
  ['European-Ukrainian package, 1', ['2025-05-07', 500, 51, 40], ['2025-07-29', 500, 54, 35]],
  ['European-Ukrainian package, 2', ['2025-09-08', 500, 74, 15], ['2025-12-04', 547, 69, 16]],
  ['Russian package, 2', ['2025-09-08', 500, 17, 75], ['2025-12-04', 547, 17, 74]],
  ['NATO and EU, land stays', ['2024-06-15', 1000, 47, 38], ['2024-12-10', 1000, 64, 21]],
  ['EU without NATO', ['2024-06-15', 1000, 38, 54], ['2025-02-20', 2029, 46.3, 47.1]],
  ['Donbas for guarantees', ['2026-02-18', 1003, 36, 57], ['2026-07-27', 974, 33, 60]],
  ['land given up in law', ['2025-05-25', 500, 24, 68], ['2025-09-27', 500, 24, 67]],
  ['land handed over', ['2025-05-25', 500, 15, 78], ['2025-09-27', 500, 19, 71]],
  ['land lost in fact', ['2025-05-25', 500, 43, 48], ['2025-09-27', 500, 35, 56]]
]

/** Two questions on one matter put at one time, the terms differing: share in favour of each, 0..1. */
export const RELATED: readonly (readonly [what: string, one: number, other: number])[] = [
  ['KIIS 2025-05, losses or losses in fact', side(38, 52), side(43, 48)],
  ['KIIS 2025-05, losses or losses in law', side(38, 52), side(24, 68)],
  ['KIIS 2025-05, losses in law or land handed over', side(24, 68), side(15, 78)],
  ['KIIS 2025-10, losses or losses in fact', side(38, 54), side(35, 56)],
  ['KIIS 2025-10, losses or losses in law', side(38, 54), side(24, 67)],
  ['KIIS 2026-02, Donbas for either guarantee', side(36, 57), side(25, 68)],
  ['KIIS 2025, European-Ukrainian package, 1 or 2', side(54, 35), side(74, 15)],
  ['Multi-Reso 1995, sovereignty with or without association', side(39, 48), side(49, 37)],
  ['Multi-Reso 1995, independence or sovereignty', side(33, 53), side(39, 48)],
  ['Createc 1995, law or partnership', side(42, 53), side(54, 43)],
  ['CROP 1995, sovereign or partnership', side(40, 49), side(45, 41)],
  ['Mega 1995, separate or sovereign', side(34, 51), side(37, 43)],
  ['CBS 2004, the plan, or if the president accepts', side(10, 66), side(35, 57)],
  ['CBS 2004, the plan, or if a party rejects', side(10, 66), side(18, 76)],
  ['Steinmetz and PSR 2016, two states or a package', side(44, 54), side(42, 56)],
  ['PSR 2018, Palestinians, two states or a package', 0.43, 0.37],
  ['PSR 2018, Israeli Jews, two states or a package', 0.43, 0.39]
]

/** Two questions of which one asks for a mood and the other for terms; picked because they differ. */
export const DISTANT: readonly (readonly [what: string, one: number, other: number])[] = [
  ['KIIS and Gallup 2024-09, losses or talks', side(32, 58), side(52, 38)],
  ['KIIS and Gallup 2025, losses or talks', side(38, 52), side(69, 24)],
  ['Razumkov 2024-06, talks or neutrality', side(44, 35), side(22, 58.5)],
  ['Razumkov 2024-06, talks or withdrawal', side(44, 35), side(6, 83)],
  ['KIIS 2024-12, losses or NATO and EU', side(38, 51), side(64, 21)],
  ['KIIS 2025-09, losses or a package', side(38, 54), side(74, 15)],
  ['KIIS 2025-05, losses or the European package', side(38, 52), side(51, 40)],
  ['KIIS 2025-05, losses or the US package', side(38, 52), side(29, 61)],
  ['KIIS 2025-05, losses or the Russian package', side(38, 52), side(10, 82)],
  ['CBS 2004, the plan, or if seven points are met', side(10, 66), side(53, 39)]
]

function side(yes: number, no: number): number {
  return yes / (yes + no)
}
