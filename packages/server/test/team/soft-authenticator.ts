// An authenticator in software, written from WebAuthn level 3 and CTAP 2: what it makes is CBOR by
// hand, so that what reads it is tried by another's writing.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

const head = (major: number, length: number): Buffer => {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255])
}
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value])
const text = (value: string): Buffer =>
  Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
const int = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value))
const map = (...pairs: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()])

const sha256 = (value: Buffer | string): Buffer => createHash('sha256').update(value).digest()

export interface Ceremony {
  readonly challenge: string
  readonly origin: string
  readonly rp: string
  /** Whether the authenticator says that it knew its owner. */
  readonly knowsOwner?: boolean
}

/** One passkey. */
export class SoftAuthenticator {
  readonly id = randomBytes(32)
  private readonly key: KeyObject
  private readonly open: KeyObject
  counter: number

  constructor(counter = 0) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.key = privateKey
    this.open = publicKey
    this.counter = counter
  }

  make(ceremony: Ceremony) {
    const { x = '', y = '' } = this.open.export({ format: 'jwk' })
    const cose = map(
      [int(1), int(2)],
      [int(3), int(-7)],
      [int(-1), int(1)],
      [int(-2), bytes(Buffer.from(x, 'base64url'))],
      [int(-3), bytes(Buffer.from(y, 'base64url'))]
    )
    const length = Buffer.from([this.id.length >> 8, this.id.length & 255])
    const data = Buffer.concat([this.data(ceremony, 0x40), Buffer.alloc(16), length, this.id, cose])
    const attestation = map(
      [text('fmt'), text('none')],
      [text('attStmt'), map()],
      [text('authData'), bytes(data)]
    )
    return this.said({
      clientDataJSON: this.client('webauthn.create', ceremony).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal', 'of-tomorrow']
    })
  }

  show(ceremony: Ceremony) {
    if (this.counter > 0) this.counter++
    const client = this.client('webauthn.get', ceremony)
    const data = this.data(ceremony, 0)
    return this.said({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, sha256(client)]), this.key).toString(
        'base64url'
      )
    })
  }

  private said<T>(response: T) {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }

  private data({ rp, knowsOwner = true }: Ceremony, more: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    return Buffer.concat([sha256(rp), Buffer.from([1 | (knowsOwner ? 4 : 0) | more]), counter])
  }

  private client(type: string, { challenge, origin }: Ceremony): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }
}
