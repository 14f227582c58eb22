import type { Person } from '../../../src/domain/person.js'
import type { RoleQuestion } from '../../../src/domain/role-change/role-question.js'
import type { Sighting } from '../../../src/domain/role-change/sighting.js'
import { ana, at, customers, type Workspace } from './workspace.js'

/** What a file said of somebody, as it said it last. */
export const sighted = (here: Workspace, { id }: Person, given: Partial<Sighting> = {}): Sighting => ({
  id: here.newId(),
  personId: id,
  home: customers,
  by: ana,
  at,
  source: 'linkedin:UANA',
  key: 'frank-ortiz',
  title: 'buyer',
  company: 'Acme',
  observedAt: at,
  ...given,
})

/** A change that a source claims, and that nobody has decided. */
export const claimed = (
  here: Workspace,
  { id }: Person,
  given: Partial<RoleQuestion> = {},
): RoleQuestion => ({
  id: here.newId(),
  personId: id,
  home: customers,
  by: ana,
  at,
  source: 'slack',
  observedAt: at,
  words: null,
  change: { kind: 'new-title', was: null, is: { title: 'CEO', company: 'Globex' } },
  why: 'unsure',
  successor: null,
  answered: null,
  recorded: null,
  ...given,
})
