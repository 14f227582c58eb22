// Loaded before the program: at a signal it fails in a way that nobody catches, with the text in THROWN in the message.
process.on('SIGUSR2', () => {
  const error = new Error(process.env.THROWN)
  if (process.env.THROWN_AS === 'rejection') void Promise.reject(error)
  else throw error
})
