/**
 * What is asked at once, since none of it depends on the rest. When something fails, what failed first is told, and only
 * after all the others are over: nobody asks on where somebody else has begun.
 */
export const together = async <T extends object>(
  asked: {
    readonly [K in keyof T]: Promise<T[K]>
  },
): Promise<T> => {
  const answers: readonly Promise<unknown>[] = Object.values(asked)
  try {
    const all = await Promise.all(answers)
    return Object.fromEntries(Object.keys(asked).map((name, nth) => [name, all[nth]])) as T
  } catch (error) {
    await Promise.allSettled(answers)
    throw error
  }
}
