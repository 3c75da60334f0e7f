import { io } from "socket.io-client";
import type { Socket } from "./link";

/**
 * A Socket.IO client that goes by WebSocket, or by polling where a network blocks that. The code of the café stands
 * in the address, so that a balancer in front of several servers can lead everybody of one café to the same.
 */
export function createSocket(token: string, code: string, address = "/"): Socket {
  const socket = io(address, {
    auth: { token },
    query: { code },
    autoConnect: false,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    timeout: 5000,
  });
  // A network may swallow WebSockets without a word, and then the next try begins with the other way. What fails at
  // once is no reason: both ways have been tried, and a thousand browsers come back more easily by WebSocket.
  socket.io.on(
    "error",
    ({ message }) => void (message === "timeout" && socket.io.opts.transports?.reverse()),
  );
  return socket;
}
