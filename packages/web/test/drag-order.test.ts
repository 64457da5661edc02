import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movedTo } from '../src/ui/use-drag-order.ts'

test('an entry moved to a place stands there, and the others keep their order', () => {
  const lists = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(lists, fc.nat(), fc.nat(), (ids, one, other) => {
      const id = ids[one % ids.length] ?? ''
      const place = other % ids.length
      const moved = movedTo(ids, id, place)
      expect(moved[place]).toBe(id)
      expect(moved.filter((each) => each !== id)).toEqual(ids.filter((each) => each !== id))
    })
  )
})
