"""Understanding a question: its words, what it wants, whom and when it is about."""
