import { fileURLToPath } from 'node:url'

/** Vite does not see what a package exports by two patterns, one within the other; Node.js does. */
export const resolve = {
  alias: { 'chrono-node/en': fileURLToPath(import.meta.resolve('chrono-node/en')) },
}
