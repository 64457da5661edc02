import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'

/** Where `truce serve` answers while the page is developed. */
const SERVER = 'http://localhost:4100'

/** The cut of the text face that every first view needs. */
const FIRST_FACE = /source-sans-3-latin-400-normal[^/]*\.woff2$/

/** Asks for the text face with the page itself, so that it is there when the first words are set. */
const earlyFace: Plugin = {
  name: 'early-face',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) =>
      Object.keys(bundle ?? {})
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
        }))
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), earlyFace],
  // The server fills the nonce in anew for every page.
  html: { cspNonce: '__NONCE__' },
  worker: { format: 'es' },
  build: { target: 'es2024', outDir: 'dist', assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
  server: { proxy: { '/api': { target: SERVER, changeOrigin: true, headers: { origin: SERVER } } } }
})
