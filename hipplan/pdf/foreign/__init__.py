"""PDFs that others made: read in a process of their own, handed over as parts that our own file can take in."""
