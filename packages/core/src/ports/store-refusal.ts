/** Why a store refuses something. */
export type StoreCode =
  | 'held'
  | 'unreadable-store'
  | 'damaged-store'
  | 'no-such-case'
  | 'no-such-version'
  | 'bad-id'
  | 'bad-name'
  | 'too-large'
  | 'taken'
  | 'sealed'
  | 'link'
  | 'disk-full'
  | 'unwritable'
  | 'away'
  | 'not-a-folder'

/** A refusal of a store: what is wrong, and what to do. Nothing was overwritten. */
export class StoreRefusal extends Error {
  readonly code: StoreCode
  readonly help: string

  constructor(code: StoreCode, message: string, help: string) {
    super(message)
    this.code = code
    this.help = help
  }
}
