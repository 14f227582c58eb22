/** What somebody does as a source says it, or as the team knows it. What is not known is empty. */
export type RoleSaid = { readonly title: string; readonly company: string }

export type RoleChangeKind = 'left' | 'new-company' | 'new-title' | 'additional'

/** A difference that matters: `is` is null where they left, `was` where nothing was known. */
export type RoleChange = {
  readonly kind: RoleChangeKind
  readonly was: RoleSaid | null
  readonly is: RoleSaid | null
}

/** Why a teammate decides: the source is not sure of it, or it was not what the team knows. */
export type Undecided = 'unsure' | 'contradicts'
