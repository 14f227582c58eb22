// Loaded into a program before it starts (node --import): all its clocks are ahead of the machine's by so many
// milliseconds, as if it had been started that much later. Waiting still takes as long as it takes.
const ahead = Number(process.env.CLOCK_AHEAD_MS)
const MachineDate = Date

globalThis.Date = class extends MachineDate {
  constructor(...given) {
    if (given.length === 0) super(MachineDate.now() + ahead)
    else super(...given)
  }

  static now() {
    return MachineDate.now() + ahead
  }
}
