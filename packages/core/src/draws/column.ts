/** What would let a reader write into an array, and its index, which is declared anew below. */
type Writing = 'buffer' | 'copyWithin' | 'fill' | 'reverse' | 'set' | 'sort' | 'subarray' | number

/**
 * A number for each draw, remembered and handed out to many: to be read, not written. A
 * `Float64Array` is one; whoever wants to change it takes a `slice` first.
 */
export interface Column extends Omit<Float64Array, Writing> {
  readonly [draw: number]: number
  subarray(from?: number, to?: number): Column
}
