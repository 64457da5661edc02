import type { Translate } from '../../messages/index.ts'
import { useMessages } from '../../messages/index.ts'
import type { Ground } from '../../ui/ground.ts'
import { useGround } from '../../ui/ground.ts'
import type { Numbers } from '../../ui/numbers.ts'
import type { Hue } from '../../ui/parties.ts'
import { hueOf } from '../../ui/parties.ts'
import { useNumbers } from '../../ui/use-numbers.ts'

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
