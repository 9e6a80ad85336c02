"""How a page becomes PDF. Knows nothing of exercise."""
