import { useLanguage } from '../messages/index.ts'
import type { Numbers } from './numbers.ts'
import { numbersIn } from './numbers.ts'

/** The writing of numbers in the language of the interface. */
export function useNumbers(): Numbers {
  return numbersIn(useLanguage())
}
