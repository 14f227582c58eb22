import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's address, to which the name of a database is added. */
    postgresUrl: string
  }
}

/** Starts a PostgreSQL once for a whole run of the tests, and stops it after. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const server = await startPostgres()
  project.provide('postgresUrl', server.url)
  return () => server.drop()
}
