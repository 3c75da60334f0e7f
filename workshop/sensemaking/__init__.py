"""Proposes themes: which notes are alike, what a group is about, which theme a note may belong to.

Pure of the café: no database and no network. Loaded by the worker and the command line, never where
a process serves."""

import os

# Before numpy is imported: one thread. Several wait for each other on a busy machine, many times longer than
# they reckon, and take the processor from those who serve.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
