"""Many people: a roster in, a workbook for each, and a manifest that is always whole. Knows nothing of a terminal."""
