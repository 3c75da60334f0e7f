"""What writing in the report goes by: its places, and whether a quote still stands."""
