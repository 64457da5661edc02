import { BadPaper } from './paper-file.ts'

/** Does something with a paper, and says in words what is wrong with it. */
export async function inWords<T>(t: (key: string) => string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof BadPaper ? new Error(t(`sharing.papers.${error.code}`)) : error
  }
}
