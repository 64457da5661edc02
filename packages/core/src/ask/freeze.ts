/**
 * Freezes plain objects and lists all the way down, the values of maps and sets among them, and
 * returns what it was given. Typed arrays cannot be frozen, and instances of classes remember
 * things: both are left as they are.
 */
export function frozen<T>(value: T): T {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const one = waiting.pop()
    if (typeof one !== 'object' || one === null) continue
    if (one instanceof Map) push(waiting, [...one.keys(), ...one.values()])
    else if (one instanceof Set) push(waiting, [...one])
    else if (isPlain(one) && !Object.isFrozen(one)) push(waiting, Object.values(Object.freeze(one)))
  }
  return value
}

/** One by one: as arguments, a long list would not fit on the stack. */
function push(waiting: unknown[], values: readonly unknown[]): void {
  for (const value of values) if (typeof value === 'object' && value !== null) waiting.push(value)
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null
}
