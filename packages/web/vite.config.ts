import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'
import { defineConfig } from 'vite'
import { bundles } from './bundles.ts'
import { earlyFiles } from './early-files.ts'
import { packed } from './packed.ts'

/** Where `truce serve` answers while the page is developed. */
const SERVER = 'http://localhost:4100'

const page: UserConfig = {
  root: import.meta.dirname,
  // HiGHS asks for it where there is Node, and only there.
  resolve: { alias: { 'node:module': join(import.meta.dirname, 'without-node.ts') } },
  plugins: [react()],
  // The server fills the nonce in anew for every page.
  html: { cspNonce: '__NONCE__' },
  worker: { format: 'es' },
  build: { target: 'es2024', outDir: 'dist', assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 }
}

const proxy = {
  '/api': { target: SERVER, changeOrigin: true, headers: { origin: SERVER } }
}

const inFiles = (debugName: string, name: (id: string) => string | undefined) => ({
  preserveEntrySignatures: false as const,
  // Most of a build's time goes into packing its files, on purpose: nobody needs to be warned of it.
  checks: { pluginTimings: false },
  output: {
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName, name }] }
  }
})

export default defineConfig(async ({ command }) => {
  if (command === 'serve') return { ...page, server: { proxy } }
  const { page: pages, worker } = await bundles(page)
  return {
    ...page,
    plugins: [page.plugins, earlyFiles, packed],
    worker: { ...page.worker, rolldownOptions: inFiles('reader', worker) },
    build: { ...page.build, rolldownOptions: inFiles('pages', pages) }
  }
})
