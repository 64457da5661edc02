/** How far chances were right before; made by `npm run backtest`: docs/method/backtest.md. */
export const TRACK_RECORD = {
  proposals: 64,
  brier: 0.309,
  baseRate: 0.258
} as const
