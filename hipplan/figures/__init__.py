"""Pictures of the moves: drawn by the generator from our own poses, read here for the pages."""
