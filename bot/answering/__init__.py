"""Answering a question from the passages held: ranked, read, said, proved."""
