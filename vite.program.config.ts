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
 * Puts the program together in a few files: a thousand would take longer to read than all else that a start does
 * (docs/adr/0035). Packages stay where npm puts them, but for the one that is hundreds of files itself.
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
      // What a package exports by two patterns, one within the other, is seen by Node.js only.
      external: ['chrono-node/en'],
      input: Object.fromEntries(entries.map((name) => [name, fileOf(`src/${name}.ts`)])),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.every(isOfPractice) ? 'practice/parts/[name].js' : 'parts/[name].js',
      },
    },
  },
  ssr: { noExternal: ['kysely'] },
  plugins: [inPlainLetters],
  logLevel: 'warn',
})
