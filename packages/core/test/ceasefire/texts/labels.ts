import type { AnswerState } from '../../../src/ceasefire/compare-text.ts'

/**
 * What a reader finds in the texts of this folder, part by part of the questions, written down
 * before the program was asked. `y` answers, `u` touches, `n` does not speak of it.
 */
const READ: Readonly<Record<string, string>> = {
  // minsk-ii, korea, kumanovo, nuba, golan, dayton; aceh, sudan
  'CF001 instant': 'y u u u u u u u',
  'CF002 orders': 'n u u y n u y y',
  'CF003 lines': 'y y n n y y u y',
  'CF004 baseline': 'u y n n u y n y',
  'CF005 measure': 'y y y y y y n n',
  'CF006 weapons': 'y u u u u u n n',
  'CF007 end': 'y y y y y y y y',
  'CF007 verifier': 'y y y y y y y y',
  'CF007 storage': 'n n n n n y y y',
  'CF008 prohibited': 'n y y y y y y y',
  'CF008 unmanned': 'u n n n n n n n',
  'CF009 violation': 'n u n u n u u y',
  'CF010 return-fire': 'n n u n n y n n',
  'CF011 deadline': 'n u n y n u n y',
  'CF011 ladder': 'n n n y n u y y',
  'CF012 movement': 'n y y y y y y y',
  'CF012 security': 'n y y y n y y y',
  'CF013 terms': 'u y y y u y y y',
  'CF014 record': 'n y n n n n n y',
  'CF015 decides': 'n n y y n y n y',
  'CF015 deadlock': 'n n n y n y y y',
  'CF016 others': 'y y y y n y y y',
  'CF017 order': 'y y n n u n y n',
  'CF018 cost': 'u n y n n n n n',
  'CF019 guarantor': 'n n n u n n n n',
  'CF020 suspension': 'n n n n n n n n',
  'CF021 works': 'n n n n n n n n',
  'CF022 grade': 'n u n n n n n n',
  'CF023 test': 'n n n u n n n n',
  'CF023 acknowledgement': 'n n n n n n n n',
  'CF024 language': 'n y y y n y n y',
  'CF025 duration': 'n y u y n n y y',
  'CF025 renewal': 'n y n y n n y y',
  'CF026 cadence': 'n n n n y u n y',
  'CF027 detainees': 'y y n y y y n y',
  'CF027 missing': 'n y n n y y n y',
  'CF028 records': 'n y y y n y n y'
}

const STATES: Readonly<Record<string, AnswerState>> = { y: 'answered', u: 'unclear', n: 'absent' }

/** Texts that the cues were made with. */
export const LEARNT_TEXTS = [
  'minsk-ii.txt',
  'korea.txt',
  'kumanovo.md',
  'nuba.txt',
  'golan.txt',
  'dayton.txt'
] as const
/** Texts that were written and read before the program saw them; no cue was changed since. */
export const UNSEEN_TEXTS = ['aceh.txt', 'sudan.txt'] as const
/** All of them, in the order of the columns above. */
export const READ_TEXTS = [...LEARNT_TEXTS, ...UNSEEN_TEXTS] as const

/** What a reader found in a text, by `CF001 instant`. */
export function readBy(text: (typeof READ_TEXTS)[number]): ReadonlyMap<string, AnswerState> {
  const column = READ_TEXTS.indexOf(text)
  return new Map(
    Object.entries(READ).map(([part, row]) => [
      part,
      STATES[row.split(' ')[column] ?? ''] ?? 'absent'
    ])
  )
}
