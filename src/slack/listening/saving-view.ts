import type { ModalView, PlainTextElement } from '@slack/types'

const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text })
const view = (title: string, sentences: readonly string[], rest: Partial<ModalView>): ModalView => ({
  type: 'modal',
  title: plain(title),
  blocks: sentences.map((text) => ({ type: 'section', text: plain(text) })),
  ...rest,
})

/** Lies on a form while it is being kept. */
export const savingView = (externalId: string): ModalView =>
  view('One moment', ['This takes a little longer than usual.'], {
    external_id: externalId,
    close: plain('Back'),
  })

/** What stopped it; the form beneath still holds what was typed. */
export const notYetView = (why: readonly string[]): ModalView =>
  view('Not yet', [...why, 'What you typed is still in the form: go back to it.'], { close: plain('Back') })

/** Kept; closing it closes the form beneath too. */
export const doneView = (): ModalView =>
  view('Done', ['Done. You can close this.'], { close: plain('Close'), clear_on_close: true })
