// A projector should not go dark in the middle of a conversation.

interface Lock {
  release(): Promise<void>;
}

interface Waker {
  request(kind: "screen"): Promise<Lock>;
}

/** Asks the device to stay awake while this page is in view; returns the end of it. Old browsers do without. */
export function stayAwake(): () => void {
  const waker = (navigator as { wakeLock?: Waker }).wakeLock;
  let lock: Lock | undefined;
  const ask = async () => {
    if (document.hidden || !waker) return;
    lock = await waker.request("screen").catch(() => undefined);
  };
  void ask();
  document.addEventListener("visibilitychange", ask);
  return () => {
    document.removeEventListener("visibilitychange", ask);
    void lock?.release();
  };
}
