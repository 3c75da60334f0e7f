import { io } from "socket.io-client";
import type { Socket } from "./link";

/** A Socket.IO client that goes by WebSocket, or by polling where a network blocks that. */
export function createSocket(token: string, address = "/"): Socket {
  const socket = io(address, {
    auth: { token },
    autoConnect: false,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    timeout: 8000,
  });
  // A network may swallow WebSockets without a word. So the next try begins with the other way.
  socket.io.on("reconnect_error", () => socket.io.opts.transports?.reverse());
  return socket;
}
