import type { Detector } from './reason.js'

/** A rhythm has passed without a contact. Nobody is quiet on the day they were introduced or given a rhythm. */
export const quiet: Detector = ({ person, dueOn }, on) => {
  if (dueOn === null || dueOn > on) return []
  if (person.introducedOn >= on || (person.rhythmSetOn ?? '') >= on) return []
  return [{ kind: 'quiet', occasion: dueOn }]
}
