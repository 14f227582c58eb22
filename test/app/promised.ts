import type { Asker } from '../../src/app/asker.js'
import { commit } from '../../src/app/commitments/commit.js'
import { planPass } from '../../src/app/nudges/plan.js'
import type { Directory } from '../../src/app/ports.js'
import type { Home } from '../../src/domain/audience.js'
import type { Commitment } from '../../src/domain/commitment.js'
import type { Person } from '../../src/domain/person.js'
import { monday, type Office } from './office.js'
import { questions } from './outbox.js'

/** A teammate promises something about somebody, where they are just now. */
export const promises = async (
  office: Office,
  asker: Asker,
  person: Person,
  dueOn: string,
  text: string,
): Promise<Commitment> => {
  const outcome = await commit(office, asker, { personId: person.id, kind: 'promise', text, dueOn })
  if (!outcome.ok) throw new Error(outcome.why.reason)
  return outcome.value.commitment
}

/** Plans a pass: what is promised in each post, by place, and the places that were left for later. */
export const plans = async (office: Office, now = monday, directory: Directory = office.directory) => {
  const leftOut: Home[] = []
  const onLeftOut = (home: Home) => leftOut.push(home)
  const pass = { workspaceId: 'T1', now, dryRun: false, onLeftOut }
  const posts = await planPass({ ...office, directory, questions }, pass)
  const raised = posts.map(({ place, entries }) => [
    place.home,
    ...entries.flatMap(({ facts }) => facts.commitments.map(({ text }) => text)),
  ])
  return { raised, leftOut }
}
