"""What to do: preferences in, programme out. Pure: same input, same programme; no clock, no drawing."""
