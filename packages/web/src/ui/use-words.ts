import type { Translate } from '../messages/index.ts'
import { useMessages } from '../messages/index.ts'
import type { Ground } from './ground.ts'
import { useGround } from './ground.ts'
import type { Numbers } from './numbers.ts'
import type { Hue } from './parties.ts'
import { hueOf } from './parties.ts'
import { useNumbers } from './use-numbers.ts'

/** The case in words: texts, numbers, names and hues, in the language of the interface. */
export interface Words extends Ground {
  readonly t: Translate
  readonly numbers: Numbers
  readonly hue: (party: string) => Hue
}

/** Only inside of a room whose case is read. */
export function useWords(): Words {
  const ground = useGround()
  const [t, numbers] = [useMessages(), useNumbers()]
  return { ...ground, t, numbers, hue: (party) => hueOf(ground.source, party) }
}
