/** The result if it comes within `ms`; the work goes on in either case. */
export const within = async <T>(
  work: Promise<T>,
  ms: number,
): Promise<{ readonly done: true; readonly value: T } | { readonly done: false }> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<{ readonly done: false }>((resolve) => {
    timer = setTimeout(() => resolve({ done: false }), ms)
  })
  try {
    return await Promise.race([work.then((value) => ({ done: true, value }) as const), late])
  } finally {
    clearTimeout(timer)
  }
}
