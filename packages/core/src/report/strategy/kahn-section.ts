import type { Case } from '../../model/case.ts'
import type { KahnSignal } from '../../strategy/kahn-signals.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { signalHead } from './climbing-section.ts'

/** The signals on Kahn's ladder, of which no case says the stakes. */
export function kahnBlocks(
  own: Words,
  source: Case,
  signals: readonly KahnSignal[]
): readonly Block[] {
  const { say } = own
  return [
    heading(2, say('strategy.kahn')),
    paragraph(say('strategy.kahn.lead')),
    list(
      signals.map(({ signal, rung: { number: n, title, unit }, threshold }) =>
        [
          signalHead(own, source, signal),
          threshold === undefined
            ? say('strategy.kahn.rung', { n, title, unit })
            : say('strategy.kahn.above', { n, title, unit, threshold })
        ].join(' ')
      )
    )
  ]
}
