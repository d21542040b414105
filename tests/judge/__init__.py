"""Invented towns, their acts and what their staff ask: the engine judged on documents it was not made for."""
