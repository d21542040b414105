"""Flows: a question read into a grid, what is missing asked, and the row's figure or rule with its proof."""

from bot.flows.candidates import Candidate, rivals
from bot.flows.flows import Flows, Step

__all__ = ["Candidate", "Flows", "Step", "rivals"]
