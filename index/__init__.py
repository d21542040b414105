"""Finding passages: the search engine port, its analysis, its engines and its words."""
