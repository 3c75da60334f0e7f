"""What the café server is held against: the bare ``send()``, a bare loop, and the libraries as they come."""
