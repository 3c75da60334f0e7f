export interface Pause {
  /** Longer after every try, up to 5 seconds, and never the same for all: browsers must not come back in step. */
  take(tries: number): Promise<void>;
  end(): void;
}

export function createPause(): Pause {
  let end = () => {};
  return {
    take: (tries) =>
      new Promise((resolve) => {
        const most = Math.min(5000, 500 * 2 ** (tries - 1));
        const timer = setTimeout(resolve, most * (0.5 + Math.random() / 2));
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    end: () => end(),
  };
}
