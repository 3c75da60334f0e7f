"""The pure heart: messages, state, people, streams and clock values. No web, no database, no sockets."""
