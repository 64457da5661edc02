import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { caseOf } from '../arbitrary.ts'
const base = (extra: object): any => ({
  truce: 1, title: 'x', 'as-of': '2025-06-01', required: ['a'], sources: { book: { title: 'b', kind: 'analysis' } },
  parties: { a: { name: 'a', kind: 'state', role: 'belligerent' }, b: { name: 'b', kind: 'state', role: 'belligerent' } }, scenarios: {},
  issues: { x: { title: 'x', options: { x1: 'x1', x2: 'x2' } }, y: { title: 'y', options: { y1: 'y1', y2: 'y2' } } }, rules: [], polls: {},
  stances: { a: { redlines: [], interests: { x: { weight: 1, values: { x1: 60, x2: 61 }, source: 'book' }, y: { weight: 1, values: { y1: 60, y2: 60 }, source: 'book' } }, 'no-deal': { base: 10, source: 'book' } } },
  proposals: { d: { title: 'd', terms: { x: 'x1' } } }, ...extra
})
const stance = (redlines: object[], more: object = {}): any => ({ ...base({}).stances.a, redlines, ...more })
const show = (draft: any) => {
  const r = check(caseOf(draft), { draws: 200 })
  for (const p of r.proposals) console.log(p.verdict, p.capped, p.joint.p, p.open && Object.fromEntries(p.open.crosses), p.repairs.total, JSON.stringify(p.repairs.list.map((one) => ({ c: [...one.changes], v: one.verdict, p: one.joint.p }))), p.repairs.binding)
  return r
}
test('B1/B3 capped', () => {
  // y2 crosses a firm redline; y open: capped contested at p = 1. Repair expected: y = y1 only
  show(base({ stances: { a: stance([{ id: 'r', never: { y: 'y2' }, firmness: 0.95, source: 'book' }]) } }))
})
test('B1 capped with room', () => {
  // x: x1 has gain uncertain
  const s = stance([{ id: 'r', never: { y: 'y2' }, firmness: 0.95, source: 'book' }])
  s.interests.x.values = { x1: [0, 100], x2: [0, 30, 100] }; s['no-deal'].base = 45; 
  show(base({ stances: { a: s }, issues: { ...base({}).issues, z: { title: 'z', options: { z1: 'z1', z2: 'z2' } } }, rules: [{ never: { z: 'z2', x: 'x2', y: 'y2' }, because: 'z', source: 'book' }] }))
})
test('B2 unassessed', () => {
  show(base({ proposals: { d: { title: 'd', terms: { x: 'x1', y: 'y1' } } }, polls: { p: { population: 'a', field: '2025-05', n: 1000, answers: { yes: 90, no: 5 }, source: 'book' } },
    stances: { a: stance([{ id: 'r', never: { x: 'x2', y: 'y2' }, firmness: 0.2, source: 'book' }], { ratification: [{ body: 'e', threshold: 0.5, support: [{ when: { x: 'x2', y: 'y2' }, poll: 'p', answers: ['yes'], fit: 'direct' }] }] }) } }))
})
test('B4 scenario only', () => {
  const scen = { s: { title: 's', p: 0.5, source: 'book' } }
  try { show(base({ scenarios: scen, stances: { a: stance([{ id: 'r', never: { scenario: 's' }, firmness: 0.95, source: 'book' }]) } })) } catch (e) { console.log('B4 redline', String(e).slice(0, 300)) }
  try { show(base({ scenarios: scen, rules: [{ never: { scenario: 's' }, because: 'z', source: 'book' }] })) } catch (e) { console.log('B4 rule', String(e).slice(0, 300)) }
  try { show(base({ scenarios: scen, stances: { a: stance([{ id: 'r', never: { any: [{ scenario: 's' }, { x: 'x2' }] }, firmness: 0.95, source: 'book' }, { id: 'q', must: { any: [{ scenario: 's' }, { x: 'x2' }] }, firmness: 0.95, source: 'book' }]) } })) } catch (e) { console.log('B4 mix', String(e).slice(0, 300)) }
})
test('B5 same poll twice', () => {
  const r = show(base({ proposals: { d: { title: 'd', terms: { x: 'x1', y: 'y1' } } }, polls: { p: { population: 'a', field: '2025-05', n: 1000, answers: { yes: 52, no: 48 }, source: 'book' } },
    stances: { a: stance([], { ratification: [{ body: 'e', threshold: 0.5, support: [{ poll: 'p', answers: ['yes'], fit: 'direct' }, { when: { x: 'x1' }, poll: 'p', answers: ['yes'], fit: 'direct' }] }] }) } }))
  console.log(r.proposals[0]?.parties.get('a')?.ratified.p, r.proposals[0]?.parties.get('a')?.accepts.p)
})
test('B6 staged open', () => {
  const r = show(base({ proposals: { d: { title: 'd', terms: { x: { first: 'x1', then: 'x2', chance: 0.5 } } } },
    stances: { a: stance([{ id: 'r', never: { any: [{ x: 'x1', y: 'y1' }, { x: 'x2', y: 'y2' }] }, firmness: 0.95, source: 'book' }]) } }))
})
test('B7 rules leave nothing', () => {
  show(base({ rules: [{ never: { x: 'x1' }, because: 'z', source: 'book' }] }))
  show(base({ rules: [{ never: { x: 'x1', y: 'y1' }, because: 'z', source: 'book' }, { never: { x: 'x1', y: 'y2' }, because: 'z', source: 'book' }] }))
})
test('B8 empty', () => {
  try { show(base({ stances: { a: stance([{ id: 'r', never: { any: [] }, firmness: 0.95, source: 'book' }]) } })) } catch (e) { console.log('B8 empty', String(e).slice(0, 300)) }
  try { show(base({ stances: { a: stance([{ id: 'r', must: { any: [{ x: 'x1' }, { x: 'x2' }] }, firmness: 0.95, source: 'book' }, { id: 'r2', must: { x: ['x1', 'x2'] }, firmness: 0.95, source: 'book' }]) } })) } catch (e) { console.log('B8 taut', String(e).slice(0, 300)) }
})
