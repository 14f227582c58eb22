import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What is started by its name, and where it goes in `dist/`. */
const entries = [
  ...['main', 'nudge', 'export', 'import', 'forget', 'backup', 'verify', 'rotate', 'move'],
  ...['practice/main', 'practice/main-bot', 'simulation/main'],
]

/** Of what only practising and simulating need, which an image leaves out. */
const isOfPractice = (path: string): boolean => /\/src\/(practice|simulation)\//.test(path)

/** One letter beyond Latin, and V8 keeps two bytes for each of the whole file. In code they stand in texts and patterns alone. */
const inPlainLetters: Plugin = {
  name: 'in-plain-letters',
  generateBundle: (_, files) => {
    for (const file of Object.values(files))
      if (file.type === 'chunk') file.code = file.code.replace(/[\u0080-\uffff]/g, escaped)
  },
}
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * Packages that stay where npm puts them: they have native parts, start workers from files of their own, or look when they run
 * for what may not be there.
 */
const apart = ['better-sqlite3', '@napi-rs/canvas', 'pg', 'pino', 'undici', 'ws', 'chrono-node']

/** What is not installed would be taken for an empty module, and whoever looks for it for somebody who has it. */
const withoutStandIns: Plugin = {
  name: 'without-stand-ins',
  load: (id) => {
    if (id.includes('optional-peer-dep:')) throw new Error(`${id} is not there: who looks for it stays apart`)
  },
}

/**
 * Puts the program together in a few files, with the packages that it uses: a thousand would take longer to read than
 * all else that a start does (docs/adr/0035).
 */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: fileOf('dist'),
    // Beside the program stands the practice page, which nobody watches.
    emptyOutDir: !process.argv.includes('--watch'),
    sourcemap: true,
    rollupOptions: {
      // Where a package's comment for such programs as this one stands in a wrong place, it says nothing, and harms nobody.
      onwarn: (warning, warn) => warning.code === 'INVALID_ANNOTATION' || warn(warning),
      // What a package exports by two patterns, one within the other, is seen by Node.js only.
      external: ['chrono-node/en'],
      input: Object.fromEntries(entries.map((name) => [name, fileOf(`src/${name}.ts`)])),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.some(isOfPractice) ? 'practice/parts/[name].js' : 'parts/[name].js',
      },
    },
  },
  ssr: { noExternal: true, external: apart },
  plugins: [withoutStandIns, inPlainLetters],
  logLevel: 'warn',
})
