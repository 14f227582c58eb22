/** What a run is asked for by the environment; less in every run of the tests. */
export const given = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise)

/** How many may be answered late: how fast it goes depends on what else the machine does. */
export const mayBeLate = given(
  'MAY_BE_LATE',
  process.env.WORKSPACES === undefined ? Number.POSITIVE_INFINITY : 0,
)
/** Deeds a second, in all workspaces together. */
export const perSecond = given('PER_SECOND', 4)
