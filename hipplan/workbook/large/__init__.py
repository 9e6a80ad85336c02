"""Large print: the same words and facts laid out again at 18 point, on more pages; nothing is scaled."""
