"""Measures the server: ``make bench``. Crowd and server run in two processes, each on its own core."""
