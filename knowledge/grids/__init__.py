"""Grids: the tables of the acts, read from files a clerk can proof-read, walked and computed in Decimals."""
