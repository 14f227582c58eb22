import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { fold } from '../../src/domain/names.js'
import type { StepOutcome } from '../../src/practice/actors/step.js'
import { openStore } from '../../src/store/open-store.js'
import { aTeam, type Team, type TeamOptions } from './team.js'

export const stepsManifest = new URL('../../docs/deploy/manifest.steps.yml', import.meta.url).pathname

/** A team whose app has steps for Workflow Builder. */
export const aSteppingTeam = (options: TeamOptions = {}): Promise<Team> =>
  aTeam({ ...options, slack: { manifest: stepsManifest, ...options.slack } })

const read = (path: string) => parse(readFileSync(path, 'utf8'))

/** The hosted manifest with steps, as docs/workflow-steps.md says for an organisation. */
export const organisationsManifest = (): object => {
  const { settings, ...hosted } = read('docs/deploy/manifest.hosted.yml')
  const { functions } = read(stepsManifest)
  const bot_events = [...settings.event_subscriptions.bot_events, 'function_executed']
  const event_subscriptions = { ...settings.event_subscriptions, bot_events }
  return { ...hosted, functions, settings: { ...settings, event_subscriptions, function_runtime: 'remote' } }
}

/** A workflow that this teammate started runs a step, to its end. */
export const ran = (
  { slack }: Team,
  userId: string,
  step: string,
  inputs: Record<string, unknown>,
): Promise<StepOutcome> => slack.as(userId).step(step, inputs).outcome()

/** The same, as what came of it: all that a workflow gets to know, or what Slackbot says of the failure. */
export const learnt = async (...run: Parameters<typeof ran>): Promise<string> => {
  const { outputs, error } = await ran(...run)
  return outputs === undefined ? (error ?? '') : JSON.stringify(outputs)
}

/** The id of somebody who is known, wherever: as one could get it that was never told to the one who tries it. */
export const idOf = async ({ config, slack }: Team, name: string): Promise<string> => {
  const store = await openStore(config.databaseUrl, { newId: () => 'unused', encryption: config.encryption })
  try {
    const everything = { workspaceId: slack.teamId, audience: 'everything' } as const
    const [found] = await store.uow.read(everything, ({ people }) => people.called([fold(name)]))
    if (found === undefined) throw new Error(`nobody is called ${name}`)
    return found.person.id
  } finally {
    await store.close()
  }
}
