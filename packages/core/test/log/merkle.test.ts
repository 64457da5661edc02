import { leafHash, MerkleTree, verifyConsistency, verifyInclusion } from '@truce/core/log'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashLeaf, hashNode } from '../../../host/src/signing/index.ts'
import { tried } from '../laws.ts'
import { auditPath, consistencyPath, treeHash } from '../oracle/hash-tree.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))

// The inputs and answers of certificate-transparency's own tests.
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f'
].map(bytes)
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'
]

describe('the tree of certificate-transparency', () => {
  const tree = MerkleTree.of(LEAVES.map(leafHash))

  it('has their root at every size', () => {
    expect(ROOTS.map((_, size) => hex(tree.rootAt(size)))).toEqual(ROOTS)
  })
  it.each([
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'
      ]
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'
      ]
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
      ]
    ]
  ])('has their proof that %i is the beginning of %i', (from, to, proof) => {
    expect(tree.consistency(from, to).map(hex)).toEqual(proof)
  })
})

const logs = fc.array(fc.uint8Array({ maxLength: 9 }), { minLength: 1, maxLength: 70 })

describe('against the text of RFC 6962', () => {
  it('has the same roots and proofs, at every size, whatever grew since', () => {
    tried(
      fc.property(logs, fc.nat(), fc.nat(), (leaves, a, b) => {
        const tree = MerkleTree.of(leaves.map(leafHash))
        const size = 1 + (a % leaves.length)
        const [first, part] = [leaves.slice(0, size), b % size]
        expect(hex(tree.rootAt(size))).toBe(hex(treeHash(first)))
        expect(tree.inclusion(part, size).map(hex)).toEqual(auditPath(part, first).map(hex))
        expect(tree.consistency(part, size).map(hex)).toEqual(consistencyPath(part, first).map(hex))
      }),
      { seed: 6962, runs: 150, seeds: 8 }
    )
  })
  it('has no root, leaf or beginning that is not there', () => {
    const tree = MerkleTree.of(LEAVES.map(leafHash))
    for (const size of [-1, 9, 1.5, Number.NaN]) {
      expect(() => tree.rootAt(size)).toThrow(RangeError)
      expect(() => tree.consistency(size, 8)).toThrow(RangeError)
      expect(() => tree.inclusion(size, 8)).toThrow(RangeError)
    }
    expect(() => tree.append(new Uint8Array(31))).toThrow(RangeError)
  })
})

describe('proofs', () => {
  it('convince, and no other does: not of another index, size, leaf or root, nor with a step changed', () => {
    tried(
      fc.property(logs, fc.nat(), fc.nat(), (leaves, a, b) => {
        const tree = MerkleTree.of(leaves.map(leafHash))
        const size = 1 + (a % leaves.length)
        const index = b % size
        const told = {
          leaf: leafHash(leaves[index] ?? new Uint8Array()),
          index,
          size,
          root: tree.rootAt(size),
          proof: tree.inclusion(index, size)
        }
        expect(verifyInclusion(told)).toBe(true)
        const other = new Uint8Array(32).fill(7)
        const wrong = [
          { ...told, root: other },
          { ...told, leaf: other },
          { ...told, leaf: new Uint8Array(100) },
          { ...told, index: size },
          { ...told, proof: [...told.proof, other] },
          ...told.proof.map((_, at) => ({ ...told, proof: told.proof.with(at, other) })),
          ...told.proof.map((_, at) => ({ ...told, proof: told.proof.toSpliced(at, 1) }))
        ]
        expect(wrong.filter(verifyInclusion)).toEqual([])
      }),
      { seed: 9162, runs: 100, seeds: 8 }
    )
  })
  it('of a beginning convince, and no other does', () => {
    tried(
      fc.property(logs, fc.nat(), fc.nat(), (leaves, a, b) => {
        const tree = MerkleTree.of(leaves.map(leafHash))
        const to = 1 + (a % leaves.length)
        const from = b % (to + 1)
        const told = {
          from: { size: from, root: tree.rootAt(from) },
          to: { size: to, root: tree.rootAt(to) },
          proof: tree.consistency(from, to)
        }
        expect(verifyConsistency(told)).toBe(true)
        const other = new Uint8Array(32).fill(7)
        const wrong = [
          ...(from > 0 ? [{ ...told, from: { size: from, root: other } }] : []),
          ...(from > 0 ? [{ ...told, to: { size: to, root: other } }] : []),
          { ...told, from: { ...told.from, size: to + 1 } },
          ...(from > 0 ? [{ ...told, from: { size: from, root: new Uint8Array(100) } }] : []),
          { ...told, proof: [...told.proof, other] },
          ...told.proof.map((_, at) => ({ ...told, proof: told.proof.with(at, other) })),
          ...told.proof.map((_, at) => ({ ...told, proof: told.proof.toSpliced(at, 1) }))
        ]
        expect(wrong.filter(verifyConsistency)).toEqual([])
      }),
      { seed: 9163, runs: 100, seeds: 8 }
    )
  })
})

it('a leaf has the same hash by a host’s own SHA-256, whatever its length', () => {
  for (const length of [...Array(200).keys(), 4094, 4095, 4096, 4097, 262_144, 3])
    expect(hex(hashLeaf(new Uint8Array(length).fill(length)))).toBe(
      hex(leafHash(new Uint8Array(length).fill(length)))
    )
})

it('a tree has the same roots and proofs by a host’s own SHA-256, at every size', () => {
  const [own, host] = [new MerkleTree(), new MerkleTree(hashNode)]
  for (let size = 1; size <= 200; size++) {
    const leaf = leafHash(Uint8Array.of(size))
    own.append(leaf)
    host.append(leaf)
    expect(hex(host.rootAt())).toBe(hex(own.rootAt()))
  }
  for (const size of [1, 2, 3, 64, 65, 127, 200]) {
    expect(host.inclusion(size - 1).map(hex)).toEqual(own.inclusion(size - 1).map(hex))
    expect(host.consistency(size).map(hex)).toEqual(own.consistency(size).map(hex))
  }
})
