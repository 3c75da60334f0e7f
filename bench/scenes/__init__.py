"""The scenes of a day, each on the step it needs."""
