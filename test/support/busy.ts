/** How long this process computed meanwhile, in ms: what other processes do beside it counts for little. */
export const busyMs = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
