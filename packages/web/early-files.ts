import type { Plugin, Rollup } from 'vite'
import { ROOMS } from './src/state/workbench.ts'

/** The cut of the text face that every first view needs. */
const FIRST_FACE = /source-sans-3-latin-400-normal[^/]*\.woff2$/

/** Sources whose files a page needs at once, beside those that the page itself names. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  '': ['library/library.tsx', 'library/answer-picture.tsx', 'messages/en/library.ts'],
  ...Object.fromEntries(
    ROOMS.map((room) => [
      room,
      ['app/case-page.tsx', `rooms/${room}/index.tsx`, `messages/en/${room}.ts`]
    ])
  )
}

/** Needed on every page. */
const ALWAYS = ['messages/en/app.ts', 'messages/en/work.ts']

/** Lists in the page, by room, the files that `public/early.js` asks for at once. */
export const earlyFiles: Plugin = {
  name: 'early-files',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) => [
      ...Object.keys(bundle)
        .filter((file) => FIRST_FACE.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            href: `/${file}`,
            crossorigin: true
          },
          injectTo: 'head-prepend' as const
        })),
      ...(Object.keys(bundle).length === 0
        ? []
        : [
            {
              tag: 'script',
              attrs: { type: 'application/json', id: 'truce-files' },
              children: listOf(bundle),
              injectTo: 'head-prepend' as const
            },
            { tag: 'script', attrs: { src: '/early.js', async: true }, injectTo: 'head' as const }
          ])
    ]
  }
}

/** What `public/early.js` reads: the files, and by page which of them it needs. */
function listOf(bundle: Rollup.OutputBundle): string {
  const files = [...new Set(Object.values(NEEDED).flatMap((needed) => filesOf(bundle, needed)))]
  const places = Object.entries(NEEDED).map(
    ([page, needed]) => [page, filesOf(bundle, needed).map((file) => files.indexOf(file))] as const
  )
  return JSON.stringify({ files, places: Object.fromEntries(places) })
}

/** The files that some sources came to, with all that these cannot do without. */
function filesOf(bundle: Rollup.OutputBundle, needed: readonly string[]): readonly string[] {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
  const found = new Set<string>()
  const add = (name: string): void => {
    const chunk = chunks.find(({ fileName }) => fileName === name)
    if (!chunk || found.has(name)) return
    found.add(name)
    for (const one of chunk.viteMetadata?.importedCss ?? []) found.add(one)
    for (const one of chunk.imports) add(one)
  }
  for (const source of [...ALWAYS, ...needed]) {
    const chunk = chunks.find(({ moduleIds }) =>
      moduleIds.some((id) => id.endsWith(`/src/${source}`))
    )
    if (chunk) add(chunk.fileName)
  }
  return [...found]
}
