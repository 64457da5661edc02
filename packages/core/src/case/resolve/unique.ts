import { twiceInList } from '../rules/shape.ts'
import type { Context } from './context.ts'
import { valueAt } from './context.ts'

/** Reports ids that stand twice in one list, each under its entry's `key`. */
export function unique(
  ids: readonly { readonly id: string; readonly at: string }[],
  context: Context,
  key = 'id'
): void {
  const first = new Map<string, string>()
  for (const { id, at } of ids) {
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, at)
    else
      context.report(
        twiceInList,
        {
          ...valueAt(context, `${at}/${key}`),
          related: [{ ...valueAt(context, `${earlier}/${key}`), message: 'it stands here first' }]
        },
        { id }
      )
  }
}
