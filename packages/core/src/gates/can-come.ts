import type { Gated } from '../calendar/gate-tests.ts'
import { gatesBefore, testsOf, verifiedThing } from '../calendar/gate-tests.ts'
import type { Gate, GateTest } from '../model/gates.ts'
import type { When } from '../model/moment.ts'
import { groupsOf } from './groups.ts'

/** Why a test of a gate can never hold. */
export interface Blocked {
  /**
   * `unverified`: nobody is named to verify it; `never`: it can itself never come, such as what waits
   * for this gate; `failed`: it is supposed not to come.
   */
  readonly why: 'unverified' | 'never' | 'failed'
  /** Such as `deliverable.arms` or `gate.talks`. */
  readonly what: string
}

/** What can come about when each thing comes as soon as all it waits for has come. */
export interface CanCome {
  /** Such as `gate.talks`, `deliverable.arms`, `withdrawal.heavy`. */
  readonly has: (what: string) => boolean
  /** What keeps a gate shut; empty where it can open. */
  readonly blocking: (gate: Gate) => readonly Blocked[]
}

/**
 * Everything of a process that can come about, `failing` (such as `gate.talks`) left out. A gate
 * opens when all its tests can hold and one of those under `any`; what is with each other comes
 * together or not at all. Begun with nothing, things are added until nothing more can be: what is
 * not reached so can never come, in any order.
 */
export function canCome(process: Gated, failing: ReadonlySet<string> = new Set()): CanCome {
  const reach = new Reach(process, failing)
  reach.fill()
  return { has: (what) => reach.come.has(what), blocking: (gate) => reach.blocking(gate) }
}

class Reach {
  readonly come = new Set<string>()
  private readonly process: Gated
  private readonly failing: ReadonlySet<string>

  constructor(process: Gated, failing: ReadonlySet<string>) {
    this.process = process
    this.failing = failing
  }

  fill(): void {
    const { gates, deliverables, withdrawals } = this.process
    const groups = groupsOf([...deliverables.values()])
    const before = gatesBefore(this.process)
    for (let known = -1; known < this.come.size; ) {
      known = this.come.size
      for (const gate of gates.values())
        if (this.blocking(gate).length === 0) this.add(`gate.${gate.id}`)
      for (const group of groups) {
        const ready = group.every(
          (one) =>
            !this.failing.has(`deliverable.${one.id}`) &&
            before(one).every(({ id }) => this.come.has(`gate.${id}`)) &&
            this.event(one.due)
        )
        if (ready) for (const { id } of group) this.add(`deliverable.${id}`)
      }
      for (const { id, starts, ends } of withdrawals.values())
        if (this.opened(`withdrawal.${id}`) && this.event(starts) && this.event(ends))
          this.add(`withdrawal.${id}`)
    }
  }

  blocking(gate: Gate): readonly Blocked[] {
    if (this.failing.has(`gate.${gate.id}`)) return [{ why: 'failed', what: `gate.${gate.id}` }]
    if (!this.opened(`gate.${gate.id}`)) return this.openersOf(`gate.${gate.id}`)
    const [all, any] = testsOf(gate)
    const members = any.map((test) => this.inTest(test))
    return [
      ...all.flatMap((test) => this.inTest(test)),
      ...(members.every((one) => one.length > 0) ? members.flat() : [])
    ]
  }

  private add(what: string): void {
    if (!this.failing.has(what)) this.come.add(what)
  }

  private inTest({ verified, gate }: GateTest): readonly Blocked[] {
    return [
      ...verified.flatMap((id) => this.unverified(id)),
      ...(gate === undefined || this.come.has(`gate.${gate}`)
        ? []
        : [{ why: this.whyNot(`gate.${gate}`), what: `gate.${gate}` } as const])
    ]
  }

  private unverified(id: string): readonly Blocked[] {
    const thing = verifiedThing(this.process, id)
    if (!thing) return []
    const what = `${this.process.withdrawals.has(id) ? 'withdrawal' : 'deliverable'}.${id}`
    if (thing.verifiedBy.length === 0) return [{ why: 'unverified', what }]
    return this.come.has(what) ? [] : [{ why: this.whyNot(what), what }]
  }

  private whyNot(what: string): 'failed' | 'never' {
    return this.failing.has(what) ? 'failed' : 'never'
  }

  private openersOf(what: string): readonly Blocked[] {
    return [...this.process.gates.values()]
      .filter(({ id, opens }) => opens === what && !this.come.has(`gate.${id}`))
      .map(({ id }) => ({ why: this.whyNot(`gate.${id}`), what: `gate.${id}` }))
  }

  private opened(what: string): boolean {
    return this.openersOf(what).length === 0
  }

  private event(when: When | undefined): boolean {
    if (!when || !('after' in when)) return true
    const { after } = when
    if (after.startsWith('verified.'))
      return this.unverified(after.slice('verified.'.length)).length === 0
    const [kind = ''] = after.split('.')
    if (kind === 'track') return this.opened(after)
    return !['gate', 'deliverable', 'withdrawal'].includes(kind) || this.come.has(after)
  }
}
