import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { earlyFiles } from './early-files.ts'

/** Where `truce serve` answers while the page is developed. */
const SERVER = 'http://localhost:4100'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), earlyFiles],
  // The server fills the nonce in anew for every page.
  html: { cspNonce: '__NONCE__' },
  worker: { format: 'es' },
  build: { target: 'es2024', outDir: 'dist', assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
  server: { proxy: { '/api': { target: SERVER, changeOrigin: true, headers: { origin: SERVER } } } }
})
