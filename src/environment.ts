import { existsSync } from 'node:fs'

/** The environment, completed by a `.env` file in the present folder where there is one; what is set already wins. */
export const readEnvironment = (): NodeJS.ProcessEnv => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}
