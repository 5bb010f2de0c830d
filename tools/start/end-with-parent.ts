// Loaded first into every program that a start runs (`--import`): if the parent is killed, the channel to it
// closes, and the program stops as if it had been asked to.
const GRACE_MILLISECONDS = 20_000;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), GRACE_MILLISECONDS).unref();
});
// The channel alone must not keep a finished program alive.
process.channel?.unref();
