import type { LiveSource } from '../domain/live-source.js'
import type { HookSecrets } from './hooks.js'

/** The sources that can speak: what is said in Slack needs no setting up. */
export const sourcesSetUp = ({ people, hubspot }: HookSecrets): ReadonlySet<LiveSource> =>
  new Set([
    ...(people === null ? [] : (['people'] as const)),
    ...(hubspot === null ? [] : (['hubspot'] as const)),
    'slack',
    'pasted',
  ])
