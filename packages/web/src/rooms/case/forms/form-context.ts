import type { ComponentType } from 'react'
import { createContext, use } from 'react'
import type { Change } from '../../../state/yaml-edit.ts'
import type { Choice, InputProps } from './spec.ts'

/** What a field may do beside its own value: have a source made in place, along with the entry. */
export interface FormContext {
  /** Sources that are made along with the entry. */
  readonly made: readonly Choice[]
  readonly make: (choice: Choice, change: Change) => void
  /** Draws a field of any kind: a source made in place has fields of its own. */
  readonly Field: ComponentType<InputProps>
}

/** The form around a field. */
export const FormPlace = createContext<FormContext | undefined>(undefined)

/** The form around a field. Throws only on a programmer's error. */
export function useForm(): FormContext {
  const form = use(FormPlace)
  if (!form) throw new Error('no form around this field')
  return form
}
