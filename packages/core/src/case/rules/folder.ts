import type { Page } from '../../diagnostic/diagnostic.ts'

/** Problems of files and folders; only a folder can show them, so they have no example text. */

export const noYaml: Page = {
  code: 'FI001',
  severity: 'error',
  title: 'a folder without case files',
  about: 'A case is a folder of `.yaml` files, or one such file.',
  message: (d) => `there is no \`.yaml\` file in ${d['path']}`,
  help: () => 'name the folder that holds `case.yaml`; `truce new <folder>` makes one'
}
export const outside: Page = {
  code: 'FI002',
  severity: 'error',
  title: 'a link out of the case folder',
  about:
    'Everything a case is made of lies in its folder. A symbolic link or a path with `..` that leads out of it could pull in files of the computer, and is refused.',
  message: (d) => `\`${d['path']}\` leads out of the case folder`,
  help: () => 'copy the file into the case folder'
}
export const yml: Page = {
  code: 'FI003',
  severity: 'warning',
  title: 'a file ending in .yml',
  about: 'Only `.yaml` files are read, so that nobody wonders which ones count.',
  message: (d) => `\`${d['path']}\` is not read: it ends in \`.yml\``,
  help: () => 'rename it to `.yaml` if it belongs to the case'
}
export const unreadable: Page = {
  code: 'FI004',
  severity: 'error',
  title: 'a file that cannot be read',
  about: 'The computer refused to hand over the file.',
  message: (d) => `\`${d['path']}\` cannot be read: ${d['problem']}`,
  help: () => 'check its rights and whether it is a plain file'
}
export const tooManyFiles: Page = {
  code: 'FI005',
  severity: 'error',
  title: 'more files than a case may have',
  about: 'A case may have 200 files of 2 MB each and 8 MB in all.',
  message: (d) => `${d['path']} holds more than ${d['limit']}`,
  help: () => 'name the folder of one case'
}

export const severalCases: Page = {
  code: 'FI006',
  severity: 'error',
  title: 'a folder of several cases',
  about:
    'A command works on one case. A folder in which several subfolders hold a `case.yaml` is a shelf of cases.',
  message: (d) => `${d['path']} holds ${(d['cases'] as readonly string[]).length} cases`,
  help: (d) => `name one of them: ${(d['cases'] as readonly string[]).slice(0, 12).join(', ')}`
}
