import fc from 'fast-check'
import { test } from 'vitest'
import { Judge } from '../../src/check/judge.ts'
import { judgeProposal } from '../../src/check/proposal.ts'
import { offersOf, withChanges } from '../../src/check/offers.ts'
import { repairsOf } from '../../src/check/repair.ts'
import { caseOf, drafts } from '../arbitrary.ts'
import { joint, required } from '../oracle/acceptance.ts'
import { minimalRepairs, offeringOf } from '../oracle/search.ts'
test('x', () => {
  const settings = { draws: 40, seed: 7, dependence: 'independent' } as const
  fc.assert(fc.property(drafts({ open: false, issues: { min: 2, max: 4 } }), (draft) => {
    const source = caseOf(draft)
    const judges = { apart: Judge.random(source, settings), together: Judge.random(source, { ...settings, dependence: 'party' as const }), central: Judge.central(source) }
    for (const p of source.proposals) {
      const j = judgeProposal(p, judges)
      const r = repairsOf(j, judges, 2)
      const least = j.joint.p + 2 * j.joint.standardError
      const sampler = judges.apart.sampler
      const mine = minimalRepairs(offeringOf(p, source), { source, sampler }, { most: 2, least, from: j.verdict })
      console.log(p.id, j.open?.issues, j.required, j.verdict, j.joint.p, j.joint.standardError, least, 'theirs', r.list.map((x) => [...x.changes].join() + ' ' + x.joint.p + x.verdict), r.binding, 'mine', mine)
      for (const m of mine) {
        const ch = new Map(m.split(' ').map((x) => x.split('=') as [string, string]))
        const o = withChanges(offersOf(p, source), ch)
        console.log('  ', m, joint(required(o, source), o, { source, sampler }), [...judges.apart.source.stances.keys()].map((party) => judges.central.gain(party, o)[0]))
      }
    }
  }), { seed: 20_250_601, path: '95', endOnFailure: true, numRuns: 1 })
})
