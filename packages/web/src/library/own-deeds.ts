import type { Api } from '../state/api.ts'
import { setAt } from '../state/yaml-edit.ts'

/** Gives a case another title, in its own text. */
export async function renameCase(
  api: Pick<Api, 'read' | 'save'>,
  id: string,
  title: string
): Promise<void> {
  const { files, version } = await api.read(id)
  const answer = await api.save(id, setAt(files, 'title', title), version)
  if ('conflict' in answer) throw new Error(answer.conflict.error.message)
}

/** Makes another case of the texts of one, under a title of its own. */
export async function duplicateCase(
  api: Pick<Api, 'read' | 'make'>,
  id: string,
  title: string
): Promise<void> {
  const { files } = await api.read(id)
  const copied = setAt(files, 'title', title).map(({ name, text }) => ({ name, text }))
  await api.make({ from: 'files', files: copied, id: `${id.slice(0, 58)}-copy` })
}
