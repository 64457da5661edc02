import type { Verdict } from '@truce/core/worth'
import { VERDICTS } from '@truce/core/worth'
import type { ReactNode } from 'react'
import styles from './ui.module.css'

/**
 * A verdict: its word in the tone of its place on the scale, and five steps of which as many are
 * full, for those who do not see the tone.
 */
export function VerdictWord({
  verdict,
  large = false,
  children
}: {
  readonly verdict: Verdict
  /** As the one word that matters where it stands. */
  readonly large?: boolean
  readonly children: ReactNode
}): ReactNode {
  return (
    <strong className={styles['verdict']} data-verdict={verdict} data-large={large}>
      <VerdictSteps verdict={verdict} />
      {children}
    </strong>
  )
}

function VerdictSteps({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const full = VERDICTS.indexOf(verdict)
  return (
    <svg className={styles['steps']} viewBox="0 0 19 12" aria-hidden="true">
      {VERDICTS.map((one, k) => (
        <rect
          key={one}
          x={4 * k}
          y={8 - 2 * k}
          width="3"
          height={4 + 2 * k}
          fill="currentColor"
          opacity={k <= full ? 1 : 0.22}
        />
      ))}
    </svg>
  )
}
