"""What the fields of an experiment hold, and the lens a blueprint is looked at through: shared, no room."""
