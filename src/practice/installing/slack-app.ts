import { randomBytes } from 'node:crypto'
import type { Manifest } from '../manifest.js'

/** The app as its settings page at Slack has it: one, however many workspaces install it. */
export interface SlackApp {
  readonly appId: string
  readonly clientId: string
  readonly clientSecret: string
  readonly signingSecret: string
  /** The app-level token, for Socket Mode. */
  readonly appToken: string
  readonly manifest: Manifest
  readonly redirectUrls: readonly string[]
  /** Tokens live 12 hours and are refreshed. Slack lets nobody turn it off again. */
  rotates: boolean
  /** Milliseconds by the practice clock for which a refresh token is taken again after its first use. */
  refreshGraceMs: number
  /** Public distribution; without it only the first workspace may install it. */
  isDistributed: boolean
}

/** What of the settings page a test may set; the rest is the manifest's, or made up. */
export interface AppSettings {
  /** Instead of those of the manifest. */
  redirectUrls?: readonly string[]
  rotates?: boolean
  refreshGraceMs?: number
  isDistributed?: boolean
}

export function newApp(manifest: Manifest, settings: AppSettings): SlackApp {
  return {
    appId: 'A0PRACTICE',
    clientId: '1000000000000.1000000000003',
    clientSecret: secret(16),
    signingSecret: secret(16),
    appToken: `xapp-1-A0PRACTICE-1000000000002-${secret(12)}`,
    manifest,
    redirectUrls: settings.redirectUrls ?? manifest.redirectUrls,
    rotates: settings.rotates ?? manifest.tokenRotation,
    refreshGraceMs: settings.refreshGraceMs ?? 30_000,
    isDistributed: settings.isDistributed ?? true,
  }
}

export function secret(bytes: number): string {
  return randomBytes(bytes).toString('hex')
}
