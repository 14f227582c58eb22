import { wordsIn } from './ledger.js'

export type View = {
  readonly callbackId: string
  readonly metadata: string
  readonly words: ReadonlySet<string>
}

/** A form as it went to Slack, without its seal. */
export const viewIn = (text: string): View[] => {
  const view = JSON.parse(text)
  const metadata = String(view.private_metadata ?? '').replace(/^[\w-]{43}\.\d+\./, '')
  const callbackId = String(view.callback_id ?? '')
  return [{ callbackId, metadata, words: wordsIn(JSON.stringify(view.blocks)) }]
}
