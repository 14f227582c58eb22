// Loaded into a program before it starts (node --import): all its clocks are ahead of the machine's by so many
// milliseconds, as if it had been started that much later. Waiting still takes as long as it takes.
const ahead = Number(process.env.CLOCK_AHEAD_MS)
const MachineDate = Date
const now = () => MachineDate.now() + ahead

// No class of its own: libraries copy what they find on the prototype of Date.
globalThis.Date = new Proxy(MachineDate, {
  construct: (date, given, made) => Reflect.construct(date, given.length === 0 ? [now()] : given, made),
  get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
})
