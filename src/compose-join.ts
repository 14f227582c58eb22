import { randomUUID } from 'node:crypto'
import { v7 as sortableId } from 'uuid'
import type { Clock } from './app/ports.js'
import type { Config, DatabaseConfig } from './config.js'
import { loadQuestions } from './content/questions.js'
import { loadReactions } from './content/reactions.js'
import { openContactFile } from './documents/contact-files/open-contact-file.js'
import { spooled } from './documents/contact-files/spool.js'
import { sourcesSetUp } from './hooks/set-up.js'
import type { Log } from './logging.js'
import { type Meter, unmetered } from './metering.js'
import { type Backoff, pause, standardBackoff } from './slack/connection/backoff.js'
import type { Tuning } from './slack/connection/connect.js'
import { identify, type StartProblem } from './slack/connection/identity.js'
import { SlackDirectory } from './slack/directory.js'
import { SlackFiles } from './slack/files.js'
import { SlackHistory } from './slack/history.js'
import { importingWith } from './slack/importing/importing.js'
import { SlackMessenger } from './slack/messenger.js'
import { outboxView } from './slack/views/outbox-view.js'
import { lookupClient, postingClient, uploadingClient } from './slack/web-clients.js'
import { OpenError } from './store/open-error.js'
import { openStore, type Store } from './store/open-store.js'
import type { Acted } from './store/unit-of-work.js'
import type { Metrics } from './watch/metrics.js'

export const systemClock: Clock = () => new Date().toISOString()

export type Composing = {
  readonly config: Config
  readonly log: Log
  /** What the product takes for now; the practice workspace moves it. */
  readonly clock?: Clock
  /** What claims and outages are measured by. */
  readonly realClock?: Clock
  /** What is counted; else nobody can read it but through this bot's own door. */
  readonly metrics?: Metrics
  readonly tuning?: Partial<Tuning>
  readonly backoff?: Backoff
  /** Gives up waiting for Slack at the start. */
  readonly signal?: AbortSignal
}

type OnActed = (acted: Acted) => void

/** Joins the adapters to the use cases. */
export const join = async (composing: Composing, onActed: OnActed, meter: Meter = unmetered) => {
  const { config, log, realClock = systemClock, clock = realClock, signal } = composing
  const { backoff = standardBackoff } = composing
  const store = await opened(config, onActed)
  if ('problem' in store) return store
  const client = lookupClient(config.slack, log.part('slack'), meter)
  const me = await identify({ client, log, backoff, ...(signal === undefined ? {} : { signal }) })
  if ('problem' in me) {
    await store.close()
    return me
  }
  const directory = new SlackDirectory(client, me, realClock)
  const shared = { uow: store.uow, directory, questions: loadQuestions(), newId: sortableId }
  const importing = importingWith({
    ...shared,
    clock,
    config,
    me,
    openFile: (bytes, hint) => openContactFile(spooled(bytes, hint.limit), hint),
    tuning: composing.tuning,
    log,
  })
  const messenger = new SlackMessenger(postingClient(config.slack, log.part('slack'), meter), me, log)
  const pass = { ...shared, messenger, render: outboxView, realClock, sender: randomUUID(), pause }
  return {
    store,
    me,
    directory,
    asksSlack: () => client.auth.test(),
    pass: { ...pass, lookAgainMs: config.lookAgainMs },
    bot: {
      ...shared,
      clock,
      reactions: loadReactions(),
      sourcesSetUp: sourcesSetUp(config.hooks),
      messages: new SlackHistory(client),
      importsWait: () => {},
      postsWait: () => {},
      files: new SlackFiles(uploadingClient(config.slack, log.part('slack'), meter), log),
      importing,
    },
  }
}

const opened = async (
  { databaseUrl, encryption }: DatabaseConfig,
  onActed: OnActed,
): Promise<Store | StartProblem> => {
  try {
    return await openStore(databaseUrl, { newId: sortableId, onActed, encryption })
  } catch (error) {
    if (error instanceof OpenError) return { problem: error.message }
    throw error
  }
}
