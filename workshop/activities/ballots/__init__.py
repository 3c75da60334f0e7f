"""What votes rest on: their options, and what their dots come to."""
