import type { NotATeammate } from '../../app/asker.js'
import type { Rejection } from '../../app/outcome.js'
import type { Reply } from '../answer.js'

const soon = (...said: readonly unknown[]): Reply => ({ text: String(said[0]), blocks: [] })
export type Trouble = 'busy' | 'full' | 'read-only' | 'corrupt' | 'gone' | 'slack'
export const rejectionView = (why: Rejection, typed: string | null): Reply => soon(why.reason, typed)
export const notATeammateView = (standing: NotATeammate['notATeammate']): Reply => soon(standing)
export const troubleView = (kind: Trouble, typed: string | null): Reply => soon(kind, typed)
export const unexpectedView = (reference: string, typed: string | null): Reply => soon(reference, typed)
export const refusedTextView = (text: string, typed: string | null): Reply => soon(text, typed)
