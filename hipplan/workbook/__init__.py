"""What is on each page: programme in, drawn pages out; no decisions about exercise."""
