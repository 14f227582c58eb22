import type { WorthAsking } from '../../app/people/worth-asking.js'
import type { Facet } from '../../domain/note.js'
import type { OpenQuestion } from '../../domain/open-question.js'
import { short } from './card-text.js'
import { label, ours, say, type Words } from './copy.js'

/** What we want to ask them next. */
export const toAskLine = ({ text }: OpenQuestion): Words => say`${label('To ask:')} ${short(text)}`

/** A side of a person that nobody has written of, in plain words. */
const sideOf: Record<Facet, string> = {
  story: 'their story',
  intuition: 'their hunches',
  feeling: 'what moves them',
  thought: 'what they think',
  body: 'what their days are like',
  situation: 'what is going on for them',
}

/** One question from the bank, and why this one: never a form to fill. */
export const worthAskingLine = ({ question, blank }: WorthAsking): Words =>
  blank === null
    ? say`${label('Worth asking:')} ${question.text}`
    : say`We have yet to hear ${ours(sideOf[blank])}. ${label('Worth asking:')} ${question.text}`
