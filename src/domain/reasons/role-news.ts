import type { Detector } from './reason.js'

/** They began something new that they have not left again, and nobody has spoken to them since. */
export const newRole: Detector = ({ news }) =>
  news
    .filter((piece) => piece.kind === 'new-role')
    .filter((piece) => !news.some((other) => other.kind === 'left' && other.roleId === piece.roleId))
    .map((piece) => ({ kind: 'new-role', occasion: piece.id }))

/** They left, and nobody has spoken to them since. */
export const left: Detector = ({ news }) =>
  news.filter((piece) => piece.kind === 'left').map((piece) => ({ kind: 'left', occasion: piece.id }))
