import type { Signer, Verifier } from '@truce/core'
import { describe, expect, it } from 'vitest'

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text))

/** The order of the group of Ed25519 (RFC 8032, section 5.1). */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n

/** What every signer does, whatever holds its key, together with what verifies it. */
export function signerContract(
  name: string,
  make: () => Promise<Signer>,
  verifier: Verifier
): void {
  describe(name, () => {
    it('signs what verifies under its public key, the same each time', async () => {
      const signer = await make()
      for (const message of [bytes(''), bytes('a'), new Uint8Array(100_000).fill(7)]) {
        const signature = await signer.sign(message)
        expect([signer.publicKey.length, signature.length]).toEqual([32, 64])
        expect(await verifier({ publicKey: signer.publicKey, message, signature })).toBe(true)
        expect(await signer.sign(message)).toEqual(signature)
      }
    })
    it('verifies nothing that differs in one bit', async () => {
      const signer = await make()
      const message = bytes('the bridge at kilometre 12')
      const signed = { publicKey: signer.publicKey, message, signature: await signer.sign(message) }
      for (const part of ['publicKey', 'message', 'signature'] as const)
        for (let at = 0; at < signed[part].length; at++) {
          const changed = signed[part].slice()
          changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
          expect(await verifier({ ...signed, [part]: changed }), `${part} ${at}`).toBe(false)
        }
    })
    it('verifies nothing of another length, and refuses without failing', async () => {
      const signer = await make()
      const message = bytes('a')
      const signed = { publicKey: signer.publicKey, message, signature: await signer.sign(message) }
      for (const part of ['publicKey', 'signature'] as const)
        for (const wrong of [
          signed[part].slice(1),
          new Uint8Array([...signed[part], 0]),
          new Uint8Array()
        ])
          expect(await verifier({ ...signed, [part]: wrong })).toBe(false)
      expect(await verifier({ ...signed, publicKey: new Uint8Array(32).fill(255) })).toBe(false)
    })
    it('verifies no second spelling of a signature', async () => {
      const signer = await make()
      const message = bytes('a')
      const signature = await signer.sign(message)
      const scalar = numberOf(signature.slice(32))
      expect(scalar).toBeLessThan(ORDER)
      const respelt = new Uint8Array([...signature.slice(0, 32), ...bytesOf(scalar + ORDER)])
      expect(await verifier({ publicKey: signer.publicKey, message, signature: respelt })).toBe(
        false
      )
    })
    it('has a key of its own: what another signed does not verify under it', async () => {
      const signer = await make()
      const message = bytes('a')
      const other = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
      if (!('privateKey' in other)) throw new Error('Ed25519 makes a pair of keys')
      const signature = new Uint8Array(
        await crypto.subtle.sign('Ed25519', other.privateKey, Uint8Array.from(message))
      )
      expect(await verifier({ publicKey: signer.publicKey, message, signature })).toBe(false)
    })
  })
}

/** Least byte first. */
const numberOf = (all: Uint8Array): bigint =>
  all.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n)
const bytesOf = (value: bigint): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & 255n))
