"""``workshop export``: a café's harvest as files, in the formats that people ask for."""
