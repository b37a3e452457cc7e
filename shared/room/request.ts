/** A page's line to the main process, as Electron's `ipcRenderer` is one. */
export interface Line {
  readonly send: (channel: string, ...said: unknown[]) => void;
  readonly on: (channel: string, heard: (event: unknown, told: unknown) => void) => unknown;
}

/** The answer to one request, by the id it came with; one that was turned away has none. */
export type Reply =
  | { readonly id: string; readonly ok: true; readonly value: unknown }
  | { readonly id: string; readonly ok: false };

export type Request = <T>(channel: string, what?: unknown) => Promise<T>;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (why: Error) => void;
}

/**
 * How a page asks the main process. The answer comes by the pipe that the changes of its view come by (both are sent, neither is
 * the reply of an `invoke`), so it is there after every change that was made before it, and before every later one.
 * `document` is another one each time the page loads: an answer to a page that is gone is nobody's.
 */
export function requester(line: Line, answers: string, document: string): Request {
  const waiting = new Map<string, Waiting>();
  let asked = 0;
  line.on(answers, (_event, told) => {
    const reply = told as Reply;
    const one = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) one?.resolve(reply.value);
    else one?.reject(new Error('turned away'));
  });
  return <T>(channel: string, what?: unknown) =>
    new Promise<T>((resolve, reject) => {
      asked += 1;
      const id = `${document}/${asked}`;
      waiting.set(id, { resolve: (value) => resolve(value as T), reject });
      line.send(channel, what, id);
    });
}
