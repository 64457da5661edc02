/** Somebody with an account. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  /** Manages accounts and organisations. Sees no paper by being one. */
  readonly administrator: boolean
}
