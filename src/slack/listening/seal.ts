import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { ModalView } from '@slack/types'
import type { Clock } from '../../app/ports.js'
import type { Identity } from '../connection/identity.js'

/** A form may lie open over a weekend, but not over another. */
const validMs = 7 * 24 * 60 * 60 * 1000

/** What a view of ours says of itself, or why it is not believed. */
export type Unsealed = { readonly metadata: string } | { readonly broken: 'not-theirs' | 'too-old' }

/** What is looked at when a view comes back. */
export type SealedView = { readonly callback_id: string; readonly private_metadata: string }

/**
 * Signs what a modal carries in `private_metadata`, for the one to whom it is shown: where it was opened, and which one
 * it is, stand nowhere else. The key comes of a secret of the app, so that every replica has the same, also after a restart.
 */
export class Seal {
  readonly #key: Buffer
  readonly #workspaceId: string
  readonly #clock: Clock

  constructor(secret: string, { workspaceId }: Pick<Identity, 'workspaceId'>, clock: Clock) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, workspaceId, 'private_metadata', 32))
    this.#workspaceId = workspaceId
    this.#clock = clock
  }

  /** The same view, sealed for whoever will see it. */
  put(view: ModalView, userId: string): ModalView {
    const { private_metadata: metadata = '', callback_id: callbackId = '' } = view
    const at = String(Date.parse(this.#clock()))
    const mark = this.#mark([userId, callbackId, at, metadata])
    return { ...view, private_metadata: `${mark}.${at}.${metadata}` }
  }

  /** What a view carried when it was shown to the one who now sends it back. */
  read({ callback_id: callbackId, private_metadata: sealed }: SealedView, userId: string): Unsealed {
    const [, mark = '', at = '', metadata = ''] = /^([\w-]{43})\.(\d{1,15})\.(.*)$/su.exec(sealed) ?? []
    const own = this.#mark([userId, callbackId, at, metadata])
    if (mark.length !== own.length || !timingSafeEqual(Buffer.from(mark), Buffer.from(own)))
      return { broken: 'not-theirs' }
    return Date.parse(this.#clock()) - Number(at) > validMs ? { broken: 'too-old' } : { metadata }
  }

  #mark(parts: readonly string[]): string {
    const text = JSON.stringify([this.#workspaceId, ...parts])
    return createHmac('sha256', this.#key).update(text).digest('base64url')
  }
}
