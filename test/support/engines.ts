import { inject } from 'vitest'

export type EngineName = 'SQLite' | 'PostgreSQL'
export const engines: readonly EngineName[] = ['SQLite', 'PostgreSQL']

declare module 'vitest' {
  interface ProvidedContext {
    /** What tests run on that do not say: see the projects in `vitest.config.ts`. */
    engine: EngineName
  }
}

export const usualEngine = (): EngineName => inject('engine') ?? 'SQLite'
