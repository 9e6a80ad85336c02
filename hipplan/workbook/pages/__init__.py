"""One module a page; each draws what the programme says on a sheet and decides nothing."""
