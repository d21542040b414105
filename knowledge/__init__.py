"""What the municipality's acts say: documents, passages, figures, dates and grids."""
