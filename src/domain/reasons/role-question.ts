import type { Detector } from './reason.js'

/** A source claims that their role changed, and a teammate is to say whether it is so. */
export const roleQuestion: Detector = ({ roleQuestions }) =>
  roleQuestions.map(({ id }) => ({ kind: 'role-question', occasion: id }))
