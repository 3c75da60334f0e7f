"""What of a harvest goes beyond the hosts: the words of people who agreed, and no small groups."""

# Stands where somebody's words were, when their place has to stay.
WITHHELD = "(words not for quoting)"
