"""The assistant: understanding questions, walking grids, answering on every channel."""
