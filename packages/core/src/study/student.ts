/**
 * The quantile of Student's distribution that leaves 2.5 per cent above, by Hill's expansion around
 * the normal one (Cornish and Fisher); exact for one and two degrees of freedom, on the line between
 * them, and as for one below.
 */
export function student95(freedom: number): number {
  const [one, two] = [12.706, 4.303]
  if (freedom <= 1) return one
  if (freedom <= 2) return one + (two - one) * (freedom - 1)
  const [z, v] = [1.959964, freedom]
  return (
    z +
    (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3)
  )
}
