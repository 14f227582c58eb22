import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** Builds the practice page beside what TypeScript compiles; only `npm run practice` serves it. */
export default defineConfig({
  root: fileURLToPath(new URL('src/practice/page/app', import.meta.url)),
  base: '/',
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  build: {
    outDir: fileURLToPath(new URL('dist/practice/page/app', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
  },
  logLevel: 'warn',
})
