import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

const PAGE = 'packages/web/test/page/'

/** What takes longest, by the beginning of its path: known to a checkout that never ran a test. */
const LONGEST = [
  'test/browser/workbench',
  PAGE,
  'packages/host/test/ensemble-cluster/failure',
  'packages/web/test/engine',
  'test/cases',
  'test/cli/',
  'test/documentation',
  'test/browser/'
]

/**
 * Begins with what takes longest, so that no core is left with it at the end while the others have
 * nothing to do; then by how long each file took the last time, or by its size.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification): number => {
      // Those of the page stand together: a process that may take more of them is not ended between.
      const from = project.name === 'page' ? `/${PAGE}` : moduleId
      const at = LONGEST.findIndex((start) => from.includes(`/${start}`))
      return at < 0 ? LONGEST.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}
