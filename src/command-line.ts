import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Ends the program, with what stands in its way. */
export const fail = (problem: string): never => {
  process.stderr.write(`${problem}\n`)
  process.exit(1)
}

/** What the program was given. `--help` says how it is used and ends it, as does what cannot be read. */
export const givenTo = <T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> => {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  }
  try {
    return parseArgs(config)
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : 'That cannot be read.'}\n\n${usage}`)
  }
}
