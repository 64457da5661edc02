/** A length for the bar of the scale: 1, 2 or 5 times a power of ten, at most so many km. */
export function roundKm(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  const step = [5, 2, 1].find((one) => one * power <= most) ?? 1
  return step * power
}
