import type { Changes } from '../changes.js'
import type { Recorder } from '../record.js'

/** What is one for all workspaces of a server: the app as Slack delivers to it, and what is written down. */
export interface Ground {
  readonly identity: { readonly appId: string; readonly signingSecret: string }
  readonly changes: Changes
  readonly record: Recorder
}
